import { useState } from 'react'
import { deskContract } from '#shared/desk/desk-contract.ts'
import type { ImportReport } from '#shared/imports/imports-contract.ts'
import { importsMessages } from '#shared/imports/imports-messages.ts'
import { connect } from '../platform/client.ts'
import { useFormats } from '../platform/formats.ts'
import { useLocale, useSay } from '../platform/language.tsx'
import { go } from '../platform/routes.ts'
import { toast } from '../platform/toasts.ts'
import { Button } from '../platform/ui/button.tsx'
import { IconDownload, IconPrinter } from '../platform/ui/icons.ts'
import { Card } from '../platform/ui/page/page.tsx'
import { Banner } from '../platform/ui/signs/banner.tsx'
import { CountsTable } from './counts-table.tsx'
import classes from './imports.module.css'
import { ProblemList } from './problem-list.tsx'
import { reportPage } from './report-page.ts'

const desk = connect(deskContract)

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
      <h2 className={classes.reportTitle}>
        {say(`format.${report.format}`)} · {report.fileNames.slice(0, 2).join(', ')}
      </h2>
      <p className={classes.quiet}>
        {say('by', { moment: moment(report.at), name: report.staffName })}
      </p>
      <CountsTable counts={report.counts} />
      <ProblemList problems={report.problems} />
      <PrintButtons report={report} />
    </Card>
  )
}

function PrintButtons({ report }: { readonly report: ImportReport }) {
  const say = useSay(importsMessages)
  const { language } = useLocale()
  const { moment } = useFormats()
  const [isBusy, setBusy] = useState(false)

  async function print(as: 'paper' | 'pdf') {
    setBusy(true)
    const html = reportPage(report, language, moment(report.at))
    const answer = await desk.printReport({ title: say('report'), html, as })
    setBusy(false)
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
    </div>
  )
}
