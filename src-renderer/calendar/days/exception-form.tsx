import { type FormEvent, useId, useState } from 'react'
import { calendarScreenMessages } from '#shared/calendar/calendar-screen-messages.ts'
import type { SchoolYear } from '#shared/groups/group.ts'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { type DayException, exceptionKinds, offParts } from '#shared/school-days/day-exception.ts'
import { schoolDaysContract } from '#shared/school-days/school-days-contract.ts'
import { schoolDaysMessages } from '#shared/school-days/school-days-messages.ts'
import { schoolDaysScreenMessages } from '#shared/school-days/school-days-screen-messages.ts'
import { useSay } from '../../platform/language.tsx'
import { toast } from '../../platform/toasts.ts'
import { Button } from '../../platform/ui/button.tsx'
import { Segments } from '../../platform/ui/fields/choice-field.tsx'
import { DateField } from '../../platform/ui/fields/date-field.tsx'
import { MultiSelectField, SelectField } from '../../platform/ui/fields/select-field.tsx'
import { TextField } from '../../platform/ui/fields/text-field.tsx'
import { IconTrash } from '../../platform/ui/icons.ts'
import { Modal } from '../../platform/ui/overlays/modal.tsx'
import { Banner } from '../../platform/ui/signs/banner.tsx'
import { useMay } from '../../platform/viewer.tsx'
import classes from '../calendar.module.css'
import { days, useGroupOptions } from '../calendar-reads.ts'
import { DayHoursFields } from './day-hours-fields.tsx'
import { type ExceptionDraft, exceptionDraft, type Start, toException } from './exception-draft.ts'
import { TouchedNote } from './touched-note.tsx'

type ExceptionFormProps = {
  /** What is changed; without it something new. */
  readonly exception?: DayException
  /** What a new one begins with. */
  readonly start?: Start
  readonly year: SchoolYear
  readonly onClose: () => void
}

/** Holidays, days off and other hours. */
export function ExceptionForm({ exception, start, year, onClose }: ExceptionFormProps) {
  const say = useSay(schoolDaysScreenMessages)
  const sayDay = useSay(schoolDaysMessages)
  const sayUi = useSay(uiMessages)
  const mayChange = useMay(schoolDaysContract.methods.saveException)
  const formId = useId()
  const [draft, setDraft] = useState(() => exceptionDraft(exception ?? null, start ?? null))
  const [problem, setProblem] = useState<string | null>(null)
  const change = (wanted: Partial<ExceptionDraft>) => {
    setDraft((known) => ({ ...known, ...wanted }))
    setProblem(null)
  }

  async function save(submitted: FormEvent) {
    submitted.preventDefault()
    const read = toException(draft)
    if (!read.ok) {
      const weekday = sayDay(`kind.${draft.kind}`)
      return setProblem(say(read.refusal, { weekday }))
    }
    const answer = await days.saveException({ id: exception?.id ?? null, fields: read.value })
    if (!answer.ok) return setProblem(sayDay(answer.refusal))
    void toast({ text: say('saved', { name: draft.name }), undo: 'last' })
    onClose()
  }
  async function remove(id: string) {
    await days.removeException({ id })
    void toast({ text: say('removed', { name: draft.name }), undo: 'last' })
    onClose()
  }
  return (
    <Modal
      title={exception?.name ?? say('exception-new')}
      onClose={onClose}
      width={600}
      footer={
        <>
          {mayChange && exception && (
            <span className={classes.footer}>
              <Button kind="danger" icon={IconTrash} onClick={() => void remove(exception.id)}>
                {say('remove')}
              </Button>
            </span>
          )}
          <Button onClick={onClose}>{sayUi(mayChange ? 'cancel' : 'close')}</Button>
          {mayChange && (
            <Button kind="primary" isSubmit form={formId}>
              {sayUi('save')}
            </Button>
          )}
        </>
      }
    >
      <form id={formId} className={classes.form} onSubmit={(submitted) => void save(submitted)}>
        <Fields draft={draft} year={year} onChange={change} isDisabled={!mayChange} />
        {mayChange && <TouchedNote draft={draft} />}
        {problem && (
          <Banner tone="alert" isNews>
            {problem}
          </Banner>
        )}
      </form>
    </Modal>
  )
}

type FieldsProps = {
  readonly draft: ExceptionDraft
  readonly year: SchoolYear
  readonly onChange: (wanted: Partial<ExceptionDraft>) => void
  readonly isDisabled: boolean
}

function Fields({ draft, year, onChange, isDisabled }: FieldsProps) {
  const say = useSay(schoolDaysScreenMessages)
  const sayDay = useSay(schoolDaysMessages)
  const { kind, startsOn, endsOn } = draft
  const hasHours = kind === 'other-hours' || kind === 'extra-day'
  return (
    <>
      <SelectField
        label={say('field.kind')}
        value={kind}
        isDisabled={isDisabled}
        onChange={(chosen) => onChange({ kind: chosen })}
        options={exceptionKinds.map((each) => ({ value: each, label: sayDay(`kind.${each}`) }))}
      />
      <TextField
        label={say('field.name')}
        value={draft.name}
        isDisabled={isDisabled}
        onChange={(name) => onChange({ name })}
        maxLength={200}
        isRequired
        isFirst
      />
      <div className={classes.pair}>
        <DateField
          label={say('field.startsOn')}
          value={startsOn}
          isDisabled={isDisabled}
          onChange={(day) => {
            const follows = startsOn === endsOn || (day && endsOn && endsOn < day)
            onChange({ startsOn: day, ...(follows ? { endsOn: day } : {}) })
          }}
        />
        <DateField
          label={say('field.endsOn')}
          value={endsOn}
          isDisabled={isDisabled}
          onChange={(day) => onChange({ endsOn: day })}
        />
      </div>
      {!hasHours && (
        <Segments
          label={say('field.part')}
          isLabelShown
          value={draft.part}
          isDisabled={isDisabled}
          onChange={(part) => onChange({ part })}
          options={offParts.map((part) => ({ value: part, label: sayDay(`part.${part}`) }))}
        />
      )}
      {hasHours && (
        <DayHoursFields
          label={sayDay(`kind.${kind}`)}
          value={draft.hours}
          onChange={(hours) => onChange({ hours })}
        />
      )}
      <ForWhom {...{ draft, year, onChange, isDisabled }} />
    </>
  )
}

function ForWhom({ draft, year, onChange, isDisabled }: FieldsProps) {
  const say = useSay(schoolDaysScreenMessages)
  const sayScreen = useSay(calendarScreenMessages)
  const options = useGroupOptions(year.id)
  const { groupIds } = draft
  return (
    <>
      <Segments
        label={say('field.groupIds')}
        isLabelShown
        value={groupIds === null ? 'school' : 'groups'}
        isDisabled={isDisabled}
        onChange={(whom) => onChange({ groupIds: whom === 'school' ? null : [] })}
        options={[
          { value: 'school', label: say('for-school') },
          { value: 'groups', label: say('for-groups') },
        ]}
      />
      {groupIds !== null && (
        <MultiSelectField
          label={sayScreen('field.groupIds')}
          value={groupIds}
          isDisabled={isDisabled}
          onChange={(chosen) => onChange({ groupIds: [...chosen] })}
          options={options}
        />
      )}
    </>
  )
}
