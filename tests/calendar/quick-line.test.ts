import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readQuickLine } from '#shared/calendar/quick-line.ts'
import { Day } from '#shared/platform/day.ts'

const rules = {
  order: 'dmy' as const,
  today: Day.parse('2026-11-23'),
  year: { startsOn: Day.parse('2026-08-01'), endsOn: Day.parse('2027-07-31') },
  groups: [
    { id: 'four', name: '4A' },
    { id: 'five', name: '5B' },
  ],
  kinds: [
    { kind: 'study-day' as const, word: 'studiedag' },
    { kind: 'day-off' as const, word: 'vrije dag' },
  ],
}
const read = (line: string, order: 'dmy' | 'ymd' = 'dmy') => {
  const found = readQuickLine(line, { ...rules, order })
  if (!found) return null
  const { kind, title, startsOn, endsOn, startsAt, endsAt, groupIds, isForStaff } = found
  const hours = startsAt && `${startsAt}-${endsAt}`
  return [kind, title, startsOn, endsOn, hours, groupIds?.join('+'), isForStaff && 'staff']
    .filter(Boolean)
    .join(' | ')
}

describe('a line that is typed', () => {
  it('is days off when it begins with their word, in the school year that is open', () => {
    assert.equal(
      read('studiedag 12-3 heel de school'),
      'study-day | Studiedag | 2027-03-12 | 2027-03-12',
    )
    assert.equal(
      read('vrije dag 30-4 4A 5b'),
      'day-off | Vrije dag | 2027-04-30 | 2027-04-30 | four+five',
    )
  })

  it('is an appointment otherwise, with its hours, days, groups or for the staff', () => {
    assert.equal(
      read('kerstviering 18 december 17:30-19:00'),
      'Kerstviering | 2026-12-18 | 2026-12-18 | 17:30-19:00',
    )
    assert.equal(read('Kamp 5B 7-6 t/m 9-6'), 'Kamp | 2027-06-07 | 2027-06-09 | five')
    assert.equal(read('overleg 1-12-2026 team'), 'Overleg | 2026-12-01 | 2026-12-01 | staff')
    assert.equal(read('Öppet hus 2027-03-12', 'ymd'), 'Öppet hus | 2027-03-12 | 2027-03-12')
  })

  it('is nothing without a day, without words, or with a day that is none', () => {
    assert.deepEqual(
      ['studiedag', '12-3', 'studiedag 31-2', '', 'Open to all'].map((line) => read(line)),
      [null, null, null, null, null],
    )
  })
})
