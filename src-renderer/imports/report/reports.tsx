import { useEffect, useState } from 'react'
import { type ImportReport, importsContract } from '#shared/imports/imports-contract.ts'
import { importsMessages } from '#shared/imports/imports-messages.ts'
import { connect } from '../../platform/client.ts'
import { useFormats } from '../../platform/formats.ts'
import { useSay } from '../../platform/language.tsx'
import { toast } from '../../platform/toasts.ts'
import { IconButton, LinkButton } from '../../platform/ui/button.tsx'
import { IconTrash } from '../../platform/ui/icons.ts'
import { Section } from '../../platform/ui/page/page.tsx'
import { useFresh } from '../../platform/use-fresh.ts'
import classes from './report.module.css'
import { ReportCard } from './report-card.tsx'

const imports = connect(importsContract)

type ReportsProps = {
  /** The report that stands above already; null when none does. */
  readonly shownId: string | null
}

/** What was imported before, newest first; one opens at a time. */
export function Reports({ shownId }: ReportsProps) {
  const say = useSay(importsMessages)
  const all = useFresh(['importReports'], {}, imports.reports)
  const [openId, setOpenId] = useState<string | null>(null)
  if (all === 'loading') return null
  const reports = all.filter(({ id }) => id !== shownId)
  if (shownId !== null && reports.length === 0) return null
  return (
    <Section title={say('reports')}>
      {reports.length === 0 && <p className="muted">{say('noReports')}</p>}
      <ul className={classes.reports}>
        {reports.map((report) => (
          <li key={report.id}>
            <ReportLine
              report={report}
              isOpen={openId === report.id}
              onOpen={() => setOpenId(openId === report.id ? null : report.id)}
            />
            {openId === report.id && <ReportCard report={report} />}
          </li>
        ))}
      </ul>
    </Section>
  )
}

type FreshReportProps = { readonly report: ImportReport; readonly onGone: () => void }

/** What was taken over just now, with its way back; taken back, it must not stay on the screen. */
export function FreshReport({ report, onGone }: FreshReportProps) {
  const say = useSay(importsMessages)
  const reports = useFresh(['importReports'], {}, imports.reports)
  const isGone = reports !== 'loading' && !reports.some(({ id }) => id === report.id)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each report.
  useEffect(() => void toast({ text: say('done'), undo: 'last' }), [report.id])
  // biome-ignore lint/correctness/useExhaustiveDependencies: when it goes, and not for a new function.
  useEffect(() => {
    if (isGone) onGone()
  }, [isGone])
  return <ReportCard report={report} isFresh />
}

type ReportLineProps = {
  readonly report: ImportReport
  readonly isOpen: boolean
  readonly onOpen: () => void
}

function ReportLine({ report, isOpen, onOpen }: ReportLineProps) {
  const say = useSay(importsMessages)
  const { moment } = useFormats()

  async function remove() {
    await imports.removeReport({ id: report.id })
    await toast({ text: say('reportRemoved'), undo: 'last' })
  }

  return (
    <div className={classes.line}>
      <LinkButton aria-expanded={isOpen} onClick={onOpen}>
        {moment(report.at)} · {say(`format.${report.format}`)} · {report.fileNames[0]}
      </LinkButton>
      <span className="muted">{report.staffName}</span>
      <IconButton
        icon={IconTrash}
        label={say('removeReport')}
        size="small"
        onClick={() => void remove()}
      />
    </div>
  )
}
