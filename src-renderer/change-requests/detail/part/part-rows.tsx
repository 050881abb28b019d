import { useState } from 'react'
import type {
  PartCheck,
  PartView,
  RequestFile,
} from '#shared/change-requests/change-requests-contract.ts'
import { requestDetailMessages } from '#shared/change-requests/messages/request-detail-messages.ts'
import { requestRefusalMessages } from '#shared/change-requests/messages/request-refusal-messages.ts'
import { useFormats } from '../../../platform/formats.ts'
import { useSay } from '../../../platform/language.tsx'
import { IconButton } from '../../../platform/ui/button.tsx'
import { CheckboxField } from '../../../platform/ui/fields/choice-field.tsx'
import { IconAlertTriangle, IconInfoCircle, IconPencil } from '../../../platform/ui/icons.ts'
import { useAskWords } from '../../use-ask-words.ts'
import classes from '../detail.module.css'
import type { PartDraft } from '../drafts.ts'
import { EditValue } from './edit-value.tsx'
import { MovedChoice } from './moved-choice.tsx'
import { PartDocument } from './part-document.tsx'
import { ReasonField } from './reason-field.tsx'

type OpenPartProps = {
  readonly part: PartView
  readonly draft: PartDraft
  readonly guardian: RequestFile['guardian']
  readonly onChange: (fields: Partial<PartDraft>) => void
}

/** An open part: what it is, what stands there, what it becomes, and whether it is taken over. */
export function OpenPart({ part, draft, guardian, onChange }: OpenPartProps) {
  const say = useSay(requestDetailMessages)
  const words = useAskWords()
  const label = usePartLabel(part)
  const isTaken = draft.take === true
  return (
    <tbody data-part={part.id}>
      <tr className={classes.part} data-taken={isTaken}>
        <th scope="row">
          {label}
          {part.isRisky && <span className="visually-hidden"> ({say('check.document')})</span>}
        </th>
        <td data-private>
          {part.act !== 'add' && (
            <Value
              text={words.value(part, part.now)}
              isOld={isTaken && part.standing !== 'unchanged'}
            />
          )}
        </td>
        <td data-private>
          <Becomes part={part} draft={draft} label={label} onChange={onChange} />
        </td>
        <td>
          <CheckboxField
            label={say('take', { field: label })}
            isLabelHidden
            value={isTaken}
            isDisabled={part.refusal !== null}
            onChange={(take) => onChange({ take })}
          />
        </td>
      </tr>
      <PartBelow part={part} draft={draft} guardian={guardian} label={label} onChange={onChange} />
    </tbody>
  )
}

type LabelledProps = Omit<OpenPartProps, 'guardian'> & { readonly label: string }

/** What is written when it is accepted, with a pencil to write something else. */
function Becomes({ part, draft, label, onChange }: LabelledProps) {
  const say = useSay(requestDetailMessages)
  const words = useAskWords()
  const [isEditing, edit] = useState(false)
  const canEdit = part.act === 'set' && part.input !== 'languages' && part.refusal === null
  if (isEditing) {
    return (
      <EditValue
        part={part}
        label={label}
        value={draft.value}
        onChange={(value) => onChange({ value, take: true })}
        onDone={() => edit(false)}
      />
    )
  }
  return (
    <span className={classes.asked}>
      <Asked part={part} text={words.value(part, draft.value)} take={draft.take} />
      {draft.value !== part.asked && <small className={classes.edited}>{say('edited')}</small>}
      {canEdit && (
        <span data-edit>
          <IconButton
            icon={IconPencil}
            size="small"
            label={say('edit', { field: label })}
            onClick={() => edit(true)}
          />
        </span>
      )}
    </span>
  )
}

/** What is odd about it, and what has to be chosen or said. */
function PartBelow({ part, draft, guardian, label, onChange }: OpenPartProps & LabelledProps) {
  return (
    <tr>
      <td colSpan={4}>
        <div className={classes.signs}>
          <PartSigns part={part} />
          {part.standing === 'moved' && (
            <MovedChoice part={part} take={draft.take} onChoose={(take) => onChange({ take })} />
          )}
          <PartDocument part={part} draft={draft} onChange={onChange} />
          {draft.take === false && (
            <ReasonField
              label={label}
              language={guardian.language}
              value={draft.reason}
              onChange={(reason) => onChange({ reason })}
            />
          )}
        </div>
      </td>
    </tr>
  )
}

/** `Telefoonnummer · Oma Jansen`. */
export function usePartLabel({ tbl, field, act, of }: PartView) {
  const words = useAskWords()
  const label = words.label(`${tbl}.${field ?? act}`)
  return of && act !== 'add' ? `${label} · ${of}` : label
}

export function Value({ text, isOld }: { readonly text: string | null; readonly isOld: boolean }) {
  const say = useSay(requestDetailMessages)
  if (text === null) return <span className={classes.nothing}>{say('nothing')}</span>
  return isOld ? <del>{text}</del> : <span>{text}</span>
}

type AskedProps = {
  readonly part: PartView
  readonly text: string | null
  readonly take: boolean | null
}

function Asked({ part, text, take }: AskedProps) {
  const say = useSay(requestDetailMessages)
  const shown = part.act === 'end' ? say('goes') : (text ?? say('nothing'))
  if (take === null) return <span>{shown}</span>
  return take ? <ins className={classes.becomes}>{shown}</ins> : <del>{shown}</del>
}

/** Good to know and nothing wrong; the document has a tick of its own. */
const isQuiet = ({ kind }: PartCheck) => kind === 'document' || kind === 'known-contact'

function PartSigns({ part }: { readonly part: PartView }) {
  const say = useSay(requestDetailMessages)
  const sayRefusal = useSay(requestRefusalMessages)
  const { moment } = useFormats()
  const odd = [
    part.refusal && sayRefusal(part.refusal),
    part.doubt && say(part.doubt),
    ...part.checks.map((check) =>
      isQuiet(check) ? null : say(`check.${check.kind}`, { ...check }),
    ),
  ].filter((text) => text !== null)
  const plain = [
    part.standing === 'unchanged' && say('unchanged'),
    ...part.checks.map(
      (check) => check.kind === 'known-contact' && say('check.known-contact', { name: check.name }),
    ),
    part.remark && say('remark', { text: part.remark }),
    part.documentAskedAt && say('document-asked', { at: moment(part.documentAskedAt) }),
  ].filter((text) => typeof text === 'string')
  return (
    <>
      {odd.map((text) => (
        <p key={text} className={classes.odd}>
          <IconAlertTriangle size={15} stroke={2} aria-hidden />
          {text}
        </p>
      ))}
      {plain.map((text) => (
        <p key={text} className={classes.plain}>
          <IconInfoCircle size={15} stroke={2} aria-hidden />
          {text}
        </p>
      ))}
    </>
  )
}
