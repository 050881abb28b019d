import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { figuresWith } from '#shared/counters/figures.ts'
import { repeatedAbsence } from '#shared/counters/sweden/repeated-absence.ts'
import { sameDay } from '#shared/counters/sweden/same-day.ts'
import { dayAt } from '#shared/platform/day.ts'
import { away, calendarOf, day, factsOf, wholeDays } from './facts.ts'

const stockholm = 'Europe/Stockholm'

describe('telling the guardians the same day', () => {
  it('is open until somebody was reached on that day', () => {
    const entries = wholeDays(['2026-09-03'])

    assert.equal(sameDay(factsOf('se', { entries })).state, 'due')
    assert.equal(sameDay(factsOf('se', { entries })).total, 1)
    assert.equal(
      sameDay(factsOf('se', { entries, toldOn: new Set([day('2026-09-03')]) })).state,
      'calm',
    )
  })

  it('goes by midnight of the school and not of Greenwich', () => {
    const entries = wholeDays(['2026-09-03'])
    const told = (moment: string) => new Set([dayAt(moment, stockholm)])

    const before = sameDay(factsOf('se', { entries, toldOn: told('2026-09-03T21:59:59.000Z') }))
    assert.equal(before.lines.length, 0)
    const after = sameDay(factsOf('se', { entries, toldOn: told('2026-09-03T22:00:00.000Z') }))
    assert.deepEqual(
      after.lines.map(({ why }) => why),
      ['guardians-told-late', 'guardians-told-late'],
    )
  })

  it('is right on the night that the clock goes back', () => {
    // 25 October 2026 is a Sunday; by then Stockholm is one hour off, not two.
    assert.equal(dayAt('2026-10-23T21:59:59.000Z', stockholm), '2026-10-23')
    assert.equal(dayAt('2026-10-26T22:59:59.000Z', stockholm), '2026-10-26')
    assert.equal(dayAt('2026-10-26T23:00:00.000Z', stockholm), '2026-10-27')
  })

  it('takes what nobody explained for absence without a reason, and not what is valid', () => {
    const unexplained = wholeDays(['2026-09-03'], { code: null, isAuthorised: null })
    const valid = wholeDays(['2026-09-04'], { isAuthorised: true })

    assert.equal(sameDay(factsOf('se', { entries: [...unexplained, ...valid] })).total, 1)
  })

  it('is not about who came late', () => {
    const entries = [away('2026-09-03', { kind: 'late', minutes: 12 })]

    assert.deepEqual(sameDay(factsOf('se', { entries })).lines, [])
  })

  it('stays open when a contact came weeks later', () => {
    const entries = wholeDays(['2026-09-03'])

    assert.equal(
      sameDay(factsOf('se', { entries, toldOn: new Set([day('2026-09-24')]) })).state,
      'due',
    )
  })
})

describe('repeated absence', () => {
  const today = day('2026-10-02')

  it('counts days, valid or not, within the lesson weeks of the school’s own limit', () => {
    const entries = [
      ...wholeDays(['2026-09-07', '2026-09-08'], { isAuthorised: true, code: 'ill' }),
      away('2026-09-15', { kind: 'late', minutes: 10 }),
      away('2026-09-16'),
    ]

    assert.equal(repeatedAbsence(factsOf('se', { entries, today })).state, 'near')
    const found = repeatedAbsence(
      factsOf('se', { entries: [...entries, away('2026-10-02')], today }),
    )
    assert.equal(found.state, 'due')
    assert.equal(found.total, 5)
  })

  it('forgets what lies before the window, in which a holiday week is not counted', () => {
    const entries = wholeDays([
      '2026-09-07',
      '2026-09-08',
      '2026-09-09',
      '2026-09-10',
      '2026-09-11',
    ])
    const fifth = day('2026-10-05')
    const off = calendarOf('se', [['holiday', '2026-09-21', '2026-09-27']])

    assert.equal(repeatedAbsence(factsOf('se', { entries, today: fifth })).total, 0)
    assert.equal(repeatedAbsence(factsOf('se', { entries, today: fifth, ...off })).total, 5)
  })

  it('begins anew after an investigation', () => {
    const entries = wholeDays([
      '2026-09-21',
      '2026-09-22',
      '2026-09-23',
      '2026-09-24',
      '2026-09-28',
    ])
    const sent = [
      { kind: 'se-repeated', from: day('2026-09-21'), until: day('2026-09-24') } as const,
    ]

    assert.equal(repeatedAbsence(factsOf('se', { entries, sent, today })).total, 1)
  })

  it('goes by the school’s own figures', () => {
    const figureOf = figuresWith([{ key: 'se.repeated-days', value: 1 }])
    const entries = [away('2026-10-02')]

    assert.equal(repeatedAbsence(factsOf('se', { entries, figureOf, today })).state, 'due')
  })
})
