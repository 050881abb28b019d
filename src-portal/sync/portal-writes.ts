import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { FieldValue, RowFields, SetOperation } from '#shared/sync/sync-protocol.ts'
import { nextTimestamp, type Timestamp } from '#shared/sync/timestamp.ts'
import { notify, rowsOf, type SchoolTx } from '../platform/portal-database.ts'
import { applyOperation, createWorkbench } from './apply-operation.ts'
import { type HubParts, pokeChannel } from './hub-parts.ts'
import { latestStamp, rowKey, stampOf } from './hub-row.ts'
import { loadRows, storeRows } from './hub-rows.ts'
import { keepLostValues } from './lost-values.ts'
import { movesScopes, refreshScopes } from './refresh-scopes.ts'

/** Tag of the portal's own stamps; those of desks begin at 0001. */
const ownTag = '0000'

/** The rows of a school as the portal itself writes them. */
export type PortalRows = {
  /** The row as it stands, or null; nobody else writes while it is looked at. */
  find(tbl: string, id: string): Promise<RowFields | null>
  /** Makes the row, or sets the fields that differ; fields that are not named stay. */
  save(tbl: string, id: string, fields: RowFields): Promise<void>
  remove(tbl: string, id: string): Promise<void>
}

type Parts = Pick<HubParts, 'seal' | 'now' | 'today'>

/**
 * Writes what a guardian did, or what follows from what a desk did, as rows that every desk gets by
 * the ordinary way. One writer of a school at a time: `work` looks at rows that nobody else changes
 * until its transaction ends, so a place is taken once.
 */
export async function writeAsPortal<Answer>(
  tx: SchoolTx,
  parts: Parts,
  schoolId: string,
  work: (rows: PortalRows) => Promise<Answer>,
): Promise<Answer> {
  const [clock] = await rowsOf<{ seq: number }>(tx, sql`SELECT seq FROM sync_clocks FOR UPDATE`)
  if (!clock) throw new Error('This school does not sync.')
  const seq = Number(clock.seq) + 1
  const bench = createWorkbench(new Map(), parts.now())
  const operations: SetOperation[] = []
  const changedFields = new Map<string, Set<string>>()

  async function load(tbl: string, id: string) {
    const key = rowKey(tbl, id)
    const present = bench.rows.get(key)
    if (present) return present
    for (const [found, row] of await loadRows(tx, [{ tbl, id }], parts.seal)) {
      bench.rows.set(found, row)
    }
    return bench.rows.get(key)
  }
  let last: Timestamp | null = null
  function apply(
    tbl: string,
    id: string,
    [field, value, base]: readonly [string | null, FieldValue | RowFields, Timestamp | null],
  ) {
    last = nextTimestamp(last, parts.now(), ownTag)
    const operation: SetOperation = ['s', randomUUID(), 0, tbl, id, field, value, last, base, '']
    operations.push(operation)
    applyOperation(bench, operation)
    const key = rowKey(tbl, id)
    changedFields.set(key, (changedFields.get(key) ?? new Set()).add(field ?? '*'))
  }
  const answer = await work({
    async find(tbl, id) {
      const row = await load(tbl, id)
      return row && row.gone === null ? { ...row.fields } : null
    },
    async save(tbl, id, fields) {
      const row = await load(tbl, id)
      if (!row || row.gone !== null)
        return apply(tbl, id, [null, { ...fields, id }, row?.gone ?? null])
      for (const [field, value] of Object.entries(fields)) {
        if ((row.fields[field] ?? null) === value) continue
        apply(tbl, id, [field, value, stampOf(row, field)])
      }
    },
    async remove(tbl, id) {
      const row = await load(tbl, id)
      if (row && row.gone === null) apply(tbl, id, [null, null, latestStamp(row)])
    },
  })
  const rows = [...bench.rows.values()].filter(({ isChanged }) => isChanged)
  if (rows.length === 0) return answer
  await storeRows(tx, schoolId, rows, { seq, deviceId: null }, parts.seal)
  const at = new Date(parts.now()).toISOString()
  await keepLostValues(tx, bench.lost, { schoolId, deviceId: null, seq, at, operations })
  const moved = rows.filter((row) =>
    movesScopes(row, changedFields.get(rowKey(row.tbl, row.id)) ?? new Set()),
  )
  if (moved.length > 0) await refreshScopes(tx, schoolId, moved, { seq, today: parts.today() })
  await tx.execute(sql`UPDATE sync_clocks SET seq = ${seq}`)
  await notify(tx, pokeChannel, `${schoolId} ${seq}`)
  return answer
}
