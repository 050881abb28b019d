import { type FormEvent, useId, useState } from 'react'
import { GroupId, type SchoolYear } from '#shared/groups/group.ts'
import type { Day } from '#shared/platform/day.ts'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import type { DayHours } from '#shared/school-days/day-hours.ts'
import {
  type DayPattern,
  type PatternWeek,
  type Weekday,
  weekdays,
} from '#shared/school-days/day-pattern.ts'
import { schoolDaysMessages } from '#shared/school-days/school-days-messages.ts'
import { schoolDaysScreenMessages } from '#shared/school-days/school-days-screen-messages.ts'
import { useSay } from '../../platform/language.tsx'
import { toast } from '../../platform/toasts.ts'
import { Button, LinkButton } from '../../platform/ui/button.tsx'
import { DateField } from '../../platform/ui/fields/date-field.tsx'
import { MultiSelectField } from '../../platform/ui/fields/select-field.tsx'
import { IconTrash } from '../../platform/ui/icons.ts'
import { Modal } from '../../platform/ui/overlays/modal.tsx'
import { Banner } from '../../platform/ui/signs/banner.tsx'
import classes from '../calendar.module.css'
import { days, useGroupOptions } from '../calendar-reads.ts'
import { type HoursDraft, hoursDraft, readHours } from './hours-draft.ts'
import { WeekdayFields } from './weekday-fields.tsx'

type WeekFormProps = {
  readonly pattern?: DayPattern
  /** What a new week begins with. */
  readonly first: PatternWeek
  readonly year: SchoolYear
  readonly onClose: () => void
}

type Week = Readonly<Record<Weekday, HoursDraft>>

/** In the list of whom it is for: everybody without a week of their own. */
const school = 'school'

export function WeekForm({ pattern, first, year, onClose }: WeekFormProps) {
  const say = useSay(schoolDaysScreenMessages)
  const sayDay = useSay(schoolDaysMessages)
  const sayUi = useSay(uiMessages)
  const formId = useId()
  const options = useGroupOptions(year.id)
  const [whom, setWhom] = useState<readonly string[]>([pattern?.groupId ?? school])
  const [startsOn, setStart] = useState<Day | null>(pattern?.startsOn ?? year.startsOn)
  const [week, setWeek] = useState<Week>(() => draftOf(pattern ?? first))
  // Fields keep what is typed; new ones begin with what was copied.
  const [edition, setEdition] = useState(0)
  const [problem, setProblem] = useState<string | null>(null)

  async function save(submitted: FormEvent) {
    submitted.preventDefault()
    const read = readWeek(week)
    if (typeof read === 'string') {
      return setProblem(say('week-unread', { weekday: sayDay(`weekday.${read}`) }))
    }
    if (!startsOn) return setProblem(say('days-needed'))
    if (whom.length === 0) return setProblem(say('groups-needed'))
    const groupIds = whom.map((id) => (id === school ? null : GroupId.parse(id)))
    const answer = await days.savePattern({ ...read, startsOn, groupIds })
    if (!answer.ok) return setProblem(sayDay(answer.refusal))
    void toast({ text: say('week-saved'), undo: 'last' })
    onClose()
  }
  async function remove(id: string) {
    await days.removePattern({ id })
    void toast({ text: say('week-removed'), undo: 'last' })
    onClose()
  }
  function copyMonday() {
    const { monday } = week
    setWeek({ monday, tuesday: monday, wednesday: monday, thursday: monday, friday: monday })
    setEdition((now) => now + 1)
  }
  return (
    <Modal
      title={say('weeks-change')}
      onClose={onClose}
      width={760}
      footer={
        <>
          {pattern && (
            <span className={classes.footer}>
              <Button kind="danger" icon={IconTrash} onClick={() => void remove(pattern.id)}>
                {say('remove')}
              </Button>
            </span>
          )}
          <Button onClick={onClose}>{sayUi('cancel')}</Button>
          <Button kind="primary" isSubmit form={formId}>
            {sayUi('save')}
          </Button>
        </>
      }
    >
      <form id={formId} className={classes.form} onSubmit={(submitted) => void save(submitted)}>
        <div className={classes.pair}>
          <MultiSelectField
            label={say('week-for')}
            value={whom}
            onChange={setWhom}
            options={[{ value: school, label: say('week-school') }, ...options]}
          />
          <DateField label={say('week-starts')} value={startsOn} onChange={setStart} />
        </div>
        <WeekdayFields
          key={edition}
          week={week}
          onChange={(weekday, hours) => setWeek((known) => ({ ...known, [weekday]: hours }))}
        />
        <div>
          <LinkButton onClick={copyMonday}>{say('week-copy')}</LinkButton>
        </div>
        {problem && (
          <Banner tone="alert" isNews>
            {problem}
          </Banner>
        )}
      </form>
    </Modal>
  )
}

const draftOf = ({ monday, tuesday, wednesday, thursday, friday }: PatternWeek): Week => ({
  monday: hoursDraft(monday),
  tuesday: hoursDraft(tuesday),
  wednesday: hoursDraft(wednesday),
  thursday: hoursDraft(thursday),
  friday: hoursDraft(friday),
})

/** The week, or the first weekday that cannot be read. */
function readWeek(week: Week): PatternWeek | Weekday {
  const read = new Map<Weekday, DayHours | null>()
  for (const weekday of weekdays) {
    const hours = readHours(week[weekday])
    if (hours === false) return weekday
    read.set(weekday, hours)
  }
  const of = (weekday: Weekday) => read.get(weekday) ?? null
  return {
    monday: of('monday'),
    tuesday: of('tuesday'),
    wednesday: of('wednesday'),
    thursday: of('thursday'),
    friday: of('friday'),
  }
}
