import { inArray } from 'drizzle-orm'
import type { PupilId } from '#shared/pupils/pupil.ts'
import { consents } from '../consents/consents-table.ts'
import {
  contactLinks,
  guardianLinks,
  guardians,
  phones,
  residences,
} from '../families/families-table.ts'
import { memberships } from '../groups/groups-table.ts'
import type { ReadDb } from '../platform/database.ts'
import type { SchoolDatabase } from '../platform/open-database.ts'
import { disclosures, enrolments } from '../pupils/pupils-table.ts'
import { removedRowsOf } from './stored-history.ts'

/** The pupils about whom each row tells something, by the row's id. */
export type PupilsByRow = ReadonlyMap<string, ReadonlySet<PupilId>>

/**
 * Every row that tells something about these pupils: their own, those of the guardians, homes and
 * contacts tied to them, the numbers of all these, and rows of theirs that are gone.
 */
export function rowsAbout(
  db: ReadDb,
  sqlite: SchoolDatabase['sqlite'],
  pupilIds: readonly PupilId[],
): PupilsByRow {
  const found = createFinds()
  if (pupilIds.length === 0) return found.byRow
  for (const id of pupilIds) found.add(id, [id])
  for (const row of directRows(db, pupilIds)) found.add(row.id, [row.pupilId])
  followTies(db, pupilIds, found)
  // Photo and medical section have the pupil's own id; numbers hang on everybody found so far.
  const owners = [...found.byRow.keys()]
  const numbers = db
    .select({ id: phones.id, ownerId: phones.ownerId })
    .from(phones)
    .where(inArray(phones.ownerId, owners))
    .all()
  for (const { id, ownerId } of numbers) found.add(id, found.at(ownerId))
  for (const { rowId, ownerId } of removedRowsOf(sqlite, owners))
    found.add(rowId, found.at(ownerId))
  return found.byRow
}

function directRows(db: ReadDb, pupilIds: readonly PupilId[]) {
  return [enrolments, memberships, consents, disclosures].flatMap((table) =>
    db
      .select({ id: table.id, pupilId: table.pupilId })
      .from(table)
      .where(inArray(table.pupilId, [...pupilIds]))
      .all(),
  )
}

function followTies(db: ReadDb, pupilIds: readonly PupilId[], found: Finds) {
  const ids = [...pupilIds]
  const links = db.select().from(guardianLinks).where(inArray(guardianLinks.pupilId, ids)).all()
  for (const { id, pupilId, guardianId } of links) {
    found.add(id, [pupilId])
    found.add(guardianId, [pupilId])
  }
  const adults = links.map(({ guardianId }) => guardianId)
  for (const { id, householdId } of db
    .select()
    .from(guardians)
    .where(inArray(guardians.id, adults))
    .all()) {
    if (householdId) found.add(householdId, found.at(id))
  }
  for (const row of db.select().from(residences).where(inArray(residences.pupilId, ids)).all()) {
    found.add(row.id, [row.pupilId])
    found.add(row.householdId, [row.pupilId])
  }
  for (const row of db
    .select()
    .from(contactLinks)
    .where(inArray(contactLinks.pupilId, ids))
    .all()) {
    found.add(row.id, [row.pupilId])
    found.add(row.contactId, [row.pupilId])
  }
}

type Finds = ReturnType<typeof createFinds>

function createFinds() {
  const byRow = new Map<string, Set<PupilId>>()
  return {
    byRow,
    at: (rowId: string): readonly PupilId[] => [...(byRow.get(rowId) ?? [])],
    add(rowId: string, pupilIds: readonly PupilId[]) {
      byRow.set(rowId, new Set([...(byRow.get(rowId) ?? []), ...pupilIds]))
    },
  }
}
