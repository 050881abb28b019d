import { type KeyboardEvent, type ReactNode, type Ref, useId } from 'react'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { useSay } from '../../language.tsx'
import { IconCheck, IconEyeOff } from '../icons.ts'
import classes from './inline.module.css'
import { useShownHistory } from './shown-history.tsx'

export type InlineLook = {
  /** How the value reads; absent or empty shows `Niet ingevuld`. */
  readonly shown?: ReactNode
  /** Hidden from this role, or protected: then nothing can be edited either. */
  readonly hidden?: 'role' | 'protection' | null
  readonly isReadOnly?: boolean
  /** Blurred while a parent stands at the desk. */
  readonly isPrivate?: boolean
  /** At the end of the line: a call button, an eye. */
  readonly action?: ReactNode
  /** Where its changes are kept: gives a clock, and Alt+H. Absent where there is nothing to put back. */
  readonly history?: {
    readonly table: string
    readonly rowId: string
    readonly field: string
  } | null
  /** A remark that does not stop anything: an unusual number, a missing required field. */
  readonly warning?: string | null
}

type InlineShellProps = InlineLook & {
  readonly ref: Ref<HTMLDivElement>
  readonly label: string
  readonly isEditing: boolean
  readonly isSaved: boolean
  readonly onEdit: () => void
  readonly editor: ReactNode
}

/** A line of a file: label, value or editor, and what else belongs to the field. */
export function InlineShell(props: InlineShellProps) {
  const say = useSay(uiMessages)
  const labelId = useId()
  const { label, hidden, warning, isEditing, isSaved, editor, action } = props
  const history = useShownHistory(props)
  return (
    <div
      ref={props.ref}
      className={classes.field}
      data-editing={isEditing || undefined}
      {...history.near}
    >
      <span id={labelId} className={classes.label}>
        {label}
      </span>
      <div className={classes.value}>
        {hidden ? (
          <span className={classes.hidden}>
            <IconEyeOff size={16} stroke={1.75} aria-hidden />
            {say(hidden === 'role' ? 'hidden-for-role' : 'hidden-protected')}
          </span>
        ) : isEditing ? (
          editor
        ) : (
          <InlineText {...props} labelId={labelId} />
        )}
        {warning && !isEditing && <p className={classes.warning}>{warning}</p>}
      </div>
      <span className={classes.end}>
        <span role="status" className={classes.tick}>
          {isSaved && (
            <>
              <IconCheck size={15} stroke={2.25} aria-hidden />
              {say('saved')}
            </>
          )}
        </span>
        {action}
        {history.clock}
      </span>
    </div>
  )
}

function InlineText(props: InlineShellProps & { readonly labelId: string }) {
  const say = useSay(uiMessages)
  const valueId = useId()
  const { shown, isReadOnly, isPrivate, onEdit, labelId } = props
  const isEmpty = shown === undefined || shown === null || shown === ''
  const text = (
    <span
      id={valueId}
      className={isEmpty ? classes.empty : undefined}
      data-private={isPrivate || undefined}
    >
      {isEmpty ? say('not-filled-in') : shown}
    </span>
  )
  if (isReadOnly) return <span className={classes.readOnly}>{text}</span>
  return (
    <button
      type="button"
      className={classes.text}
      data-inline-text
      aria-labelledby={`${labelId} ${valueId}`}
      onClick={onEdit}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key !== 'F2') return
        event.preventDefault()
        onEdit()
      }}
    >
      {text}
    </button>
  )
}

/** The fields of one part of a file, one under another. */
export function InlineFields({ children }: { readonly children: ReactNode }) {
  return <div className={classes.fields}>{children}</div>
}
