import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { localTimeOf, momentAt } from '#shared/calendar/zone-time.ts'
import { addDays, Day } from '#shared/platform/day.ts'
import { Clock } from '#shared/school-days/day-hours.ts'

const zone = 'Europe/Amsterdam'
const at = (day: string, clock: string) =>
  momentAt({ day: Day.parse(day), clock: Clock.parse(clock) }, zone)

describe('the clock of the school', () => {
  it('is the same as Temporal has it, at each quarter of the days when it changes', () => {
    const days = ['2026-03-28', '2026-03-29', '2026-03-30', '2026-10-24', '2026-10-25']
    for (const day of days) {
      for (let minute = 0; minute < 1440; minute += 15) {
        const clock = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
        const expected = Temporal.PlainDateTime.from(`${day}T${clock}`).toZonedDateTime(zone, {
          disambiguation: 'compatible',
        })

        assert.equal(at(day, clock), expected.toInstant().toString(), `${day} ${clock}`)
      }
    }
  })

  it('is there and back again on every day of a leap year', () => {
    for (let n = 0; n < 366; n += 1) {
      const local = { day: addDays(Day.parse('2028-01-01'), n), clock: Clock.parse('08:30') }

      assert.deepEqual(localTimeOf(momentAt(local, zone), zone), local)
    }
  })
})
