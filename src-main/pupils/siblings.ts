import { and, eq, inArray, isNull, ne, or } from 'drizzle-orm'
import { hidesAddress, shownName } from '#shared/pupils/mask.ts'
import { compareSortNames, sortName } from '#shared/pupils/person-name.ts'
import type { Pupil } from '#shared/pupils/pupil.ts'
import type { PupilFile } from '#shared/pupils/pupils-contract.ts'
import { guardianLinks, residences } from '../families/families-table.ts'
import { whoIsVisible } from '../groups/groups-table.ts'
import type { Context, ReadDb } from '../platform/database.ts'
import { classNames, groupsOfPupils } from './groups-on.ts'
import { pupils } from './pupils-table.ts'

/**
 * Pupils who share a guardian or a home. A protected sibling is left out of the file of a child
 * that is not: the open address would be that of both (`domain.md` 3.3, "sibling hints").
 */
export function siblingsOf(db: ReadDb, pupil: Pupil, caller: Context): PupilFile['siblings'] {
  const isVisible = whoIsVisible(db, caller)
  const compare = compareSortNames(caller.country)
  const found = pupilsInFamily(db, pupil)
    .filter(({ id }) => isVisible(id))
    .filter((sibling) => hidesAddress(pupil) || !hidesAddress(sibling))
    .sort((a, b) => compare(sortName(a, caller.country), sortName(b, caller.country)))
  const groups = groupsOfPupils(
    db,
    found.map(({ id }) => id),
    caller,
  )
  return found.map((sibling) => ({
    id: sibling.id,
    name: shownName(sibling),
    groupName: classNames(groups.get(sibling.id) ?? []),
  }))
}

function pupilsInFamily(db: ReadDb, { id }: Pupil): Pupil[] {
  const sameGuardian = db
    .select({ id: guardianLinks.pupilId })
    .from(guardianLinks)
    .where(
      inArray(
        guardianLinks.guardianId,
        db
          .select({ id: guardianLinks.guardianId })
          .from(guardianLinks)
          .where(eq(guardianLinks.pupilId, id)),
      ),
    )
  const sameHome = db
    .select({ id: residences.pupilId })
    .from(residences)
    .where(
      inArray(
        residences.householdId,
        db
          .select({ id: residences.householdId })
          .from(residences)
          .where(eq(residences.pupilId, id)),
      ),
    )
  return db
    .select()
    .from(pupils)
    .where(
      and(
        ne(pupils.id, id),
        isNull(pupils.mergedInto),
        or(inArray(pupils.id, sameGuardian), inArray(pupils.id, sameHome)),
      ),
    )
    .all()
}
