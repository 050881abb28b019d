import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { AbsenceEntry } from '#shared/counters/absence-entry.ts'
import type { Counter, CounterFacts, SentReport } from '#shared/counters/counter.ts'
import { parentsNotes } from '#shared/counters/flanders/parents-notes.ts'
import { problematicAbsence } from '#shared/counters/flanders/problematic-absence.ts'
import { sixteenHours } from '#shared/counters/netherlands/sixteen-hours.ts'
import { repeatedAbsence } from '#shared/counters/sweden/repeated-absence.ts'
import { addDays, type Day } from '#shared/platform/day.ts'
import { partsOn, schoolDaysIn } from '#shared/school-days/calendar/calendar-questions.ts'
import { mondayOf } from '#shared/school-days/day-number.ts'
import { createRandom, type Random } from '../../src-main/practice/random.ts'
import { calendarOf, day, factsOf } from './facts.ts'

const off = [
  ['holiday', '2026-10-12', '2026-10-18'],
  ['holiday', '2026-12-21', '2027-01-03'],
  ['study-day', '2026-11-18'],
  ['holiday', '2027-02-15', '2027-02-21'],
] as const
const calendars = {
  nl: calendarOf('nl', off),
  be: calendarOf('be', off),
  se: calendarOf('se', off),
}
const begin = day('2026-08-17')

/** A history of a pupil who is often away: up to sixty stretches in half a year. */
function historyOf(random: Random, country: 'nl' | 'be' | 'se'): readonly AbsenceEntry[] {
  const { calendar } = calendars[country]
  const entries: AbsenceEntry[] = []
  let on = addDays(begin, random.below(60))
  for (let left = random.below(60); left > 0; left -= 1) {
    on = addDays(
      on,
      random.weighted([
        [0, 3],
        [1, 4],
        [3, 2],
        [20, 1],
      ] as const),
    )
    const part = random.pick(['morning', 'afternoon'] as const)
    const hasLessons = partsOn(calendar, on).includes(part)
    entries.push({
      day: on,
      part,
      kind: random.pick(['absent', 'absent', 'late'] as const),
      minutes: hasLessons ? random.pick([15, 60, 150, 240] as const) : 0,
      code: random.pick(['B', 'Z', 'unauthorised'] as const),
      isAuthorised: random.pick([false, false, false, true, null] as const),
      isHoliday: false,
      evidence: random.pick(['parents-note', 'certificate', null] as const),
    })
  }
  const order = (entry: AbsenceEntry) => `${entry.day} ${entry.part === 'morning' ? 0 : 1}`
  return entries.toSorted((a, b) => order(a).localeCompare(order(b)))
}

/** The weeks with lessons before each day, counted Monday by Monday. */
const weeksBefore = new Map<Day, number>()
for (let monday = mondayOf(begin), weeks = 0; monday < '2028-12-31'; monday = addDays(monday, 7)) {
  for (let at = 0; at < 7; at += 1) weeksBefore.set(addDays(monday, at), weeks)
  if (schoolDaysIn(calendars.nl.calendar, monday, addDays(monday, 6)).length > 0) weeks += 1
}
const weeksApart = (from: Day, until: Day) =>
  (weeksBefore.get(until) ?? 0) - (weeksBefore.get(from) ?? 0)

type Reached = readonly [from: Day, until: Day, minutes: number]

/** Day for day, everything added up anew. */
function recountSixteenHours(facts: CounterFacts): readonly Reached[] {
  const found: Reached[] = []
  const days = [...new Set(facts.entries.map(({ day: on }) => on))]
  let after = day('2000-01-01')
  for (const on of days) {
    const closed = facts.sent.map(({ until }) => until).filter((until) => until < on)
    const counted = facts.entries.filter(
      (entry) =>
        entry.isAuthorised === false &&
        entry.minutes > 0 &&
        entry.day <= on &&
        entry.day > after &&
        closed.every((until) => entry.day > until) &&
        weeksApart(entry.day, on) < 4,
    )
    const minutes = counted.reduce((sum, entry) => sum + entry.minutes, 0)
    const first = counted[0]
    if (minutes < 960 || !first) continue
    found.push([first.day, on, minutes])
    after = on
  }
  return found
}

const reachedOf = (counters: readonly Counter[]) =>
  counters.slice(0, -1).map(({ from, until, total }) => [from, until, total])

describe('ten thousand histories, recounted by brute force', () => {
  it('agree on every time that sixteen hours were reached', () => {
    let count = 0
    for (let seed = 1; seed <= 5000; seed += 1) {
      const random = createRandom(seed)
      const sent: SentReport[] = random.chance(0.3)
        ? [{ kind: 'nl-sixteen-hours', from: begin, until: addDays(begin, 20 + random.below(60)) }]
        : []
      const facts = factsOf('nl', { entries: historyOf(random, 'nl'), ...calendars.nl, sent })
      const expected = recountSixteenHours(facts)
      assert.deepEqual(reachedOf(sixteenHours(facts)), expected, `seed ${seed}`)
      count += expected.length
    }
    // Else this would prove nothing.
    assert.ok(count > 1000, `${count}`)
  })

  it('agree on problematic half days and on notes of the parents', () => {
    for (let seed = 1; seed <= 2500; seed += 1) {
      const entries = historyOf(createRandom(seed), 'be')
      const facts = factsOf('be', { entries, ...calendars.be })
      const halfDays = new Set(
        entries
          .filter(({ code, minutes }) => code === 'B' && minutes > 0)
          .map((entry) => `${entry.day} ${entry.part}`),
      )
      assert.equal(problematicAbsence(facts).total, halfDays.size, `seed ${seed}`)
      assert.equal(parentsNotes(facts).total, recountNotes(facts), `seed ${seed}`)
    }
  })

  it('agree on days of absence in the last lesson weeks', () => {
    for (let seed = 1; seed <= 2500; seed += 1) {
      const random = createRandom(seed)
      const entries = historyOf(random, 'se')
      const today = addDays(entries.at(-1)?.day ?? begin, random.below(10))
      const facts = factsOf('se', { entries, ...calendars.se, today })
      // Counted on to the next lesson week, when today lies in a week without lessons.
      const days = entries.filter((entry) => entry.minutes > 0 && weeksApart(entry.day, today) < 4)
      const expected = new Set(days.map(({ day: on }) => on)).size
      assert.equal(repeatedAbsence(facts).total, expected, `seed ${seed}`)
    }
  })
})

const daysOfYear = [...weeksBefore.keys()].map(
  (on) => [on, partsOn(calendars.be.calendar, on).length > 0] as const,
)

/** Walks the year day by day: an illness ends with a lesson day without a note, or a long gap. */
function recountNotes(facts: CounterFacts): number {
  const noted = new Set(
    facts.entries
      .filter(
        ({ code, evidence, minutes }) => code === 'Z' && evidence === 'parents-note' && minutes > 0,
      )
      .map(({ day: on }) => on),
  )
  let notes = 0
  let gap = 99
  for (const [on, hasLessons] of daysOfYear) {
    if (noted.has(on)) {
      if (gap > 4) notes += 1
      gap = 0
    } else {
      gap = hasLessons ? 99 : gap + 1
    }
  }
  return notes
}
