import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { compulsoryFrom, isFiveInYear } from '#shared/counters/compulsory-age.ts'
import { fiveYearOld } from '#shared/counters/flanders/five-year-old.ts'
import { parentsNotes } from '#shared/counters/flanders/parents-notes.ts'
import { problematicAbsence } from '#shared/counters/flanders/problematic-absence.ts'
import { PartialDay } from '#shared/platform/day.ts'
import { away, calendarOf, day, factsOf, wholeDays } from './facts.ts'

const b = { code: 'B' }
const ill = { code: 'Z', isAuthorised: true, evidence: 'parents-note' } as const

describe('five half days of problematic absence', () => {
  it('are reached with the fifth in the school year, spread or not', () => {
    const four = [...wholeDays(['2026-09-03', '2026-11-16'], b)]
    const five = [...four, away('2027-05-26', b)]

    assert.equal(problematicAbsence(factsOf('be', { entries: four })).state, 'near')
    const found = problematicAbsence(factsOf('be', { entries: five }))
    assert.equal(found.state, 'due')
    assert.equal(found.reachedOn, '2027-05-26')
  })

  it('begin at nought in the next school year', () => {
    const entries = wholeDays(['2027-07-08', '2027-08-23', '2027-08-24'], b)
    const year = { from: day('2027-08-23'), until: day('2028-07-07') }

    assert.equal(problematicAbsence(factsOf('be', { entries, year })).total, 4)
  })

  it('count a half day once, though the child came late and left early in it', () => {
    const entries = [
      away('2026-09-03', { ...b, kind: 'late', minutes: 20 }),
      away('2026-09-03', { ...b, kind: 'left-early', minutes: 20 }),
    ]

    assert.equal(problematicAbsence(factsOf('be', { entries })).total, 1)
  })

  it('count no afternoon of a Wednesday, which has no lessons', () => {
    const entries = [
      away('2026-09-02', b),
      away('2026-09-02', { ...b, part: 'afternoon', minutes: 0 }),
    ]

    const { total, lines } = problematicAbsence(factsOf('be', { entries }))
    assert.equal(total, 1)
    assert.equal(lines[1]?.why, 'no-lessons')
  })

  it('do not count for a toddler who need not come', () => {
    const entries = wholeDays(['2026-09-03'], b)

    assert.equal(
      problematicAbsence(factsOf('be', { entries, isCompulsoryOn: () => false })).total,
      0,
    )
    assert.equal(compulsoryFrom(PartialDay.parse('2021-12-31'), 'be'), '2026-09-01')
    assert.equal(compulsoryFrom(PartialDay.parse('2022-01-01'), 'be'), '2027-09-01')
  })

  it('are done once the CLB was involved', () => {
    const entries = wholeDays(['2026-09-03', '2026-09-04', '2026-09-07'], b)
    const sent = [
      { kind: 'be-problematic', from: day('2026-09-03'), until: day('2026-09-07') } as const,
    ]

    assert.equal(problematicAbsence(factsOf('be', { entries, sent })).state, 'done')
  })
})

describe('notes of the parents', () => {
  it('cover three calendar days and not four', () => {
    const three = wholeDays(['2026-09-07', '2026-09-08', '2026-09-09'], ill)
    const four = wholeDays(['2026-09-07', '2026-09-08', '2026-09-09', '2026-09-10'], ill)

    assert.equal(parentsNotes(factsOf('be', { entries: three })).state, 'calm')
    assert.equal(parentsNotes(factsOf('be', { entries: four })).state, 'due')
  })

  it('count the weekend: ill on Friday and on Monday is four calendar days', () => {
    const entries = wholeDays(['2026-09-04', '2026-09-07'], ill)

    const found = parentsNotes(factsOf('be', { entries }))
    assert.equal(found.total, 1)
    assert.equal(found.state, 'due')
    assert.equal(found.lines[0]?.why, 'note-too-long')
  })

  it('are two when a holiday lies between', () => {
    const autumn = calendarOf('be', [['holiday', '2026-11-02', '2026-11-08']])
    const entries = wholeDays(['2026-10-30', '2026-11-09'], ill)

    const found = parentsNotes(factsOf('be', { entries, ...autumn }))
    assert.equal(found.total, 2)
    assert.equal(found.state, 'calm')
  })

  it('are used up after four, and the fifth needs a certificate', () => {
    const four = wholeDays(['2026-09-07', '2026-09-15', '2026-10-06', '2026-11-17'], ill)
    const five = [...four, ...wholeDays(['2027-01-12'], ill)]

    assert.equal(parentsNotes(factsOf('be', { entries: four })).state, 'near')
    const found = parentsNotes(factsOf('be', { entries: five }))
    assert.equal(found.state, 'due')
    assert.equal(found.lines.at(-1)?.why, 'note-too-many')
  })

  it('are not used by an illness with a certificate', () => {
    const entries = wholeDays(['2026-09-07'], { ...ill, evidence: 'certificate' })

    assert.equal(parentsNotes(factsOf('be', { entries })).total, 0)
  })

  it('count a leap day like any other', () => {
    const year = { from: day('2027-08-23'), until: day('2028-07-07') }
    // 29 February 2028 is a Tuesday: from Monday to Thursday are four days.
    const entries = wholeDays(['2028-02-28', '2028-02-29', '2028-03-01', '2028-03-02'], ill)

    assert.equal(parentsNotes(factsOf('be', { entries, year })).state, 'due')
    const short = entries.filter(({ day: on }) => on < '2028-03-02')
    assert.equal(parentsNotes(factsOf('be', { entries: short, year })).state, 'calm')
  })
})

describe('290 half days of a five-year-old', () => {
  const given = { isFiveYearOld: true, today: day('2026-09-11') }

  it('are asked in the school year in which the child is five', () => {
    assert.equal(isFiveInYear(PartialDay.parse('2021-12-31'), day('2026-09-01')), true)
    assert.equal(isFiveInYear(PartialDay.parse('2022-01-01'), day('2026-09-01')), false)
    assert.equal(isFiveInYear(PartialDay.parse('2020-02-29'), day('2025-09-01')), true)
  })

  it('are the half days with lessons, Wednesday only the morning, without what was not accepted', () => {
    const entries = [
      ...wholeDays(['2026-09-07'], b),
      ...wholeDays(['2026-09-08'], { code: 'Z', isAuthorised: true }),
    ]

    const found = fiveYearOld(factsOf('be', { ...given, entries }))
    // Four weeks of nine half days, two of which were problematic.
    assert.equal(found.total, 34)
    assert.equal(found.lines.length, 3)
  })

  it('says when the rest of the year cannot bring them any more', () => {
    assert.equal(fiveYearOld(factsOf('be', given)).state, 'calm')
    const late = { firstDay: day('2027-02-01'), today: day('2027-02-05') }
    const found = fiveYearOld(factsOf('be', { ...given, ...late }))
    assert.equal(found.state, 'due')
    assert.ok(found.total + (found.left ?? 0) < 290)
  })
})
