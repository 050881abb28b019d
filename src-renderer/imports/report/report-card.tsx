import { useState } from 'react'
import { deskContract } from '#shared/desk/desk-contract.ts'
import { historyContract } from '#shared/history/history-contract.ts'
import { historyMessages } from '#shared/history/history-messages.ts'
import { importReviewMessages } from '#shared/imports/import-review-messages.ts'
import type { ImportReport } from '#shared/imports/imports-contract.ts'
import { importsMessages } from '#shared/imports/imports-messages.ts'
import { connect } from '../../platform/client.ts'
import { useFormats } from '../../platform/formats.ts'
import { isStopped } from '../../platform/jobs.ts'
import { useLocale, useSay } from '../../platform/language.tsx'
import { go } from '../../platform/routes.ts'
import { saveText } from '../../platform/save-text.ts'
import { dismissToastsOf, toast } from '../../platform/toasts.ts'
import { Button } from '../../platform/ui/button.tsx'
import {
  IconArrowBackUp,
  IconDownload,
  IconFileText,
  IconPrinter,
} from '../../platform/ui/icons.ts'
import { Card } from '../../platform/ui/page/page.tsx'
import { Banner } from '../../platform/ui/signs/banner.tsx'
import { CountsTable } from '../preview/counts-table.tsx'
import { ProblemList } from '../problem-list.tsx'
import classes from './report.module.css'
import { reportPage } from './report-page.ts'

const desk = connect(deskContract)
const history = connect(historyContract)

type ReportCardProps = {
  readonly report: ImportReport
  /** Just taken over: says so, and where to go now. */
  readonly isFresh?: boolean
}

/** What an import did, to read, print or keep. */
export function ReportCard({ report, isFresh }: ReportCardProps) {
  const say = useSay(importsMessages)
  const { moment } = useFormats()
  return (
    <Card>
      {isFresh && (
        <Banner
          tone="ok"
          isNews
          action={
            <Button size="small" onClick={() => go({ screen: 'pupils' })}>
              {say('openPupils')}
            </Button>
          }
        >
          {say('done')}
        </Banner>
      )}
      <h2 className={classes.title}>
        {say(`format.${report.format}`)} · {report.fileNames.slice(0, 2).join(', ')}
      </h2>
      <p className="muted">{say('by', { moment: moment(report.at), name: report.staffName })}</p>
      <CountsTable counts={report.counts} />
      <ProblemList problems={report.problems} />
      <ReportButtons report={report} />
    </Card>
  )
}

function ReportButtons({ report }: { readonly report: ImportReport }) {
  const say = useSay(importsMessages)
  const sayReview = useSay(importReviewMessages)
  const { language } = useLocale()
  const { moment } = useFormats()
  const [isBusy, setBusy] = useState(false)
  const html = () => reportPage(report, language, moment(report.at))

  async function print(as: 'paper' | 'pdf') {
    setBusy(true)
    const answer = await desk
      .printReport({ title: say('report'), html: html(), as })
      .finally(() => setBusy(false))
    if (!answer.ok && answer.refusal === 'print.failed') {
      await toast({ text: say('printFailed'), tone: 'alert' })
    }
  }

  return (
    <div className={classes.buttons}>
      <Button icon={IconPrinter} size="small" isBusy={isBusy} onClick={() => void print('paper')}>
        {say('printReport')}
      </Button>
      <Button icon={IconDownload} size="small" isBusy={isBusy} onClick={() => void print('pdf')}>
        {say('savePdf')}
      </Button>
      <Button
        icon={IconFileText}
        size="small"
        onClick={() => {
          const name = `${sayReview('reportFile')}-${report.at.slice(0, 10)}.html`
          saveText(html(), name, 'text/html')
        }}
      >
        {sayReview('saveHtml')}
      </Button>
      <UndoButton report={report} />
    </div>
  )
}

/** Takes the whole import back, long after its toast is gone. */
function UndoButton({ report: { actionId } }: { readonly report: ImportReport }) {
  const say = useSay(importReviewMessages)
  const sayHistory = useSay(historyMessages)
  const [isBusy, setBusy] = useState(false)

  async function undo() {
    setBusy(true)
    const answer = await history
      .undo({ actionId })
      .catch((problem: unknown) => {
        if (isStopped(problem)) return null
        throw problem
      })
      .finally(() => setBusy(false))
    if (!answer) return
    if (!answer.ok) return toast({ text: sayHistory(answer.refusal), tone: 'alert' })
    dismissToastsOf(actionId)
    return toast({ text: say('undone'), isPublic: true })
  }

  return (
    <Button icon={IconArrowBackUp} size="small" isBusy={isBusy} onClick={() => void undo()}>
      {say('undoImport')}
    </Button>
  )
}
