import { type FormEvent, useId, useState } from 'react'
import type { SchoolYear } from '#shared/groups/group.ts'
import type { Day } from '#shared/platform/day.ts'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { PupilId } from '#shared/pupils/pupil.ts'
import { pupilsContract } from '#shared/pupils/pupils-contract.ts'
import type { ExceptionKind, OffPart } from '#shared/school-days/day-exception.ts'
import { weekdays as weekdayNames } from '#shared/school-days/day-pattern.ts'
import { schoolDaysMessages } from '#shared/school-days/school-days-messages.ts'
import { schoolDaysScreenMessages } from '#shared/school-days/school-days-screen-messages.ts'
import { connect } from '../../platform/client.ts'
import { useFormats } from '../../platform/formats.ts'
import { useSay } from '../../platform/language.tsx'
import { toast } from '../../platform/toasts.ts'
import { Button } from '../../platform/ui/button.tsx'
import { Segments } from '../../platform/ui/fields/choice-field.tsx'
import { DateField } from '../../platform/ui/fields/date-field.tsx'
import { MultiSelectField, SelectField } from '../../platform/ui/fields/select-field.tsx'
import { TextField } from '../../platform/ui/fields/text-field.tsx'
import { Modal } from '../../platform/ui/overlays/modal.tsx'
import { Banner } from '../../platform/ui/signs/banner.tsx'
import { useFresh } from '../../platform/use-fresh.ts'
import classes from '../calendar.module.css'
import { days, useGroupOptions } from '../calendar-reads.ts'
import { DayHoursFields } from './day-hours-fields.tsx'
import { noHours, readHours } from './hours-draft.ts'

const pupils = connect(pupilsContract)

/** What a pupil alone can have: holidays are for all. */
const kinds = ['day-off', 'other-hours', 'extra-day'] as const satisfies readonly ExceptionKind[]

type PupilDaysFormProps = { readonly year: SchoolYear; readonly onClose: () => void }

/** Days of one pupil that are not those of the class. */
export function PupilDaysForm({ year, onClose }: PupilDaysFormProps) {
  const say = useSay(schoolDaysScreenMessages)
  const sayDay = useSay(schoolDaysMessages)
  const sayUi = useSay(uiMessages)
  const { today } = useFormats()
  const formId = useId()
  const [groupId, setGroup] = useState<string | null>(null)
  const [pupilId, setPupil] = useState<string | null>(null)
  const [kind, setKind] = useState<(typeof kinds)[number]>('day-off')
  const [part, setPart] = useState<OffPart>('all')
  const [chosenDays, setWeekdays] = useState<readonly string[]>([])
  const [hours, setHours] = useState(noHours)
  const [startsOn, setStart] = useState<Day | null>(today())
  const [endsOn, setEnd] = useState<Day | null>(year.endsOn)
  const [name, setName] = useState('')
  const [problem, setProblem] = useState<string | null>(null)

  async function save(submitted: FormEvent) {
    submitted.preventDefault()
    if (!pupilId) return setProblem(say('pupil-needed'))
    if (!startsOn || !endsOn) return setProblem(say('days-needed'))
    if (endsOn < startsOn) return setProblem(say('days-turned'))
    const read = kind === 'day-off' ? null : readHours(hours)
    if (read === false || (kind === 'other-hours' && read === null)) {
      return setProblem(say('week-unread', { weekday: sayDay(`kind.${kind}`) }))
    }
    const weekdays = chosenDays.length > 0 ? chosenDays.map(Number) : null
    const shownPart = kind === 'day-off' ? part : 'all'
    const id = PupilId.parse(pupilId)
    const fields = { kind, name, startsOn, endsOn, part: shownPart, hours: read }
    const answer = await days.savePupilException({
      id: null,
      fields: { ...fields, pupilId: id, weekdays },
    })
    if (!answer.ok) return setProblem(sayDay(answer.refusal))
    void toast({ text: say('saved', { name: say('pupil-new') }), undo: 'last' })
    onClose()
  }
  return (
    <Modal
      title={say('pupil-new')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{sayUi('cancel')}</Button>
          <Button kind="primary" isSubmit form={formId}>
            {sayUi('save')}
          </Button>
        </>
      }
    >
      <form id={formId} className={classes.form} onSubmit={(submitted) => void save(submitted)}>
        <WhichPupil
          year={year}
          groupId={groupId}
          pupilId={pupilId}
          onGroup={(id) => {
            setGroup(id)
            setPupil(null)
          }}
          onPupil={setPupil}
        />
        <SelectField
          label={say('field.kind')}
          value={kind}
          onChange={setKind}
          options={kinds.map((each) => ({ value: each, label: sayDay(`kind.${each}`) }))}
        />
        {kind === 'day-off' ? (
          <Segments
            label={say('field.part')}
            isLabelShown
            value={part}
            onChange={setPart}
            options={(['all', 'morning', 'afternoon'] as const).map((each) => ({
              value: each,
              label: sayDay(`part.${each}`),
            }))}
          />
        ) : (
          <DayHoursFields label={sayDay(`kind.${kind}`)} value={hours} onChange={setHours} />
        )}
        <MultiSelectField
          label={say('pupil-weekdays')}
          hint={say('pupil-weekdays-hint')}
          value={chosenDays}
          onChange={setWeekdays}
          options={weekdayNames.map((each, at) => ({
            value: String(at),
            label: sayDay(`weekday.${each}`),
          }))}
        />
        <div className={classes.pair}>
          <DateField label={say('field.startsOn')} value={startsOn} onChange={setStart} />
          <DateField label={say('field.endsOn')} value={endsOn} onChange={setEnd} />
        </div>
        <TextField label={say('pupil-reason')} value={name} onChange={setName} maxLength={200} />
        {problem && (
          <Banner tone="alert" isNews>
            {problem}
          </Banner>
        )}
      </form>
    </Modal>
  )
}

type WhichPupilProps = {
  readonly year: SchoolYear
  readonly groupId: string | null
  readonly pupilId: string | null
  readonly onGroup: (id: string) => void
  readonly onPupil: (id: string) => void
}

/** The class first, then one of its pupils: a list of thirty, and not of a thousand. */
function WhichPupil({ year, groupId, pupilId, onGroup, onPupil }: WhichPupilProps) {
  const say = useSay(schoolDaysScreenMessages)
  const groups = useGroupOptions(year.id)
  const rows = useFresh(['pupils', 'memberships'], {}, pupils.list)
  const inGroup = (rows === 'loading' ? [] : rows).filter(({ groupIds }) =>
    groupIds.some((id) => id === groupId),
  )
  const options = inGroup.map(({ id, name }) => ({ value: String(id), label: name }))
  return (
    <div className={classes.pair}>
      <SelectField
        label={say('pupil-group')}
        value={groups.find(({ value }) => value === groupId)?.value ?? null}
        onChange={onGroup}
        options={groups}
        isFirst
      />
      <SelectField
        label={say('pupil-who')}
        value={pupilId}
        onChange={onPupil}
        options={options}
        isSearchable
      />
    </div>
  )
}
