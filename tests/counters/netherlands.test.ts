import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { compulsoryFrom, compulsoryOn } from '#shared/counters/compulsory-age.ts'
import { contestKey } from '#shared/counters/counter.ts'
import { figuresWith } from '#shared/counters/figures.ts'
import { longAbsence } from '#shared/counters/netherlands/long-absence.ts'
import { luxuryAbsence } from '#shared/counters/netherlands/luxury-absence.ts'
import { sixteenHours } from '#shared/counters/netherlands/sixteen-hours.ts'
import { PartialDay } from '#shared/platform/day.ts'
import { away, calendarOf, day, factsOf, wholeDays } from './facts.ts'

const shown = (counters: ReturnType<typeof sixteenHours>) =>
  counters.map(({ state, total, from, until }) => `${state} ${total} ${from} ${until}`)

describe('sixteen hours in four lesson weeks', () => {
  it('is due at 960 minutes and not at 959', () => {
    const entries = wholeDays(['2026-09-01', '2026-09-02', '2026-09-03'])
    const almost = [...entries, away('2026-09-04', { kind: 'late', minutes: 59 })]
    const enough = [...entries, away('2026-09-04', { kind: 'late', minutes: 60 })]

    assert.deepEqual(
      shown(sixteenHours(factsOf('nl', { entries: almost, today: day('2026-09-04') }))),
      ['near 959 2026-09-01 2026-09-04'],
    )
    const [due, running] = sixteenHours(factsOf('nl', { entries: enough }))
    assert.equal(due?.state, 'due')
    assert.equal(due?.total, 960)
    assert.equal(due?.reachedOn, '2026-09-04')
    assert.equal(running?.total, 0)
  })

  it('warns from twelve hours on', () => {
    const entries = [
      ...wholeDays(['2026-09-01', '2026-09-02']),
      away('2026-09-03', { minutes: 120 }),
    ]
    const today = day('2026-09-03')

    assert.equal(sixteenHours(factsOf('nl', { entries, today }))[0]?.state, 'near')
    const less = entries.map((entry) =>
      entry.minutes === 120 ? { ...entry, minutes: 119 } : entry,
    )
    assert.equal(sixteenHours(factsOf('nl', { entries: less, today }))[0]?.state, 'calm')
  })

  it('asks for the report within five working days, without weekend and public holiday', () => {
    const entries = wholeDays(['2027-04-20', '2027-04-21', '2027-04-22', '2027-04-23'])
    const days = calendarOf('nl', [['public-holiday', '2027-04-27']])

    // Friday 23 April; King's day on Tuesday moves Friday 30 April to Monday 3 May.
    assert.equal(sixteenHours(factsOf('nl', { entries, ...days }))[0]?.deadline, '2027-05-03')
  })

  it('takes no week of holiday for a lesson week', () => {
    // Monday of week 1, and Friday of the fourth lesson week after an autumn holiday of one week.
    const entries = [
      ...wholeDays(['2026-09-21', '2026-09-22', '2026-09-23']),
      away('2026-10-23', { minutes: 60 }),
    ]
    const autumn = calendarOf('nl', [['holiday', '2026-10-12', '2026-10-18']])
    const today = day('2026-10-23')

    assert.deepEqual(shown(sixteenHours(factsOf('nl', { entries, ...autumn, today }))), [
      'due 960 2026-09-21 2026-10-23',
      'calm 0 null null',
    ])
    assert.deepEqual(shown(sixteenHours(factsOf('nl', { entries, today }))), [
      'calm 60 2026-10-23 2026-10-23',
    ])
  })

  it('goes on over the summer, which has no lesson week', () => {
    const entries = wholeDays(['2027-07-08', '2027-07-09', '2027-08-23', '2027-08-24'])

    assert.equal(
      sixteenHours(factsOf('nl', { entries, today: day('2027-08-24') }))[0]?.reachedOn,
      '2027-08-24',
    )
  })

  it('counts a week with one lesson day as a lesson week', () => {
    const short = calendarOf('nl', [['holiday', '2026-10-13', '2026-10-18']])
    const entries = [...wholeDays(['2026-09-21', '2026-09-22', '2026-09-23']), away('2026-10-19')]

    assert.equal(sixteenHours(factsOf('nl', { entries, ...short })).length, 1)
  })

  it('begins anew the day after it was reached, and is due again at the next sixteen hours', () => {
    const entries = wholeDays([
      '2026-09-01',
      '2026-09-02',
      '2026-09-03',
      '2026-09-04',
      '2026-09-07',
      '2026-09-08',
      '2026-09-09',
      '2026-09-10',
    ])

    assert.deepEqual(shown(sixteenHours(factsOf('nl', { entries }))), [
      'due 1200 2026-09-01 2026-09-04',
      'due 1200 2026-09-07 2026-09-10',
      'calm 0 null null',
    ])
  })

  it('is done once its report was sent, and counts from the day after that report', () => {
    const entries = wholeDays([
      '2026-09-01',
      '2026-09-02',
      '2026-09-03',
      '2026-09-04',
      '2026-09-07',
    ])
    const sent = [
      { kind: 'nl-sixteen-hours', from: day('2026-09-01'), until: day('2026-09-07') } as const,
    ]

    assert.deepEqual(
      shown(sixteenHours(factsOf('nl', { entries, sent, today: day('2026-09-08') }))),
      ['done 1200 2026-09-01 2026-09-04', 'calm 0 null null'],
    )
  })

  it('counts neither what is authorised nor what nobody judged yet', () => {
    const entries = [
      ...wholeDays(['2026-09-01', '2026-09-02'], { isAuthorised: true }),
      ...wholeDays(['2026-09-03', '2026-09-04'], { isAuthorised: null }),
    ]

    assert.deepEqual(sixteenHours(factsOf('nl', { entries }))[0]?.lines, [])
  })

  it('shows a line that is contested, and that it does not count', () => {
    const entries = wholeDays(['2026-09-01', '2026-09-02', '2026-09-03', '2026-09-04'])
    const contested = new Set([contestKey('nl-sixteen-hours', day('2026-09-02'), 'morning')])
    const first = sixteenHours(factsOf('nl', { entries, contested, today: day('2026-09-04') }))[0]

    assert.equal(first?.total, 1050)
    assert.deepEqual(
      first?.lines.filter(({ amount }) => amount === 0).map(({ day, why }) => `${day} ${why}`),
      ['2026-09-02 contested'],
    )
  })

  it('says of a mark on a day without lessons that there were none', () => {
    const entries = [away('2026-09-05', { minutes: 0 })]

    assert.equal(
      sixteenHours(factsOf('nl', { entries, today: day('2026-09-05') }))[0]?.lines[0]?.why,
      'no-lessons',
    )
  })

  it('goes by the figure that the school put instead', () => {
    const entries = wholeDays(['2026-09-01', '2026-09-02'])
    const figureOf = figuresWith([{ key: 'nl.report-minutes', value: 600 }])

    assert.equal(sixteenHours(factsOf('nl', { entries, figureOf }))[0]?.state, 'due')
  })
})

describe('compulsory age in the Netherlands', () => {
  const born = (text: string) => PartialDay.parse(text)

  it('begins in the month after the fifth birthday', () => {
    assert.equal(compulsoryFrom(born('2021-09-01'), 'nl'), '2026-10-01')
    assert.equal(compulsoryFrom(born('2021-09-30'), 'nl'), '2026-10-01')
    assert.equal(compulsoryFrom(born('2021-12-31'), 'nl'), '2027-01-01')
  })

  it('needs no rule for a birthday on 29 February', () => {
    assert.equal(compulsoryFrom(born('2020-02-29'), 'nl'), '2025-03-01')
  })

  it('leaves what a four-year-old missed out of the sum', () => {
    const entries = wholeDays(['2026-09-29', '2026-09-30', '2026-10-01', '2026-10-02'])
    const isCompulsoryOn = compulsoryOn(born('2021-09-12'), 'nl')
    const today = day('2026-10-02')

    assert.equal(sixteenHours(factsOf('nl', { entries, isCompulsoryOn, today }))[0]?.total, 600)
  })

  it('holds for a child whose birth date nobody knows', () => {
    assert.equal(compulsoryOn(null, 'nl')(day('2026-09-01')), true)
    assert.equal(compulsoryOn(born('2008-11-23'), 'nl')(day('2026-11-22')), true)
    assert.equal(compulsoryOn(born('2008-11-23'), 'nl')(day('2026-11-23')), false)
  })
})

describe('longer than four weeks without authorisation', () => {
  const september = (from: number, until: number) =>
    Array.from(
      { length: until - from + 1 },
      (_, at) => `2026-09-${String(from + at).padStart(2, '0')}`,
    )
  const lessonDays = [
    ...september(1, 4),
    ...september(7, 11),
    ...september(14, 18),
    ...september(21, 25),
  ]

  it('is not due on the last day of the fourth week, and is on the next lesson day', () => {
    const four = wholeDays([...lessonDays, '2026-09-28'])
    const more = wholeDays([...lessonDays, '2026-09-28', '2026-09-29'])

    assert.deepEqual(longAbsence(factsOf('nl', { entries: four })), [])
    assert.equal(longAbsence(factsOf('nl', { entries: more }))[0]?.reachedOn, '2026-09-29')
  })

  it('is broken by one afternoon at school', () => {
    const entries = wholeDays([...lessonDays, '2026-09-28', '2026-09-29']).filter(
      ({ day: on, part }) => !(on === '2026-09-16' && part === 'afternoon'),
    )

    assert.deepEqual(longAbsence(factsOf('nl', { entries })), [])
  })

  it('does not take the summer for absence', () => {
    const entries = wholeDays(['2027-07-09', '2027-08-23'])

    assert.deepEqual(longAbsence(factsOf('nl', { entries, today: day('2027-08-23') })), [])
  })
})

describe('on holiday outside the holidays', () => {
  it('is due from the first half day, without any number of hours', () => {
    const entries = [away('2026-09-04', { isHoliday: true, code: 'holiday' })]

    const [found] = luxuryAbsence(factsOf('nl', { entries }))
    assert.equal(found?.state, 'due')
    assert.equal(found?.deadline, '2026-09-11')
  })

  it('is due when leave was refused and the child was away all the same', () => {
    const refused = [{ from: day('2026-09-03'), until: day('2026-09-04') }]
    const entries = wholeDays(['2026-09-02', '2026-09-03'], { isAuthorised: null })

    const [found] = luxuryAbsence(factsOf('nl', { entries, refused }))
    assert.deepEqual(
      found?.lines.map(({ day, part, why }) => `${day} ${part} ${why}`),
      ['2026-09-03 morning leave-refused', '2026-09-03 afternoon leave-refused'],
    )
  })

  it('is not due for a child that was ill on the day that was refused', () => {
    const refused = [{ from: day('2026-09-03'), until: day('2026-09-04') }]
    const entries = wholeDays(['2026-09-03'], { isAuthorised: true, code: 'ill' })

    assert.deepEqual(luxuryAbsence(factsOf('nl', { entries, refused })), [])
  })

  it('is two reports when there were lessons between', () => {
    const holiday = { isHoliday: true, code: 'holiday' }
    const entries = wholeDays(['2026-09-04', '2026-09-07', '2026-09-09'], holiday)

    assert.deepEqual(
      luxuryAbsence(factsOf('nl', { entries })).map(({ from, until }) => `${from} ${until}`),
      ['2026-09-04 2026-09-07', '2026-09-09 2026-09-09'],
    )
  })
})
