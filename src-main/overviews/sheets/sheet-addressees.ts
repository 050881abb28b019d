import type { Household } from '#shared/families/household.ts'
import type { PrintJob } from '../print-job.ts'
import type { ListedGuardian } from '../reading/family-records.ts'
import type { ListedPupil } from '../reading/listed-pupil.ts'

/** One copy of a pupil's sheet: the home it goes to, and the guardians who live there. */
export type Addressee = {
  readonly household: Household | null
  readonly guardians: readonly ListedGuardian[]
  /** The pupil's main home sees the other contacts too. */
  readonly isMain: boolean
  readonly hasOthers: boolean
}

/**
 * A sheet for each home whose guardians may know everything: what one guardian reads must never
 * hold the other's address or phone (`domain.md` 3.1, separated parents).
 */
export function addresseesOf(
  { records }: PrintJob,
  { pupil, mask }: ListedPupil,
): readonly Addressee[] {
  // Nothing about the home of a protected pupil goes on paper: one sheet, to be filled in by hand.
  if (mask.address) return [{ household: null, guardians: [], isMain: false, hasOthers: false }]

  const [main] = records.homes(pupil.id)
  const all = records.guardians(pupil.id).filter(({ link }) => !link.noContact)
  const homes = new Set(all.flatMap(({ guardian }) => guardian.householdId ?? []))
  const copies = [...homes].flatMap((id) => {
    const household = records.household(id)
    const guardians = all.filter(({ guardian }) => guardian.householdId === id)
    if (!household || !guardians.some(isInformed)) return []
    return [
      {
        household,
        guardians,
        isMain: id === main?.household.id,
        hasOthers: copiesElsewhere(all, id),
      },
    ]
  })
  if (copies.length > 0) return copies.toSorted((a, b) => Number(b.isMain) - Number(a.isMain))
  return [{ household: main?.household ?? null, guardians: all, isMain: true, hasOthers: false }]
}

const isInformed = ({ link }: ListedGuardian) =>
  link.informationRight === 'full' && link.receivesLetters

const copiesElsewhere = (all: readonly ListedGuardian[], id: Household['id']) =>
  all.some((each) => isInformed(each) && each.guardian.householdId !== id)
