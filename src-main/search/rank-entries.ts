import type { Term } from '#shared/search/haystack.ts'
import { holds } from '#shared/search/haystack.ts'
import type { Entry, EntryField } from './search-entry.ts'

/** Where a term was found, best first; the numbers are compared. */
const places = { nameStart: 0, wordStart: 1, insideName: 2, reach: 3, address: 4 } as const

export type Match = {
  readonly entry: Entry
  /** Smaller is better: the term found worst decides, then the one found best, then who it is. */
  readonly rank: number
  /** The term found worst: the one that needs explaining. */
  readonly because: Term
}

/** Whether all terms are in the entry, and how well. `seesNumbers` opens the national number. */
export function matchEntry(
  entry: Entry,
  terms: readonly Term[],
  seesNumbers: boolean,
): Match | null {
  let worst = -1
  let best: number = places.address
  let because = terms[0]
  for (const term of terms) {
    const place = placeOf(entry, term) ?? (seesNumbers ? placeOfNumber(entry, term) : null)
    if (place === null) return null
    if (place > worst) {
      worst = place
      because = term
    }
    if (place < best) best = place
  }
  return because ? { entry, rank: worst * 100 + best * 10 + standing(entry), because } : null
}

function placeOf({ name, sortName, names, reach, address }: Entry, term: Term) {
  if (holds(names, term)) {
    const { start } = term
    if (name.startsWith(start, 1) || sortName.startsWith(start)) return places.nameStart
    return name.includes(` ${start}`) ? places.wordStart : places.insideName
  }
  if (holds(reach, term)) return places.reach
  return holds(address, term) ? places.address : null
}

function placeOfNumber({ nationalNumber }: Entry, { digits }: Term) {
  return digits && nationalNumber?.includes(digits) ? places.reach : null
}

/** The field that a term was found in, as it stands in the record. */
export function reasonOf({ entry, because }: Match): EntryField | undefined {
  const { fields, nationalNumber } = entry
  const field = fields.find(({ folded }) => holds(folded, because))
  if (field) return field
  const isNumber = placeOfNumber(entry, because) !== null
  return isNumber && nationalNumber ? numberField(nationalNumber) : fields[0]
}

const numberField = (number: string): EntryField => ({
  field: 'number',
  // The whole number stays in the file, behind its eye.
  text: `••••${number.slice(-3)}`,
  folded: '',
})

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
