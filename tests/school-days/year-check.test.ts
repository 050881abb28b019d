import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Country } from '#shared/platform/language.ts'
import { schoolDays } from '#shared/school-days/calendar/school-days.ts'
import { parseTypedClock } from '#shared/school-days/parse-typed-clock.ts'
import { checkYear } from '#shared/school-days/year-check.ts'
import { makePracticeSchool } from '../../src-main/practice/practice-school.ts'
import { anException, aSource, day } from './a-school-year.ts'

const year = { startsOn: day('2026-08-01'), endsOn: day('2027-07-31') }

function check(country: Country, ...exceptions: readonly ReturnType<typeof anException>[]) {
  const { ofSchool } = schoolDays(aSource({ country, exceptions }))
  return checkYear(ofSchool, exceptions, year, country)
}
const summer = [
  anException('holiday', '2026-08-01', '2026-08-17'),
  anException('holiday', '2027-06-12', '2027-07-31'),
]
const christmas = anException('holiday', '2026-12-21', '2027-01-08')

describe('a Swedish school year', () => {
  it('is fine with 178 school days, 12 days off and 5 study days', () => {
    const studyDays = ['2026-09-01', '2026-10-01', '2026-11-02', '2027-02-01', '2027-05-03']
    const exceptions = [
      ...summer,
      christmas,
      ...studyDays.map((text) => anException('study-day', text, text)),
      anException('holiday', '2026-10-26', '2026-10-30'),
      anException('holiday', '2027-03-01', '2027-03-05'),
    ]
    const fine = check('se', ...exceptions)
    const { schoolDays: count } = fine
    // Off on as many more days as there are over the law's figure.
    const ends = day('2027-06-11')
    const few = Array.from({ length: count - 177 }, (_, n) => n).reduce<string[]>((days) => {
      const last = days.at(-1) ?? '2027-06-12'
      const before = new Date(Date.parse(last) - 86_400_000)
      while (before.getUTCDay() % 6 === 0) before.setTime(before.getTime() - 86_400_000)
      return [...days, before.toISOString().slice(0, 10)]
    }, [])

    assert.deepEqual([fine.studyDays, fine.daysOff, fine.findings], [5, 25, []])
    assert(few.every((text) => text <= ends))
    assert.deepEqual(
      check('se', ...exceptions, ...few.map((text) => anException('day-off', text, text))).findings,
      [{ kind: 'too-few-days', limit: 178 }],
    )
  })

  it('is told of too few days off and too many study days', () => {
    const many = ['01', '02', '03', '04', '07', '08'].map((date) =>
      anException('study-day', `2026-09-${date}`, `2026-09-${date}`),
    )

    assert.deepEqual(
      check('se', ...summer, ...many).findings.map(({ kind }) => kind),
      ['too-few-days-off', 'too-many-study-days'],
    )
  })

  it('counts no summer, no weekend and no day twice', () => {
    const twice = anException('day-off', '2026-12-18', '2026-12-23')

    assert.equal(check('se', ...summer, christmas, twice).daysOff, 16)
  })
})

describe('a school year elsewhere', () => {
  it('is counted and held to nothing', () => {
    const figures = check('nl', ...summer)

    assert.deepEqual(figures.findings, [])
    assert.equal(figures.schoolDays > 200, true)
  })
})

describe('the year of a practice school', () => {
  it('is like those of its country', () => {
    const counts = (['nl', 'be', 'se'] as const).map((country) => {
      const wish = { country, pupils: 20, seed: 1, today: day('2026-11-23') }
      const { schoolYears, dayPatterns: patterns, dayExceptions } = makePracticeSchool(wish)
      const source = { country, years: schoolYears, patterns, exceptions: dayExceptions }
      const { ofSchool } = schoolDays({ ...source, pupilExceptions: [] })
      const [, running] = schoolYears
      assert(running)
      const { schoolDays: days, findings } = checkYear(ofSchool, dayExceptions, running, country)
      return { country, isUsual: days >= 170 && days <= 205, findings, days }
    })

    assert.deepEqual(
      counts.map(({ isUsual, findings, country, days }) => [country, isUsual || days, findings]),
      [
        ['nl', true, []],
        ['be', true, []],
        ['se', true, []],
      ],
    )
  })
})

describe('a time that is typed', () => {
  it('is read as it is written in these countries', () => {
    assert.deepEqual(
      ['830', '8:30', '08.30', '8u30', '8', '14:15', ' 9:05 ', '25:00', '8:60', 'acht', ''].map(
        parseTypedClock,
      ),
      ['08:30', '08:30', '08:30', '08:30', '08:00', '14:15', '09:05', null, null, null, null],
    )
  })
})
