import { Clock, DayHours, shapeOf } from '#shared/school-days/day-hours.ts'
import { parseTypedClock } from '#shared/school-days/parse-typed-clock.ts'

/** The hours of a day while they are typed; `breaks` as `10:15-10:30, 12:00-12:30`. */
export type HoursDraft = {
  readonly startsAt: Clock | null
  readonly endsAt: Clock | null
  readonly splitsAt: Clock | null
  readonly breaks: string
}

export const noHours: HoursDraft = {
  startsAt: null,
  endsAt: null,
  splitsAt: Clock.parse('12:00'),
  breaks: '',
}

export function hoursDraft(hours: DayHours | null): HoursDraft {
  if (!hours) return noHours
  const breaks = hours.breaks.map(({ from, until }) => `${from}-${until}`).join(', ')
  return { ...hours, breaks }
}

export const isEmptyDay = ({ startsAt, endsAt }: HoursDraft) => !startsAt && !endsAt

/** The hours, null for a day without; false when something cannot be read. */
export function readHours(draft: HoursDraft): DayHours | null | false {
  if (isEmptyDay(draft)) return null
  const breaks = readBreaks(draft.breaks)
  const parsed = DayHours.safeParse({ ...draft, breaks })
  return parsed.success && breaks !== null ? parsed.data : false
}

export function minutesOf(draft: HoursDraft): number {
  const hours = readHours(draft)
  return hours ? shapeOf(hours, []).minutes : 0
}

function readBreaks(text: string): { from: Clock; until: Clock }[] | null {
  const breaks: { from: Clock; until: Clock }[] = []
  for (const each of text.split(/[;,]/).filter((part) => part.trim())) {
    const [from, until] = each.split(/[-–]/).map(parseTypedClock)
    if (!from || !until) return null
    breaks.push({ from, until })
  }
  return breaks
}
