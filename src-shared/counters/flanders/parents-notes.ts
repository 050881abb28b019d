import { addDays, type Day } from '#shared/platform/day.ts'
import { countSchoolDays } from '#shared/school-days/calendar/calendar-questions.ts'
import type { SchoolCalendar } from '#shared/school-days/calendar/school-calendar.ts'
import { dayNumber } from '#shared/school-days/day-number.ts'
import type { AbsenceEntry } from '../absence-entry.ts'
import {
  type Counter,
  type CounterFacts,
  type CounterLine,
  contestKey,
  isWithin,
  type LineReason,
  lineOf,
} from '../counter.ts'

const kind = 'be-parents-notes'

/** A time of illness that one note of the parents is to cover. */
export type NoteSpell = {
  readonly from: Day
  readonly until: Day
  readonly entries: readonly AbsenceEntry[]
}

/**
 * Illness with a note of the parents: at most three calendar days in a row, at most four times in a
 * school year. The fifth time, or longer, needs a certificate; without one the half days become B.
 * `total` counts the notes: the first half day of each adds one.
 */
export function parentsNotes(facts: CounterFacts): Counter {
  const { figureOf } = facts
  const limit = figureOf('be.notes-a-year')
  const longest = figureOf('be.note-days')
  const spells = noteSpells(facts)
  const judged = spells.map((spell, at): { spell: NoteSpell; why: LineReason | null } => {
    const length = dayNumber(spell.until) - dayNumber(spell.from) + 1
    return { spell, why: at >= limit ? 'note-too-many' : length > longest ? 'note-too-long' : null }
  })
  const needsCertificate = judged.some(({ why }) => why !== null)
  return {
    kind,
    state: needsCertificate ? 'due' : spells.length >= limit ? 'near' : 'calm',
    unit: 'notes',
    total: spells.length,
    limit,
    from: spells[0]?.from ?? null,
    until: spells.at(-1)?.until ?? null,
    reachedOn: spells[limit - 1]?.from ?? null,
    deadline: null,
    left: Math.max(0, limit - spells.length),
    lines: judged.flatMap(({ spell, why }) => linesOf(facts, spell, why)),
  }
}

function linesOf(
  facts: CounterFacts,
  { entries }: NoteSpell,
  why: LineReason | null,
): readonly CounterLine[] {
  return entries.map((entry, at) => {
    const isFirst = at === 0
    return lineOf(facts, kind, entry, {
      why: why ?? (isFirst ? 'parents-note' : 'same-note'),
      amount: isFirst ? 1 : 0,
    })
  })
}

/**
 * Half days ill with a parents' note that follow each other without lessons between, a weekend or a
 * long weekend included: ill on Friday and on Monday is four calendar days. Over a longer gap without
 * lessons, a holiday, each side is an illness of its own.
 */
export function noteSpells(facts: CounterFacts): readonly NoteSpell[] {
  const { calendar, year, contested } = facts
  const ill = facts.entries.filter(
    ({ code, evidence, day, part, minutes }) =>
      code === 'Z' &&
      evidence === 'parents-note' &&
      minutes > 0 &&
      isWithin(day, year) &&
      facts.isCompulsoryOn(day) &&
      !contested.has(contestKey(kind, day, part)),
  )
  const spells: { from: Day; until: Day; entries: AbsenceEntry[] }[] = []
  for (const entry of ill) {
    const last = spells.at(-1)
    if (last && isSameIllness(last.until, entry.day, calendar)) {
      last.until = entry.day
      last.entries.push(entry)
    } else {
      spells.push({ from: entry.day, until: entry.day, entries: [entry] })
    }
  }
  return spells
}

/** Days without lessons that an illness may go on over: a weekend with a day off at both ends. */
const longestGap = 4

function isSameIllness(last: Day, next: Day, calendar: SchoolCalendar): boolean {
  const gap = dayNumber(next) - dayNumber(last) - 1
  if (gap <= 0) return true
  return gap <= longestGap && countSchoolDays(calendar, addDays(last, 1), addDays(next, -1)) === 0
}
