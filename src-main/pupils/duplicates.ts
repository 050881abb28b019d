import { foldText } from '#shared/platform/fold-text.ts'
import { hidesName } from '#shared/pupils/mask.ts'
import { displayName } from '#shared/pupils/person-name.ts'
import type { Duplicate } from '#shared/pupils/pupils-contract.ts'
import type { Context } from '../platform/database.ts'
import { rowOf } from './pupil-list.ts'
import type { ListedPupil, NamedPupil, PupilRecords } from './pupil-records.ts'

/** Pairs of records that may be one child: the same national number, or name and birth date. */
export function findDuplicates(records: PupilRecords, caller: Context): Duplicate[] {
  const byNumber = pairs(records.pupils, numberKey)
  const known = new Set(byNumber.map(keyOf))
  const byName = pairs(records.pupils, nameKey).filter((pair) => !known.has(keyOf(pair)))
  return [
    ...byNumber.map((pair) => ({ pair, because: 'number' as const })),
    ...byName.map((pair) => ({ pair, because: 'name-and-birth' as const })),
  ]
    .filter(({ pair: [a, b] }) => !tellsName(a.pupil, b.pupil))
    .map(({ pair: [a, b], because }) => ({
      pupils: [rowOf(a, records, caller), rowOf(b, records, caller)],
      because,
    }))
}

type Pair = readonly [NamedPupil, NamedPupil]

/**
 * Each further record of a key is paired with the first: where an import gave a whole class one
 * number, every two of them would be too many to look at.
 */
function pairs(all: readonly NamedPupil[], keyOfPupil: (pupil: ListedPupil) => string | null) {
  const firsts = new Map<string, NamedPupil>()
  const found: Pair[] = []
  for (const named of all) {
    const key = keyOfPupil(named.pupil)
    if (key === null) continue
    const first = firsts.get(key)
    if (first) found.push([first, named])
    else firsts.set(key, named)
  }
  return found
}

const keyOf = ([a, b]: Pair) => `${a.pupil.id} ${b.pupil.id}`

/** An open record beside a covered one would tell whose name the cover hides. */
const tellsName = (a: ListedPupil, b: ListedPupil) => hidesName(a) !== hidesName(b)

function numberKey({ nationalNumber }: ListedPupil) {
  return nationalNumber ? nationalNumber.replace(/[^0-9a-z]/gi, '') || null : null
}

function nameKey(pupil: ListedPupil) {
  // Part of a date would pair everybody of one name and year.
  if (pupil.birthDate?.length !== 10) return null
  return `${foldText(displayName(pupil))} ${pupil.birthDate}`
}
