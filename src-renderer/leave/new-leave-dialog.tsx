import { type FormEvent, useId, useMemo, useState } from 'react'
import { GuardianId } from '#shared/families/guardian.ts'
import { type LeaveKind, leaveRules } from '#shared/leave/leave-kind.ts'
import {
  type DocumentState,
  documentStates,
  LeaveFields,
  type LeavePart,
  leaveParts,
} from '#shared/leave/leave-request.ts'
import { leaveWords } from '#shared/leave/words/leave-words.ts'
import { leaveScreenWords } from '#shared/leave/words/screen-words.ts'
import type { Day } from '#shared/platform/day.ts'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { PupilId } from '#shared/pupils/pupil.ts'
import { useLocale, useSay } from '../platform/language.tsx'
import { toast } from '../platform/toasts.ts'
import { Button } from '../platform/ui/button.tsx'
import { CheckboxField, Segments } from '../platform/ui/fields/choice-field.tsx'
import { DateField } from '../platform/ui/fields/date-field.tsx'
import { SelectField } from '../platform/ui/fields/select-field.tsx'
import { TextAreaField } from '../platform/ui/fields/text-field.tsx'
import { Modal } from '../platform/ui/overlays/modal.tsx'
import { useFresh } from '../platform/use-fresh.ts'
import classes from './leave.module.css'
import { leave, pupils } from './leave-calls.ts'

type DialogProps = {
  readonly pupilId: string | null
  readonly onClose: () => void
  readonly onAdded: (requestId: string) => void
}

const office = 'office'

/** For a guardian at the desk or on the telephone: one request for brothers and sisters. */
export function NewLeaveDialog({ pupilId: given, onClose, onAdded }: DialogProps) {
  const say = useSay(leaveScreenWords)
  const sayLeave = useSay(leaveWords)
  const sayUi = useSay(uiMessages)
  const formId = useId()
  const form = useNewLeave(given)
  const { problem, setProblem } = form

  async function save(event: FormEvent) {
    event.preventDefault()
    if (!form.pupilId) return setProblem(say('needs-pupil'))
    if (!form.from || !form.until) return setProblem(say('needs-days'))
    if (!form.reason.trim()) return setProblem(say('needs-reason'))
    const { kind, part, reason, document, knownSince, from, until } = form
    const fields = LeaveFields.safeParse({ kind, part, reason, document, knownSince, from, until })
    if (!fields.success) {
      const key = fields.error.issues[0]?.message
      return setProblem(
        sayLeave(key === 'leave.half-of-one-day' ? key : 'leave.ends-before-it-starts'),
      )
    }
    const pupilIds = [form.pupilId, ...form.siblings].map((id) => PupilId.parse(id))
    const guardianId = form.asker === office ? null : GuardianId.parse(form.asker)
    const answer = await leave.ask({ pupilIds, fields: fields.data, guardianId })
    if (!answer.ok) return setProblem(sayLeave(answer.refusal))
    const names = form.children.filter(({ pupilId }) => pupilIds.includes(pupilId))
    const text = say('kept', { names: names.map(({ name }) => name).join(', ') })
    void toast({ text, undo: 'last' })
    onAdded(answer.value)
    onClose()
  }
  return (
    <Modal
      title={say('new-title')}
      width={620}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{sayUi('cancel')}</Button>
          <Button kind="primary" isSubmit form={formId}>
            {say('save')}
          </Button>
        </>
      }
    >
      <form id={formId} className={classes.form} onSubmit={(event) => void save(event)}>
        <WhoFields form={form} />
        <WhatFields form={form} />
        {problem && (
          <p role="alert" className={classes.quote}>
            {problem}
          </p>
        )}
      </form>
    </Modal>
  )
}

function useNewLeave(given: string | null) {
  const { country } = useLocale()
  const [pupilId, setPupil] = useState<string | null>(given)
  const [siblings, setSiblings] = useState<readonly string[]>([])
  const [asker, setAsker] = useState<string>(office)
  const [kind, setKind] = useState<LeaveKind>(leaveRules[country][0]?.kind ?? 'other')
  const [from, setFrom] = useState<Day | null>(null)
  const [until, setUntil] = useState<Day | null>(null)
  const [part, setPart] = useState<LeavePart>('day')
  const [reason, setReason] = useState('')
  const [document, setDocument] = useState<DocumentState>('none')
  const [knownSince, setKnownSince] = useState<Day | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const askable = useFresh(['guardianLinks', 'pupils'], { pupilId }, async (input) =>
    input.pupilId ? leave.askable({ pupilId: PupilId.parse(input.pupilId) }) : null,
  )
  const known = askable === 'loading' ? null : askable
  return {
    country,
    children: known?.children ?? [],
    guardians: known?.guardians ?? [],
    pupilId,
    setPupil(id: string) {
      setPupil(id)
      setSiblings([])
      setAsker(office)
      setProblem(null)
    },
    siblings,
    setSiblings,
    asker,
    setAsker,
    kind,
    setKind,
    from,
    setFrom(day: Day | null) {
      setFrom(day)
      // One day is what is asked most.
      if (day && (!until || until < day)) setUntil(day)
      setProblem(null)
    },
    until,
    setUntil,
    part,
    setPart,
    reason,
    setReason,
    document,
    setDocument,
    knownSince,
    setKnownSince,
    problem,
    setProblem,
  }
}

type FieldsProps = { readonly form: ReturnType<typeof useNewLeave> }

function WhoFields({ form }: FieldsProps) {
  const say = useSay(leaveScreenWords)
  const list = useFresh(['pupils', 'memberships'], {}, () => pupils.list({}))
  const options = useMemo(
    () =>
      list === 'loading'
        ? []
        : list.map(({ id, name, groupName }) => ({
            value: String(id),
            label: [name, groupName].filter(Boolean).join(' · '),
          })),
    [list],
  )
  const others = form.children.filter(({ pupilId }) => pupilId !== form.pupilId)
  return (
    <>
      <SelectField
        label={say('pupil')}
        placeholder={say('pupil-search')}
        value={form.pupilId}
        onChange={form.setPupil}
        options={options}
        isSearchable
        isFirst
      />
      {others.length > 0 && (
        <fieldset className={classes.choices}>
          <legend>{say('children')}</legend>
          {others.map(({ pupilId, name }) => (
            <CheckboxField
              key={pupilId}
              label={name}
              value={form.siblings.includes(pupilId)}
              onChange={(isChosen) =>
                form.setSiblings((now) =>
                  isChosen ? [...now, pupilId] : now.filter((id) => id !== pupilId),
                )
              }
            />
          ))}
        </fieldset>
      )}
      {form.guardians.length > 0 && (
        <SelectField
          label={say('asker')}
          value={form.asker}
          onChange={form.setAsker}
          options={[
            ...form.guardians.map(({ guardianId, name }) => ({ value: guardianId, label: name })),
            { value: office, label: say('asker-office') },
          ]}
        />
      )}
    </>
  )
}

function WhatFields({ form }: FieldsProps) {
  const say = useSay(leaveScreenWords)
  const sayLeave = useSay(leaveWords)
  return (
    <>
      <SelectField
        label={say('kind')}
        value={form.kind}
        onChange={form.setKind}
        options={leaveRules[form.country].map(({ kind }) => ({
          value: kind,
          label: sayLeave(`kind.${kind}`),
        }))}
      />
      <div className={classes.two}>
        <DateField label={say('from')} value={form.from} onChange={form.setFrom} />
        <DateField label={say('until')} value={form.until} onChange={form.setUntil} />
      </div>
      {form.from !== null && form.from === form.until && (
        <Segments
          label={say('part')}
          isLabelShown
          value={form.part}
          onChange={form.setPart}
          options={leaveParts.map((value) => ({ value, label: sayLeave(`part.${value}`) }))}
        />
      )}
      <TextAreaField
        label={say('reason')}
        value={form.reason}
        onChange={form.setReason}
        maxLength={1000}
      />
      <div className={classes.two}>
        <SelectField
          label={say('document')}
          value={form.document}
          onChange={form.setDocument}
          options={documentStates.map((value) => ({ value, label: sayLeave(`document.${value}`) }))}
        />
        <DateField
          label={say('known-since-field')}
          value={form.knownSince}
          onChange={form.setKnownSince}
        />
      </div>
    </>
  )
}
