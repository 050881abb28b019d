import { foldText } from '#shared/platform/fold-text.ts'
import { hidesName } from './mask.ts'
import { displayName } from './person-name.ts'
import type { Pupil } from './pupil.ts'

/** What is compared of a pupil to find the same child twice. */
export type ComparedPupil = Pick<
  Pupil,
  'id' | 'firstName' | 'prefix' | 'lastName' | 'birthDate' | 'nationalNumber' | 'protectionLevel'
>

export type PossibleDuplicate<Compared> = {
  readonly pair: readonly [Compared, Compared]
  readonly because: 'number' | 'name-and-birth'
}

/** Pairs of records that may be one child: the same national number, or name and birth date. */
export function possibleDuplicates<Compared extends ComparedPupil>(
  all: readonly Compared[],
): readonly PossibleDuplicate<Compared>[] {
  const byNumber = pairs(all, numberKey)
  const known = new Set(byNumber.map(keyOf))
  const byName = pairs(all, nameKey).filter((pair) => !known.has(keyOf(pair)))
  return [
    ...byNumber.map((pair) => ({ pair, because: 'number' as const })),
    ...byName.map((pair) => ({ pair, because: 'name-and-birth' as const })),
  ].filter(({ pair: [a, b] }) => !tellsName(a, b))
}

/**
 * Each further record of a key is paired with the first: where an import gave a whole class one
 * number, every two of them would be too many to look at.
 */
function pairs<Compared extends ComparedPupil>(
  all: readonly Compared[],
  keyOfPupil: (pupil: ComparedPupil) => string | null,
) {
  const firsts = new Map<string, Compared>()
  const found: (readonly [Compared, Compared])[] = []
  for (const pupil of all) {
    const key = keyOfPupil(pupil)
    if (key === null) continue
    const first = firsts.get(key)
    if (first) found.push([first, pupil])
    else firsts.set(key, pupil)
  }
  return found
}

const keyOf = ([a, b]: readonly [ComparedPupil, ComparedPupil]) => `${a.id} ${b.id}`

/** An open record beside a covered one would tell whose name the cover hides. */
const tellsName = (a: ComparedPupil, b: ComparedPupil) => hidesName(a) !== hidesName(b)

function numberKey({ nationalNumber }: ComparedPupil) {
  return nationalNumber ? nationalNumber.replace(/[^0-9a-z]/gi, '') || null : null
}

function nameKey(pupil: ComparedPupil) {
  // Part of a date would pair everybody of one name and year.
  if (pupil.birthDate?.length !== 10) return null
  return `${foldText(displayName(pupil))} ${pupil.birthDate}`
}
