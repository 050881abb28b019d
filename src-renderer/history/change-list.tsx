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

/** Who changed what from what to what, newest first, each with its way back. */
export function ChangeList({ changes, isOneField = false }: ChangeListProps) {
  return (
    <ol className={classes.changes}>
      {changes.map((change) => (
        <Change key={change.id} change={change} isOneField={isOneField} />
      ))}
    </ol>
  )
}

type ChangeProps = { readonly change: ChangeRow; readonly isOneField: boolean }

function Change({ change, isOneField }: ChangeProps) {
  const say = useSay(historyMessages)
  const { moment } = useFormats()
  const words = useHistoryWords()
  const { at, staffName, field, from, to } = change
  return (
    <li>
      <div className={classes.what}>
        <small>
          {moment(at)} · {staffName} · {words.action(change)}
        </small>
        {field === null ? (
          <span>{say(to === null ? 'removed' : 'made')}</span>
        ) : (
          <span className={classes.values} data-private>
            {!isOneField && <span>{words.fieldName(change)}</span>}
            <del>{words.value(change, from)}</del>
            <IconArrowRight size={14} stroke={1.75} aria-hidden />
            <ins>{words.value(change, to)}</ins>
          </span>
        )}
      </div>
      {field !== null && <RevertButton change={change} />}
    </li>
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
