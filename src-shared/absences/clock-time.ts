import type { Moment } from '#shared/platform/day.ts'
import type { ClockTime } from './absence-mark.ts'

const formats = new Map<string, Intl.DateTimeFormat>()

/** The time on the school's clock at a moment, `08:05`. */
export function clockTimeAt(moment: Moment, timeZone: string): ClockTime {
  // Making a format takes longer than a thousand uses of it.
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('sv-SE', {
      timeZone,
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
  formats.set(timeZone, format)
  return format.format(new Date(moment))
}

/** Minutes since midnight. */
export function minuteOf(time: ClockTime): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}
