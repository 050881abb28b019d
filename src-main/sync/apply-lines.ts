import type { FieldValue, PullLine } from '#shared/sync/sync-protocol.ts'
import type { Connection } from '../platform/connection.ts'
import { type Changed, touch } from '../platform/take-in.ts'
import type { FieldSeal } from './field-seal.ts'
import { openRow } from './open-row.ts'
import { createRowWriter, type PortalRow } from './row-writer.ts'

type RowLine = Extract<PullLine, readonly unknown[]>
export type Head = Extract<PullLine, { readonly k: 'head' }>

type Taken = {
  readonly changed: Changed
  /** Told of each row that came; while everything is loaded anew, what is not told of is to go. */
  readonly onRow?: (table: string, id: string) => void
  /** Told of each row that was here and comes again; a first load tells no history. */
  readonly note?: (row: PortalRow, before: Readonly<Record<string, FieldValue>>) => void
  /** Everything comes anew: numbers of rows here mean nothing any more. */
  readonly isReplacing: boolean
}

/**
 * Stores what a page of the portal says. A field on which an operation of this desk waits shows the
 * later of both; the operation itself stays queued. Called inside a transaction of `takeIn`.
 */
export function createLineApplier(sqlite: Connection, seal: FieldSeal) {
  const writer = createRowWriter(sqlite)
  const waitingRows = sqlite
    .prepare("SELECT DISTINCT tbl || ' ' || rowId FROM outbox WHERE rowId IS NOT NULL")
    .pluck()
  const waitingOn = sqlite.prepare(
    'SELECT field, value, hlc FROM outbox WHERE tbl = ? AND rowId = ? ORDER BY n',
  )
  const forgetHistory = sqlite.prepare('DELETE FROM changes WHERE tbl = ? AND rowId = ?')
  const forgetField = sqlite.prepare(
    // A row as a whole would tell them too.
    'DELETE FROM changes WHERE tbl = ? AND rowId = ? AND (field = ? OR field IS NULL)',
  )

  function storeRow(line: RowLine, head: Head, waiting: ReadonlySet<string>, taken: Taken) {
    const row = asRow(line, head, seal)
    if (!row) return
    taken.onRow?.(row.table, row.id)
    const isWaited = waiting.has(`${row.table} ${row.id}`)
    const before = isWaited || taken.note ? writer.find(row.table, row.id) : undefined
    const stored = isWaited ? before : undefined
    const own = isWaited ? ownOperations(row) : []
    // Removed here and not heard on yet: it does not come back for a moment.
    if (!stored && own.some(({ field, value }) => field === null && value === null)) return
    const shown = stored ? withOwn(row, stored, own) : row
    const isOld = typeof before?._seq === 'number' && before._seq > row.seq
    if (before && !isOld) taken.note?.(shown, before)
    writer.store(shown, { isForced: taken.isReplacing })
    touch(taken.changed, row.table, row.id)
  }

  const ownOperations = ({ table, id }: PortalRow) =>
    waitingOn.all(table, id) as { field: string | null; value: string | null; hlc: string }[]

  return {
    apply(lines: readonly PullLine[], head: Head, taken: Taken) {
      const { changed } = taken
      const waiting = new Set(waitingRows.all() as string[])
      for (const line of lines) {
        if (isRowLine(line)) storeRow(line, head, waiting, taken)
        else if (line.k === 'del') {
          writer.remove(line.t, line.id)
          touch(changed, line.t, line.id)
        } else if (line.k === 'exit' || line.k === 'purge') {
          // What may no longer be seen leaves its history too.
          writer.remove(line.t, line.id)
          forgetHistory.run(line.t, line.id)
          touch(changed, line.t, line.id)
        } else if (line.k === 'mask') {
          for (const field of line.f) forgetField.run(line.t, line.id, field)
        }
      }
    },
  }
}

export const isRowLine = (line: PullLine): line is RowLine => Array.isArray(line)

function asRow(
  [table, id, seq, born, stamps, scopes, ...values]: RowLine,
  { tables }: Head,
  seal: FieldSeal,
): PortalRow | null {
  const names = tables[table]
  if (!names) return null
  const sent: Record<string, FieldValue> = {}
  for (const [index, name] of names.entries()) sent[name] = values[index] ?? null
  const opened = openRow(seal, { table, id }, sent)
  return { table, id, seq, born, stamps, scopes, ...opened, shape: names }
}

type Own = { readonly field: string | null; readonly hlc: string }

/** The portal's row with the fields that this desk has written later and not been heard on yet. */
function withOwn(
  row: PortalRow,
  stored: Readonly<Record<string, FieldValue>>,
  own: readonly Own[],
): PortalRow {
  const stamps: Record<string, string> = row.stamps ? JSON.parse(row.stamps) : {}
  const fields = { ...row.fields }
  for (const { field, hlc } of own) {
    for (const name of field === null ? Object.keys(fields) : [field]) {
      if (hlc <= (stamps[name] ?? row.born) || name === 'id') continue
      fields[name] = stored[name] ?? null
      stamps[name] = hlc
    }
  }
  return { ...row, fields, stamps: Object.keys(stamps).length > 0 ? JSON.stringify(stamps) : null }
}
