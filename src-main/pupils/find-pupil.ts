import { and, eq, gte, isNull } from 'drizzle-orm'
import { maskOf } from '#shared/pupils/mask.ts'
import type { Pupil, PupilId } from '#shared/pupils/pupil.ts'
import { whoIsVisible } from '../groups/groups-table.ts'
import type { Context, ReadDb } from '../platform/database.ts'
import { disclosures, pupils } from './pupils-table.ts'

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

/** How long after a reveal its fields may be changed: as long as a desk may stand idle. */
const revealLasts = 15 * 60_000

/**
 * Whether the mask hides something from the caller now. What somebody cannot see they do not
 * change either: a form filled with masks would write them over the truth.
 */
export function isMasked(db: ReadDb, pupil: Pupil, caller: Context) {
  return maskOf(caller, pupil).address !== null && !hasRevealed(db, pupil.id, caller)
}

function hasRevealed(db: ReadDb, pupilId: PupilId, { staffId, now }: Context) {
  const since = new Date(Date.parse(now) - revealLasts).toISOString()
  const recent = db
    .select({ id: disclosures.id })
    .from(disclosures)
    .where(
      and(
        eq(disclosures.pupilId, pupilId),
        eq(disclosures.staffId, staffId),
        gte(disclosures.at, since),
      ),
    )
    .get()
  return recent !== undefined
}
