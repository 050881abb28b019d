import { and, eq, gte } from 'drizzle-orm'
import type { Moment } from '#shared/platform/day.ts'
import { maskOf } from '#shared/pupils/mask.ts'
import type { Pupil } from '#shared/pupils/pupil.ts'
import type { Context, ReadDb } from '../platform/database.ts'
import { disclosures } from './pupils-table.ts'

/** How long after a reveal its fields may be changed: as long as a desk may stand idle. */
const revealLasts = 15 * 60_000

/** What was seen after this moment is still before somebody's eyes. */
export function lookedSince({ now }: Pick<Context, 'now'>): Moment {
  return new Date(Date.parse(now) - revealLasts).toISOString()
}

/**
 * Whether the mask hides something of a pupil or family from the caller now, who gave no reason to
 * look lately. What somebody cannot see they do not change either: a form filled with masks would
 * write them over the truth.
 */
export function isMasked(
  db: ReadDb,
  pupil: Pick<Pupil, 'id' | 'protectionLevel'>,
  caller: Context,
): boolean {
  if (maskOf(caller, pupil).address === null) return false
  const revealed = db
    .select({ id: disclosures.id })
    .from(disclosures)
    .where(
      and(
        eq(disclosures.pupilId, pupil.id),
        eq(disclosures.staffId, caller.staffId),
        gte(disclosures.at, lookedSince(caller)),
      ),
    )
    .get()
  return revealed === undefined
}
