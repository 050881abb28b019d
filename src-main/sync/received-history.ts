import type { FieldValue } from '#shared/sync/sync-protocol.ts'
import type { Connection } from '../platform/connection.ts'
import { newId } from '../platform/ids.ts'
import type { PortalRow } from './row-writer.ts'

type Stored = Readonly<Record<string, FieldValue>>

/** How the history names what other computers wrote; nobody at this desk did it. */
const path = 'sync.received'
/** Rows about sync itself are no history of the school. */
const untold = new Set(['syncNotices', 'preferences'])

export type ReceivedHistory = ReturnType<typeof createReceivedHistory>

/** Writes down, field by field, what other computers changed: one action for each page. */
export function createReceivedHistory(sqlite: Connection, now: () => string) {
  const act = sqlite.prepare(
    'INSERT INTO actions (n, id, at, staffId, path) SELECT coalesce(max(n), 0) + 1, ?, ?, ?, ? FROM actions',
  )
  const remember = sqlite.prepare(
    'INSERT INTO changes (actionId, tbl, rowId, field, old, new, hlc) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )

  return {
    /** A new page: `note` is told of each row that was here already. Inside a transaction. */
    page() {
      let actionId: string | null = null
      return function note(row: PortalRow, before: Stored) {
        if (untold.has(row.table)) return
        const stamps: Record<string, string> = row.stamps ? JSON.parse(row.stamps) : {}
        for (const [field, value] of Object.entries(row.fields)) {
          const old = before[field] ?? null
          if (old === value || !Object.hasOwn(before, field)) continue
          if (actionId === null) {
            actionId = newId()
            act.run(actionId, now(), '', path)
          }
          const texts = [toJson(old), toJson(value)]
          remember.run(actionId, row.table, row.id, field, ...texts, stamps[field] ?? row.born)
        }
      }
    },
  }
}

const toJson = (value: FieldValue) => (value === null ? null : JSON.stringify(value))
