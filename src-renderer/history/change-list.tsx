import type { ChangeRow } from '#shared/history/history-contract.ts'
import { historyMessages } from '#shared/history/history-messages.ts'
import { useFormats } from '../platform/formats.ts'
import { useSay } from '../platform/language.tsx'
import { toast } from '../platform/toasts.ts'
import { Button } from '../platform/ui/button.tsx'
import { IconArrowRight, IconRestore } from '../platform/ui/icons.ts'
import classes from './history.module.css'
import { history } from './undo.ts'
import { useHistoryWords } from './words.ts'

type ChangeListProps = {
  readonly changes: readonly ChangeRow[]
  /** Which field is said once above the list instead of on every line. */
  readonly isOneField?: boolean
}

/** Who changed what from what to what, newest first, each field with its way back. */
export function ChangeList({ changes, isOneField = false }: ChangeListProps) {
  return (
    <ol className={classes.changes}>
      {byAction(changes).map((together) => (
        <Action key={together[0].id} changes={together} isOneField={isOneField} />
      ))}
    </ol>
  )
}

type Together = readonly [ChangeRow, ...ChangeRow[]]

/** What was done at once by one person is one thing: an enrolment writes a dozen rows. */
function byAction(changes: readonly ChangeRow[]): readonly Together[] {
  const groups: [ChangeRow, ...ChangeRow[]][] = []
  for (const change of changes) {
    const last = groups.at(-1)
    const [first] = last ?? []
    if (last && first?.at === change.at && first.path === change.path) last.push(change)
    else groups.push([change])
  }
  return groups
}

type ActionProps = { readonly changes: Together; readonly isOneField: boolean }

function Action({ changes, isOneField }: ActionProps) {
  const { moment } = useFormats()
  const words = useHistoryWords()
  const [first] = changes
  const fields = changes.filter(({ field }) => field !== null)
  return (
    <li>
      <div className={classes.head}>
        {!isOneField && <strong>{words.action(first)}</strong>}
        <small>
          {moment(first.at)} · {words.who(first)}
        </small>
      </div>
      <RowsMade changes={changes} />
      {fields.map((change) => (
        <div key={change.id} className={classes.line}>
          <FieldChange change={change} isOneField={isOneField} />
          <RevertButton change={change} />
        </div>
      ))}
    </li>
  )
}

/** Whole rows that came or went, each kind once: `Telefoon, Adres toegevoegd`. */
function RowsMade({ changes }: { readonly changes: Together }) {
  const say = useSay(historyMessages)
  const words = useHistoryWords()
  const rows = changes.filter(({ field }) => field === null)
  const kinds = (wanted: readonly ChangeRow[]) => [...new Set(wanted.map(words.tableName))]
  const made = kinds(rows.filter(({ to }) => to !== null))
  const removed = kinds(rows.filter(({ to }) => to === null))
  return (
    <>
      {made.length > 0 && (
        <p className={classes.rows}>
          {made.join(', ')} {say('made')}
        </p>
      )}
      {removed.length > 0 && (
        <p className={classes.rows}>
          {removed.join(', ')} {say('removed')}
        </p>
      )}
    </>
  )
}

type FieldChangeProps = { readonly change: ChangeRow; readonly isOneField: boolean }

function FieldChange({ change, isOneField }: FieldChangeProps) {
  const words = useHistoryWords()
  return (
    <span className={classes.values} data-private>
      {!isOneField && <span>{words.fieldName(change)}</span>}
      <del>{words.value(change, change.from)}</del>
      <IconArrowRight size={14} stroke={1.75} aria-hidden />
      <ins>{words.value(change, change.to)}</ins>
    </span>
  )
}

function RevertButton({ change }: { readonly change: ChangeRow }) {
  const say = useSay(historyMessages)
  const words = useHistoryWords()
  const field = words.fieldName(change)
  async function revert() {
    const answer = await history.revert({ changeId: change.id })
    if (answer.ok) return toast({ text: say('reverted', { field }), undo: 'last' })
    return toast({ text: say(answer.refusal), tone: 'alert' })
  }
  return (
    <Button
      kind="quiet"
      size="small"
      icon={IconRestore}
      aria-label={say('revert-to', { field, value: words.value(change, change.from) })}
      onClick={() => void revert()}
    >
      {say('revert')}
    </Button>
  )
}
