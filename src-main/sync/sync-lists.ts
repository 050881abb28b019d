import { isNull } from 'drizzle-orm'
import type { SyncNotice, SyncRejection } from '#shared/sync/sync-contract.ts'
import { Operation } from '#shared/sync/sync-protocol.ts'
import { syncedFields } from '#shared/sync/synced-fields.ts'
import type { ReadDb } from '../platform/database.ts'
import type { SchoolDatabase } from '../platform/open-database.ts'
import { rowSubject } from './row-subject.ts'
import { staffNames } from './staff-names.ts'
import { syncNotices } from './sync-notices-table.ts'

/** What was written over by somebody who had not seen it, the newest first. */
export function openNotices(db: ReadDb, { sqlite, decode }: SchoolDatabase): SyncNotice[] {
  const nameOf = staffNames(db)
  const rows = db.select().from(syncNotices).where(isNull(syncNotices.settledAt)).all()
  return rows
    .toSorted((a, b) => (a.at < b.at ? 1 : -1))
    .map(({ id, tbl, rowId, field, lostValue, keptValue, lostBy, keptBy, at }) => ({
      id,
      table: tbl,
      rowId,
      field,
      subject: rowSubject(sqlite, { table: tbl, id: rowId }),
      lost: decode(tbl, field, lostValue),
      // Null of a late one: what stood then stands now, or what was written since.
      kept: decode(tbl, field, keptValue ?? presentValue(sqlite, { tbl, rowId, field })),
      lostBy: nameOf(lostBy),
      keptBy: nameOf(keptBy),
      at,
    }))
}

type Place = { readonly tbl: string; readonly rowId: string; readonly field: string }

function presentValue(sqlite: SchoolDatabase['sqlite'], { tbl, rowId, field }: Place) {
  if (!Object.hasOwn(syncedFields[tbl] ?? {}, field)) return null
  const value = sqlite.prepare(`SELECT "${field}" FROM "${tbl}" WHERE id = ?`).pluck().get(rowId)
  return value === undefined ? null : JSON.stringify(value)
}

type Stored = {
  readonly opId: string
  readonly at: string
  readonly fate: SyncRejection['fate']
  readonly code: SyncRejection['code']
  readonly operation: string
  readonly isSeen: number
}

/** Operations that the portal did not carry out, the newest first. */
export function listRejections({ sqlite }: SchoolDatabase): SyncRejection[] {
  const rows = sqlite
    .prepare('SELECT * FROM rejections ORDER BY at DESC LIMIT 200')
    .all() as Stored[]
  return rows.map(({ opId, at, fate, code, operation: text, isSeen }) => {
    const operation = Operation.parse(JSON.parse(text))
    const isSet = operation[0] === 's'
    const table = isSet ? operation[3] : ''
    return {
      id: opId,
      at,
      fate,
      code,
      table,
      field: isSet ? operation[5] : null,
      subject: rowSubject(sqlite, isSet ? { table, id: operation[4] } : askedAbout(operation[4])),
      isSeen: isSeen === 1,
    }
  })
}

/** Commands about accounts name a guardian. */
const askedAbout = (args: unknown) => ({
  table: 'guardians',
  id: String(Object(args).guardianId ?? ''),
})
