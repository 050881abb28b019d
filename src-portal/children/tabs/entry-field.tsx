import type { ReactNode } from 'react'
import { askingMessages } from '#shared/children/asking-messages.ts'
import { showPhone } from '#shared/families/phone-display.ts'
import { speak } from '#shared/platform/messages.ts'
import {
  choiceName,
  labelOf,
  languageChoices,
  languagesIn,
  type Reader,
  showValue,
} from './field-words.ts'
import { languagePlaces, type Troubles, type Typed } from './read-form.ts'
import type { Entry } from './tab-model.ts'

export type Filled = {
  readonly reader: Reader
  readonly typed: Typed
  readonly troubles: Troubles
}

type Props = Filled & { readonly entry: Entry; readonly hint?: string | undefined }

/** One field: typed in when it may be asked, else read, with what waits and what was answered. */
export function EntryField(props: Props) {
  const { entry, reader } = props
  return entry.isOpen ? <OpenField {...props} /> : <ClosedField entry={entry} reader={reader} />
}

function ClosedField({ entry, reader }: Pick<Props, 'entry' | 'reader'>) {
  const say = speak(askingMessages, reader.language)
  const { field, value, pending } = entry
  return (
    <dl className="known">
      <dt>{labelOf(field, reader.language)}</dt>
      <dd className={value === null ? 'meta' : undefined}>
        {showValue(field, value, reader) ?? say('nothing')}
      </dd>
      {pending && <Waiting entry={entry} reader={reader} />}
    </dl>
  )
}

function Waiting({ entry: { field, pending }, reader }: Pick<Props, 'entry' | 'reader'>) {
  const say = speak(askingMessages, reader.language)
  const value = showValue(field, pending?.asked ?? null, reader)
  const wantsDocument = pending?.documentAskedAt && !pending.documentSeenAt
  return (
    <dd className="waits">
      {value === null ? say('pending-empty') : say('pending', { value })}
      {wantsDocument && ` ${say('document')}`}
    </dd>
  )
}

function OpenField({ entry, reader, typed, troubles, hint }: Props) {
  const say = speak(askingMessages, reader.language)
  const { field, name, refused } = entry
  const trouble = troubles[name]
  const refusal =
    refused && (refused.reason ? say('refused', { reason: refused.reason }) : say('refused-plain'))
  return (
    <Labelled
      name={name}
      label={labelOf(field, reader.language)}
      isRequired={field.isRequired}
      hint={hint}
      {...(field.isRisky && { risk: say('document-mark') })}
      refusal={refusal}
      trouble={trouble && say(trouble)}
    >
      {(described) => (
        <EntryInput
          entry={entry}
          reader={reader}
          typed={typed}
          described={described}
          isWrong={trouble !== undefined}
        />
      )}
      {trouble?.startsWith('doubt.') && (
        <input type="hidden" name={`sure.${name}`} value={typed[name] ?? ''} />
      )}
    </Labelled>
  )
}

type Described = { readonly 'aria-describedby'?: string }

type LabelledProps = {
  readonly name: string
  readonly label: string
  readonly isRequired?: boolean
  /** That the school wants to see a document, for who does not see the sign. */
  readonly risk?: string
  readonly hint?: string | null | undefined
  readonly refusal?: string | null
  readonly trouble?: string | undefined
  readonly children:
    | readonly [(described: Described) => ReactNode, ReactNode]
    | ((described: Described) => ReactNode)
}

/** A label above its field, with hint, answer and what is wrong tied to it for who listens. */
export function Labelled(props: LabelledProps) {
  const { name, label, isRequired = false, risk, hint, refusal, trouble, children } = props
  const ids = [hint && `${name}-hint`, refusal && `${name}-answer`, trouble && `${name}-wrong`]
  const described = ids.filter(Boolean).join(' ')
  const [field, after] = Array.isArray(children) ? children : [children, null]
  return (
    <div className="field">
      <label htmlFor={name}>
        {label}
        {isRequired && <span aria-hidden="true"> *</span>}
        {risk && (
          <>
            <span aria-hidden="true"> °</span>
            <span className="unseen"> ({risk})</span>
          </>
        )}
      </label>
      {hint && (
        <span className="hint" id={`${name}-hint`}>
          {hint}
        </span>
      )}
      {typeof field === 'function' && field(described ? { 'aria-describedby': described } : {})}
      {after}
      {refusal && (
        <span className="refused" id={`${name}-answer`}>
          {refusal}
        </span>
      )}
      {trouble && (
        <span className="wrong" id={`${name}-wrong`}>
          {trouble}
        </span>
      )}
    </div>
  )
}

type InputProps = Pick<Props, 'entry' | 'reader' | 'typed'> & {
  readonly described: Described
  readonly isWrong: boolean
}

function EntryInput({ entry, reader, typed, described, isWrong }: InputProps) {
  const { field, name, value } = entry
  const text = typed[name] ?? value ?? ''
  const rest = {
    id: name,
    name,
    ...described,
    ...(field.isRequired && { 'aria-required': true }),
    ...(isWrong && { 'aria-invalid': true }),
  }
  const { input } = field
  if (input === 'languages') return <Languages entry={entry} reader={reader} text={text} />
  if (input === 'text') return <textarea {...rest} defaultValue={text} rows={3} maxLength={4000} />
  if (input === 'yes-no') {
    const say = speak(askingMessages, reader.language)
    const choices = [
      { value: '1', name: say('yes') },
      { value: '0', name: say('no') },
    ]
    return <Choice {...rest} choices={choices} text={text === '' ? '0' : text} />
  }
  if (typeof input === 'object') {
    const choices = input.choices.map((choice) => ({
      value: choice,
      name: choiceName(field, choice, reader.language),
    }))
    const none = field.isRequired ? [] : [{ value: '', name: '–' }]
    return <Choice {...rest} choices={[...none, ...choices]} text={text} />
  }
  return (
    <input
      {...rest}
      {...kindOf(field, text)}
      defaultValue={shownIn(input, text, reader)}
      maxLength={200}
    />
  )
}

const autoComplete: Readonly<Record<string, string>> = {
  'guardians.firstName': 'given-name',
  'guardians.lastName': 'family-name',
  'guardians.email': 'email',
}

/** A number as it is dialled here; read back, it is the same number. */
const shownIn = (input: Entry['field']['input'], text: string, { country }: Reader) =>
  input === 'phone' ? showPhone(text, country) : text

function kindOf({ input, table, field }: Entry['field'], text: string) {
  const rest = { autoComplete: autoComplete[`${table}.${field}`] ?? 'off' }
  if (input === 'email') return { ...rest, type: 'email' }
  if (input === 'phone') return { ...rest, type: 'tel' }
  // Of who was born far away only the year may be known, which a calendar cannot hold.
  const isWhole = input === 'partial-day' && (text === '' || text.length === 10)
  if (input === 'day' || isWhole) return { ...rest, type: 'date' }
  if (input === 'order')
    return { ...rest, type: 'number', min: 1, max: 99, inputMode: 'numeric' } as const
  return { ...rest, type: 'text' }
}

type ChoiceProps = {
  readonly id: string
  readonly name: string
  readonly choices: readonly { readonly value: string; readonly name: string }[]
  readonly text: string
}

export function Choice({ choices, text, ...rest }: ChoiceProps) {
  return (
    <select {...rest} defaultValue={text}>
      {choices.map((each) => (
        <option key={each.value} value={each.value}>
          {each.name}
        </option>
      ))}
    </select>
  )
}

/** Three boxes for the languages at home; the first bears the label. */
function Languages({
  entry,
  reader,
  text,
}: {
  readonly entry: Entry
  readonly reader: Reader
  readonly text: string
}) {
  const say = speak(askingMessages, reader.language)
  const present = languagesIn(text)
  const known = languageChoices(present, reader.language).map(({ code, name }) => ({
    value: code,
    name,
  }))
  return (
    <div className="three">
      {languagePlaces.map((place, at) => (
        <div key={place}>
          {at > 0 && (
            <label className="unseen" htmlFor={`${entry.name}.${place}`}>
              {say('language', { number: at + 1 })}
            </label>
          )}
          <Choice
            id={at === 0 ? entry.name : `${entry.name}.${place}`}
            name={`${entry.name}.${place}`}
            choices={[{ value: '', name: '–' }, ...known]}
            text={present[at] ?? ''}
          />
        </div>
      ))}
    </div>
  )
}
