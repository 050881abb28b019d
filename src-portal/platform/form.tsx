import type { ReactNode } from 'react'
import type { Visit } from './visit.ts'

type FormProps = {
  readonly visit: Visit
  readonly action: string
  readonly submit: string
  readonly isQuiet?: boolean
  readonly children?: ReactNode
}

/** A form of the portal: sent by POST, with the token that shows it is ours. */
export function Form({ visit, action, submit, isQuiet = false, children }: FormProps) {
  return (
    <form method="post" action={action} noValidate>
      <input type="hidden" name="form" value={visit.formToken} />
      {children}
      <button className={isQuiet ? 'button quiet' : 'button'} type="submit">
        {submit}
      </button>
    </form>
  )
}

type FieldProps = {
  readonly name: string
  readonly label: string
  readonly hint?: string | undefined
  /** What is wrong with what was typed. */
  readonly trouble?: string | undefined
  readonly value?: string | undefined
  readonly type?: 'text' | 'email' | 'password' | 'date' | 'time' | 'tel'
  /** May be left empty. */
  readonly isOptional?: boolean
  readonly autoComplete?: string
  readonly className?: string
  readonly inputMode?: 'numeric' | 'text'
}

/** One field with its label, its hint and what is wrong with it, tied together for who listens. */
export function Field(props: FieldProps) {
  const { name, label, hint, trouble, value, type = 'text', isOptional = false, ...rest } = props
  const described = [hint && `${name}-hint`, trouble && `${name}-wrong`].filter(Boolean).join(' ')
  const isCode = rest.className === 'code'
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      {hint && (
        <span className="hint" id={`${name}-hint`}>
          {hint}
        </span>
      )}
      <input
        id={name}
        name={name}
        type={type}
        required={!isOptional}
        {...rest}
        {...(isCode && { autoCapitalize: 'characters', spellCheck: false })}
        {...(value !== undefined && type !== 'password' && { defaultValue: value })}
        {...(described && { 'aria-describedby': described })}
        {...(trouble && { 'aria-invalid': true, autoFocus: true })}
      />
      {trouble && (
        <span className="wrong" id={`${name}-wrong`}>
          {trouble}
        </span>
      )}
    </div>
  )
}

type TickProps = {
  readonly name: string
  readonly value: string
  readonly isOn: boolean
  readonly children: ReactNode
}

/** A box to tick with its words beside it, high enough for a thumb. */
export function Tick({ name, value, isOn, children }: TickProps) {
  return (
    <label className="tick">
      <input type="checkbox" name={name} value={value} defaultChecked={isOn} />
      <span>{children}</span>
    </label>
  )
}

type NoticeProps = {
  readonly kind: 'good' | 'bad' | 'plain'
  readonly title?: string
  readonly children: ReactNode
}

/** A sentence that must not be missed. Read aloud at once when it is about something wrong. */
export function Notice({ kind, title, children }: NoticeProps) {
  return (
    <div className={`notice ${kind}`} role={kind === 'bad' ? 'alert' : 'status'}>
      {title && <h2>{title}</h2>}
      <p>{children}</p>
    </div>
  )
}
