import type { Term } from '#shared/search/haystack.ts'
import { holds } from '#shared/search/haystack.ts'
import type { Entry, EntryField } from './search-entry.ts'

/** Where a term was found, best first; the numbers are compared. */
const places = { nameStart: 0, wordStart: 1, insideName: 2, reach: 3, address: 4 } as const

export type Match = {
  readonly entry: Entry
  /** Smaller is better: the term found worst decides, then the one found best, then who it is. */
  readonly rank: number
  readonly because: EntryField
}

/** Whether all terms are in the entry, and how well. `seesNumbers` opens the national number. */
export function matchEntry(
  entry: Entry,
  terms: readonly Term[],
  seesNumbers: boolean,
): Match | null {
  let worst = -1
  let best: number = places.address
  let because = entry.fields[0]
  for (const term of terms) {
    const field = fieldOf(entry, term, seesNumbers)
    if (!field) return null
    const place = placeOf(entry, term, field)
    if (place > worst) {
      worst = place
      because = field
    }
    best = Math.min(best, place)
  }
  return because ? { entry, rank: worst * 100 + best * 10 + standing(entry), because } : null
}

function fieldOf(entry: Entry, term: Term, seesNumbers: boolean) {
  if (holds(entry.haystack, term)) {
    return entry.fields.find(({ folded }) => holds(folded, term)) ?? entry.fields[0]
  }
  const { nationalNumber } = entry
  if (!seesNumbers || !term.digits || !nationalNumber?.includes(term.digits)) return undefined
  return numberField(nationalNumber)
}

const numberField = (number: string): EntryField => ({
  field: 'number',
  // The whole number stays in the file, behind its eye.
  text: `••••${number.slice(-3)}`,
  folded: '',
})

function placeOf({ name, sortName }: Entry, { words }: Term, { field }: EntryField) {
  const word = words.join(' ').replace(/[-']/g, ' ')
  if (field === 'address') return places.address
  if (field !== 'name') return places.reach
  if (name.startsWith(word, 1) || sortName.startsWith(word)) return places.nameStart
  return name.includes(` ${word}`) ? places.wordStart : places.insideName
}

const kinds = { pupil: 0, guardian: 2, group: 3, staff: 4, contact: 5 } as const

/** Pupils before others, and those at school before those who left. */
function standing({ kind, status }: Entry) {
  return kind === 'pupil' && status !== 'current' ? 1 : kinds[kind]
}

/** The best few of many, without sorting them all: one letter matches half the school. */
export function createBest(limit: number) {
  const best: Match[] = []
  return {
    add(match: Match) {
      const last = best.at(-1)
      if (best.length >= limit && last && !isBefore(match, last)) return
      let at = best.length
      for (let other = best[at - 1]; other && isBefore(match, other); other = best[at - 1]) at--
      best.splice(at, 0, match)
      if (best.length > limit) best.pop()
    },
    inOrder: (): readonly Match[] => best,
  }
}

function isBefore(a: Match, b: Match) {
  if (a.rank !== b.rank) return a.rank < b.rank
  return a.entry.sortName < b.entry.sortName
}
