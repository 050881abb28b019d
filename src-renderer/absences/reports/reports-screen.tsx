import { useState } from 'react'
import type { AbsenceCode } from '#shared/absences/absence-codes.ts'
import { evidenceKinds } from '#shared/absences/absence-mark.ts'
import type { ReportRow } from '#shared/absences/absences-contract.ts'
import { absencesMessages } from '#shared/absences/messages/absences-messages.ts'
import { codeWord } from '#shared/absences/messages/code-words.ts'
import { reportMessages } from '#shared/absences/messages/report-messages.ts'
import { useFormats } from '../../platform/formats.ts'
import { useLocale, useSay } from '../../platform/language.tsx'
import { go, moveTo, type RouteOf } from '../../platform/routes.ts'
import { toast } from '../../platform/toasts.ts'
import { Button, IconButton, LinkButton } from '../../platform/ui/button.tsx'
import {
  IconCheck,
  IconClipboardCheck,
  IconDots,
  IconFileText,
  IconPlus,
  IconSettings,
  IconTrash,
  IconUsers,
} from '../../platform/ui/icons.ts'
import { Menu } from '../../platform/ui/overlays/menu.tsx'
import { Page } from '../../platform/ui/page/page.tsx'
import { EmptyState } from '../../platform/ui/signs/empty-state.tsx'
import { Skeleton } from '../../platform/ui/signs/skeleton.tsx'
import { StatusTag } from '../../platform/ui/signs/status-tag.tsx'
import { useFresh } from '../../platform/use-fresh.ts'
import { absences } from '../absence-calls.ts'
import classes from '../absences.module.css'
import table from '../registers/registers.module.css'
import { ManyDialog } from './many-dialog.tsx'
import { ReportDialog } from './report-dialog.tsx'
import { SettingsDialog } from './settings-dialog.tsx'
import { useWhen } from './use-when.ts'

/** What was reported for today and later; taking a report by phone. */
export function ReportsScreen({ route }: { readonly route: RouteOf<'absence-reports'> }) {
  const say = useSay(reportMessages)
  const { today } = useFormats()
  const [isForMany, askMany] = useState(false)
  const [isSetting, set] = useState(false)
  const rows = useFresh(
    ['absenceReports', 'pupils', 'memberships'],
    { from: today(), pupilId: null },
    absences.listReports,
  )
  const settings = useFresh(['absenceSettings'], {}, absences.settings)
  const codes = settings === 'loading' ? [] : settings.codes
  const open = () => moveTo({ screen: 'absence-reports', isNew: true })
  return (
    <Page
      title={say('title')}
      subtitle={<p>{say('subtitle')}</p>}
      actions={
        <>
          <IconButton icon={IconSettings} label={say('settings-title')} onClick={() => set(true)} />
          <Button icon={IconUsers} onClick={() => askMany(true)}>
            {say('add-many')}
          </Button>
          <Button kind="primary" icon={IconPlus} keys="mod+shift+a" onClick={open}>
            {say('add')}
          </Button>
        </>
      }
    >
      {rows === 'loading' ? (
        <Skeleton />
      ) : rows.length === 0 ? (
        <EmptyState
          icon={IconClipboardCheck}
          title={say('none')}
          action={
            <Button icon={IconPlus} onClick={open}>
              {say('add')}
            </Button>
          }
        >
          {say('none-text')}
        </EmptyState>
      ) : (
        <ReportTable rows={rows} codes={codes} />
      )}
      {route.isNew && codes.length > 0 && (
        <ReportDialog
          codes={codes}
          child={null}
          onClose={() => moveTo({ screen: 'absence-reports' })}
        />
      )}
      {isSetting && settings !== 'loading' && (
        <SettingsDialog settings={settings} onClose={() => set(false)} />
      )}
      {isForMany && <ManyDialog codes={codes} onClose={() => askMany(false)} />}
    </Page>
  )
}

type TableProps = { readonly rows: readonly ReportRow[]; readonly codes: readonly AbsenceCode[] }

function ReportTable({ rows, codes }: TableProps) {
  const say = useSay(reportMessages)
  return (
    <div className={classes.scroller}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{say('pupil')}</th>
            <th scope="col">{say('when')}</th>
            <th scope="col">{say('reason')}</th>
            <th scope="col">{say('by')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <ReportLine key={row.id} row={row} codes={codes} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function ReportLine({
  row,
  codes,
}: {
  readonly row: ReportRow
  readonly codes: readonly AbsenceCode[]
}) {
  const say = useSay(reportMessages)
  const sayWord = useSay(absencesMessages)
  const { language } = useLocale()
  const { moment } = useFormats()
  const when = useWhen()
  const entries = useLineEntries(row)
  return (
    <tr>
      <th scope="row">
        <LinkButton onClick={() => go({ screen: 'pupils', id: row.pupilId })}>
          <span data-private>{row.name}</span>
        </LinkButton>
        <span className="muted"> {row.groupName}</span>
      </th>
      <td className="num">{when(row)}</td>
      <td>
        {codeWord(row.code, codes, language)}
        {row.evidence && (
          <>
            {' '}
            <StatusTag tone="ok" icon={IconCheck}>
              {sayWord(`evidence.${row.evidence}`)}
            </StatusTag>
          </>
        )}
        {row.note && (
          <p className="muted" data-private>
            {row.note}
          </p>
        )}
      </td>
      <td className="muted" data-private>
        {sayWord(`source.${row.source}`)}
        <br />
        {say('by-at', { name: row.reportedByName, time: moment(row.reportedAt) })}
      </td>
      <td>
        <Menu
          label={say('actions', { name: row.name })}
          icon={IconDots}
          isIconOnly
          size="small"
          entries={entries}
        />
      </td>
    </tr>
  )
}

function useLineEntries(row: ReportRow) {
  const say = useSay(reportMessages)
  const sayWord = useSay(absencesMessages)
  const { today } = useFormats()
  async function done(
    answer:
      | { readonly ok: true }
      | { readonly ok: false; readonly refusal: 'absence.report-not-found' },
    text: string,
  ) {
    if (answer.ok) void toast({ text, undo: 'last' })
    else void toast({ text: sayWord(answer.refusal), tone: 'alert' })
  }
  const reportId = row.id
  return [
    {
      label: say('back'),
      icon: IconCheck,
      onSelect: () =>
        void absences
          .presentAgain({ reportId, on: today(), part: 'morning' })
          .then((answer) => done(answer, say('was-back', { name: row.name }))),
    },
    {
      label: say('withdraw'),
      icon: IconTrash,
      isDanger: true,
      onSelect: () =>
        void absences
          .withdraw({ reportId })
          .then((answer) => done(answer, say('withdrawn', { name: row.name }))),
    },
    { heading: say('evidence') },
    ...evidenceKinds.map((evidence) => ({
      label: sayWord(`evidence.${evidence}`),
      icon: IconFileText,
      onSelect: () =>
        void absences
          .setEvidence({ reportId, evidence })
          .then((answer) => done(answer, say('evidence-saved', { name: row.name }))),
    })),
  ]
}
