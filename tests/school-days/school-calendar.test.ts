import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { addDays } from '#shared/platform/day.ts'
import {
  countLessonWeeks,
  countSchoolDays,
  halfDaysIn,
  isSchoolDay,
  lessonMinutesIn,
  lessonWeekOf,
  nextSchoolDay,
  partMinutes,
  partsOn,
  schoolDayAfter,
  schoolDayBefore,
  schoolDaysIn,
  shapeOn,
  workingDayAfter,
} from '#shared/school-days/calendar/calendar-questions.ts'
import { schoolDays } from '#shared/school-days/calendar/school-days.ts'
import { Clock, lessonMinutesBetween } from '#shared/school-days/day-hours.ts'
import { dayNumber, dayOfNumber, mondayOf, weekdayOf } from '#shared/school-days/day-number.ts'
import {
  anException,
  aPattern,
  aPupilException,
  aSource,
  day,
  group3,
  group8,
  hours,
  morningOnly,
  noor,
} from './a-school-year.ts'

const autumn = anException('holiday', '2026-10-17', '2026-10-25')

describe('a school day', () => {
  it('is a weekday of the year outside holidays, with its half days and lesson minutes', () => {
    const { ofSchool } = schoolDays(aSource({ exceptions: [autumn] }))

    const asked = ['2026-10-12', '2026-10-14', '2026-10-17', '2026-10-19', '2027-08-02'].map(
      (text) => [
        isSchoolDay(ofSchool, day(text)),
        partsOn(ofSchool, day(text)).join(),
        partMinutes(ofSchool, day(text), 'morning'),
        partMinutes(ofSchool, day(text), 'afternoon'),
      ],
    )

    assert.deepEqual(asked, [
      [true, 'morning,afternoon', 210, 105],
      [true, 'morning', 210, 0],
      [false, '', 0, 0],
      [false, '', 0, 0],
      [false, '', 0, 0],
    ])
  })

  it('can be half off, have other hours, or be one after all', () => {
    const { ofSchool } = schoolDays(
      aSource({
        exceptions: [
          autumn,
          anException('day-off', '2026-10-12', '2026-10-12', { part: 'afternoon' }),
          anException('other-hours', '2026-10-13', '2026-10-20', { hours: morningOnly }),
          anException('extra-day', '2026-10-21', '2026-10-21'),
          anException('extra-day', '2026-10-24', '2026-10-24', { hours }),
        ],
      }),
    )

    const minutes = ['12', '13', '19', '20', '21', '24'].map(
      (date) => shapeOn(ofSchool, day(`2026-10-${date}`)).minutes,
    )

    assert.deepEqual(minutes, [210, 210, 0, 0, 210, 315])
  })

  it('of a group follows its own week and exceptions before those of the school', () => {
    const source = aSource({
      patterns: [
        aPattern(),
        aPattern({ groupId: group3, startsOn: day('2026-11-01'), friday: null }),
      ],
      exceptions: [
        autumn,
        anException('study-day', '2026-10-12', '2026-10-12', { groupIds: [group8] }),
        anException('extra-day', '2026-10-19', '2026-10-19', { groupIds: [group8] }),
      ],
    })
    const { ofGroup, ofSchool } = schoolDays(source)
    const days = ['2026-10-12', '2026-10-19', '2026-10-30', '2026-11-06'].map(day)

    const isDay = [ofSchool, ofGroup(group3), ofGroup(group8)].map((calendar) =>
      days.map((each) => (isSchoolDay(calendar, each) ? 'x' : '-')).join(''),
    )

    assert.deepEqual(isDay, ['x-xx', 'x-x-', '-xxx'])
  })

  it('of a pupil is that of the class of that time, with the exceptions of the pupil alone', () => {
    const source = aSource({
      patterns: [aPattern(), aPattern({ groupId: group3, friday: null })],
      pupilExceptions: [
        aPupilException('day-off', '2026-09-01', '2026-12-31', {
          weekdays: [1],
          part: 'afternoon',
        }),
      ],
    })
    const way = [
      { groupId: group3, from: day('2025-08-01'), until: day('2026-07-31') },
      { groupId: group8, from: day('2026-08-01'), until: null },
    ]
    const { ofPupil } = schoolDays(source)

    const minutes = ['2025-07-31', '2026-06-05', '2026-09-04', '2026-09-08', '2026-09-09'].map(
      (text) => [noor, 'somebody else'].map((id) => shapeOn(ofPupil(id, way), day(text)).minutes),
    )

    assert.deepEqual(minutes, [
      [0, 0],
      [0, 0],
      [315, 315],
      [210, 315],
      [210, 210],
    ])
  })

  it('has the usual week of the country while the school wrote none', () => {
    const minutes = (['nl', 'be', 'se'] as const).map((country) => {
      const { ofSchool } = schoolDays(aSource({ country, patterns: [] }))
      return [shapeOn(ofSchool, day('2026-09-08')), shapeOn(ofSchool, day('2026-09-09'))].map(
        (shape) => shape.minutes,
      )
    })

    assert.deepEqual(minutes, [
      [300, 300],
      [315, 200],
      [290, 290],
    ])
  })

  it('does not exist where no year is known', () => {
    const { ofSchool, ofPupil } = schoolDays(aSource({ years: [] }))

    assert.deepEqual(
      [
        isSchoolDay(ofSchool, day('2026-09-08')),
        nextSchoolDay(ofSchool, day('2026-09-08')),
        lessonWeekOf(ofSchool, day('2026-09-08')),
        schoolDaysIn(ofPupil(noor, []), day('2026-01-01'), day('2027-01-01')),
      ],
      [false, null, null, []],
    )
  })
})

describe('lesson time between two times on the clock', () => {
  it('leaves out breaks and what is not school', () => {
    const shape = shapeOn(schoolDays(aSource()).ofSchool, day('2026-09-07'))
    const between = (from: string, until: string) =>
      lessonMinutesBetween(shape, Clock.parse(from), Clock.parse(until))

    assert.deepEqual(
      [
        between('08:00', '08:45'),
        between('11:30', '12:40'),
        between('12:05', '12:20'),
        between('14:00', '18:00'),
        between('10:00', '10:00'),
      ],
      [15, 40, 0, 15, 0],
    )
  })

  it('takes a minute of two breaks off once', () => {
    const two = [
      { from: Clock.parse('12:00'), until: Clock.parse('12:30') },
      { from: Clock.parse('12:15'), until: Clock.parse('12:45') },
    ]
    const exceptions = [
      anException('other-hours', '2026-09-07', '2026-09-07', { hours: { ...hours, breaks: two } }),
    ]

    assert.equal(
      shapeOn(schoolDays(aSource({ exceptions })).ofSchool, day('2026-09-07')).minutes,
      300,
    )
  })
})

describe('counting school days', () => {
  const { ofSchool } = schoolDays(aSource({ exceptions: [autumn] }))

  it('goes over weekends and holidays', () => {
    assert.deepEqual(
      [
        nextSchoolDay(ofSchool, day('2026-10-16')),
        schoolDayAfter(ofSchool, day('2026-10-14'), 3),
        schoolDayBefore(ofSchool, day('2026-10-26'), 1),
        schoolDayAfter(ofSchool, day('2020-01-01'), 1),
        nextSchoolDay(ofSchool, day('2027-07-30')),
        schoolDayBefore(ofSchool, day('2025-08-01'), 1),
      ],
      ['2026-10-26', '2026-10-26', '2026-10-16', '2025-08-01', null, null],
    )
  })

  it('numbers lesson weeks and skips those without school', () => {
    const first = lessonWeekOf(ofSchool, day('2026-10-12')) ?? 0

    assert.deepEqual(
      ['2026-10-16', '2026-10-19', '2026-10-25', '2026-10-26'].map(
        (text) => (lessonWeekOf(ofSchool, day(text)) ?? 0) - first,
      ),
      [0, 1, 1, 1],
    )
    assert.equal(countLessonWeeks(ofSchool, day('2026-10-16'), day('2026-11-02')), 3)
    assert.equal(countLessonWeeks(ofSchool, day('2026-10-17'), day('2026-10-25')), 0)
  })

  it('counts a deadline of the law in working days', () => {
    const source = aSource({
      exceptions: [anException('public-holiday', '2027-05-06', '2027-05-06')],
    })
    const { publicHolidays } = schoolDays(source)

    assert.equal(workingDayAfter(day('2027-05-03'), 5, publicHolidays), '2027-05-11')
  })

  it('agrees with looking at each day, in random years', () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const chance = randomOf(seed)
      const someDay = () => addDays(day('2025-07-20'), Math.floor(chance() * 750))
      const exceptions = Array.from({ length: 12 }, () => {
        const startsOn = someDay()
        const kind = chance() < 0.7 ? 'holiday' : 'extra-day'
        const part = chance() < 0.7 ? 'all' : 'afternoon'
        return anException(kind, startsOn, addDays(startsOn, Math.floor(chance() * 20)), { part })
      })
      const { ofSchool: calendar } = schoolDays(aSource({ exceptions }))
      const [a, b] = [someDay(), someDay()]
      const [from, until] = a < b ? [a, b] : [b, a]
      const all = Array.from({ length: 760 }, (_, n) => addDays(day('2025-07-15'), n))
      const isIn = (each: string) => from <= each && each <= until
      const taught = all.filter((each) => shapeOn(calendar, each).minutes > 0)
      const inside = taught.filter(isIn)
      const n = 1 + Math.floor(chance() * 30)

      assert.deepEqual(
        {
          seed,
          days: schoolDaysIn(calendar, from, until),
          count: countSchoolDays(calendar, from, until),
          minutes: lessonMinutesIn(calendar, from, until),
          halves: halfDaysIn(calendar, from, until),
          weeks: countLessonWeeks(calendar, from, until),
          after: schoolDayAfter(calendar, from, n),
          before: schoolDayBefore(calendar, until, n),
        },
        {
          seed,
          days: inside,
          count: inside.length,
          minutes: inside.reduce((sum, each) => sum + shapeOn(calendar, each).minutes, 0),
          halves: inside.reduce((sum, each) => sum + partsOn(calendar, each).length, 0),
          weeks: new Set(inside.map(mondayOf)).size,
          after: taught.filter((each) => each > from)[n - 1] ?? null,
          before: taught.filter((each) => each < until).at(-n) ?? null,
        },
      )
    }
  })
})

describe('the number of a day', () => {
  it('is there and back again, on leap days and before 1970', () => {
    for (const text of ['1969-12-31', '1970-01-01', '2024-02-29', '2026-03-29', '2100-03-01']) {
      assert.equal(dayOfNumber(dayNumber(day(text))), text)
    }
    assert.deepEqual(
      ['1969-12-29', '2026-11-22', '2026-11-23'].map((text) => weekdayOf(day(text))),
      [0, 6, 0],
    )
  })
})

/** mulberry32: the same numbers for the same seed. */
function randomOf(seed: number) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
