import { guardianMeetingMessages } from '#shared/meetings/guardian-messages.ts'
import type { MeetingDay, TimeSpan } from '#shared/meetings/round.ts'
import type { Wishes } from '#shared/meetings/talk.ts'
import { clockOf } from '#shared/meetings/times.ts'
import { speak } from '#shared/platform/messages.ts'
import { Form, Notice } from '../platform/form.tsx'
import type { Visit } from '../platform/visit.ts'
import { ownParties } from './book-talk.ts'
import type { OwnRound } from './own-rounds.ts'
import { dayName } from './round-words.ts'

const levels = ['preferred', 'possible', 'never'] as const
const half = 30

/** Half hours of a day; the last may be shorter. */
export function halfHours({ id, from, until }: MeetingDay): readonly TimeSpan[] {
  const count = Math.ceil((until - from) / half)
  return Array.from({ length: count }, (_, n) => ({
    dayId: id,
    from: from + n * half,
    until: Math.min(until, from + (n + 1) * half),
  }))
}

export const fieldOf = ({ dayId, from }: TimeSpan) => `hour-${dayId}-${from}`

type Props = {
  readonly visit: Visit
  readonly own: OwnRound
  readonly guardianId: string
}

/** When a family can come, half hour by half hour. */
export function WishesForm({ visit, own, guardianId }: Props) {
  const { round, days } = own.sheet
  const say = speak(guardianMeetingMessages, visit.language)
  const [party] = ownParties(own.sheet, guardianId)
  if (!party) return null
  return (
    <section className="card">
      <h2>{say('wishes-title')}</h2>
      <p className="meta">{say('wishes-lead')}</p>
      {party.declinedAt && <Notice kind="plain">{say('declined-now')}</Notice>}
      <Form visit={visit} action={`/meetings/${round.id}/wishes`} submit={say('wishes-save')}>
        {days.map((day) => (
          <fieldset key={day.id}>
            <legend>{dayName(day.day, visit.language)}</legend>
            {halfHours(day).map((span) => (
              <HalfHour key={span.from} span={span} wishes={party.wishes} visit={visit} />
            ))}
          </fieldset>
        ))}
        <div className="field">
          <label htmlFor="interpreter">{say('interpreter')}</label>
          <input
            id="interpreter"
            name="interpreter"
            maxLength={20}
            defaultValue={party.interpreter ?? ''}
          />
        </div>
      </Form>
      <Form
        visit={visit}
        action={`/meetings/${round.id}/decline`}
        submit={say('decline')}
        isQuiet
      />
    </section>
  )
}

type HourProps = {
  readonly span: TimeSpan
  readonly wishes: Wishes | null
  readonly visit: Visit
}

function HalfHour({ span, wishes, visit }: HourProps) {
  const say = speak(guardianMeetingMessages, visit.language)
  const field = fieldOf(span)
  const isIn = (spans: readonly TimeSpan[]) =>
    spans.some(
      ({ dayId, from, until }) => dayId === span.dayId && from <= span.from && span.from < until,
    )
  const chosen =
    !wishes || isIn(wishes.preferred) ? 'preferred' : isIn(wishes.possible) ? 'possible' : 'never'
  return (
    <div className="hour">
      <label htmlFor={field}>
        {clockOf(span.from)}–{clockOf(span.until)}
      </label>
      <select id={field} name={field} defaultValue={chosen}>
        {levels.map((level) => (
          <option key={level} value={level}>
            {say(`wish-${level}`)}
          </option>
        ))}
      </select>
    </div>
  )
}
