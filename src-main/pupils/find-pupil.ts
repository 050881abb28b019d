import { and, eq, isNull } from 'drizzle-orm'
import type { Pupil, PupilId } from '#shared/pupils/pupil.ts'
import { whoIsVisible } from '../groups/groups-table.ts'
import type { Context, ReadDb } from '../platform/database.ts'
import { pupils } from './pupils-table.ts'

/** The pupil, unless unknown or merged into another. Not masked: only for what stays in this thread. */
export function findPupil(db: ReadDb, id: PupilId): Pupil | undefined {
  return db
    .select()
    .from(pupils)
    .where(and(eq(pupils.id, id), isNull(pupils.mergedInto)))
    .get()
}

/** The same, unless the caller may not know of this pupil. */
export function findVisiblePupil(db: ReadDb, id: PupilId, caller: Context): Pupil | undefined {
  return whoIsVisible(db, caller)(id) ? findPupil(db, id) : undefined
}
