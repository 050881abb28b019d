import { eq } from 'drizzle-orm'
import { GuardianLinkId } from '#shared/families/guardian.ts'
import type { HistoryContract } from '#shared/history/history-contract.ts'
import { ok, refuse } from '#shared/platform/result.ts'
import { guardianLinks } from '../families/families-table.ts'
import type { Context, Service, StoredChange, WriteDb } from '../platform/database.ts'
import type { SchoolDatabase } from '../platform/open-database.ts'
import { whatForbids } from './history-guards.ts'
import { historyMask } from './history-mask.ts'
import { findChange, rowExists } from './stored-history.ts'

/** Tables that are themselves a record of what was: an answer, a look, a report. */
const records = new Set(['consents', 'disclosures', 'importReports', 'exportLog'])

/** Puts one field back to what it was before a change, whatever came after it. */
export function revertChange(
  db: WriteDb,
  database: SchoolDatabase,
  changeId: number,
  caller: Context,
): ReturnType<Service<HistoryContract>['revert']> {
  const { sqlite } = database
  const change = findChange(sqlite, changeId)
  if (!change || !isField(change) || !historyMask(db, sqlite, caller).tells(change.tbl)) {
    return refuse('history.not-found')
  }
  if (!rowExists(sqlite, change)) return refuse('history.not-found')
  if (forgetsNoContact(db, change)) return refuse('history.changed-since')
  const forbidden = whatForbids(db, database, [change], caller)
  if (forbidden) return refuse(forbidden)

  db.putBack(change)
  return ok(null)
}

/** A row that was made or taken away is undone as a whole, with all that came with it. */
const isField = ({ tbl, field }: StoredChange) => field !== null && !records.has(tbl)

/** While a court forbids contact, what it switched off stays off. */
function forgetsNoContact(db: WriteDb, { tbl, rowId, field, old }: StoredChange) {
  const switchedOff = ['portalAccess', 'receivesLetters', 'mayCollect']
  if (tbl !== 'guardianLinks' || !switchedOff.includes(field ?? '') || old !== '1') return false
  const link = db
    .select()
    .from(guardianLinks)
    .where(eq(guardianLinks.id, GuardianLinkId.parse(rowId)))
    .get()
  return link?.noContact === true
}
