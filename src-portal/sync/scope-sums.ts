import { sql } from 'drizzle-orm'
import { addToSum, rowNumber, sumText } from '#shared/sync/row-sums.ts'
import { knownTables } from '#shared/sync/schema-window.ts'
import { rowsOf, type SchoolTx } from '../platform/portal-database.ts'
import type { Device } from './devices.ts'

type Sum = readonly [count: number, sum: string]
type Place = {
  readonly device: Pick<Device, 'schoolId'>
  readonly epoch: string
  readonly schema: number
  readonly to: number
}

/** Sums of the last place at which they were asked: sixty desks ask the same after each change. */
const known = new Map<string, { readonly to: number; readonly sum: Sum }>()
const most = 5000

/**
 * Count and sum of every scope that the desk holds, to be compared with what it has. None at all when
 * the school went on meanwhile: they would be of another moment than the rows.
 */
export async function sumsOf(
  tx: SchoolTx,
  scopes: readonly string[],
  { device, epoch, schema, to }: Place,
): Promise<Readonly<Record<string, Sum>>> {
  const sums: Record<string, Sum> = {}
  const fresh = new Map<string, Sum>()
  for (const scope of scopes) {
    const key = `${device.schoolId} ${epoch} ${schema} ${scope}`
    const found = known.get(key)
    const sum = found?.to === to ? found.sum : await sumOf(tx, scope, schema)
    sums[scope] = sum
    fresh.set(key, sum)
  }
  const [clock] = await rowsOf<{ seq: number }>(tx, sql`SELECT seq FROM sync_clocks`)
  if (Number(clock?.seq) !== to) return {}
  if (known.size > most) known.clear()
  for (const [key, sum] of fresh) known.set(key, { to, sum })
  return sums
}

async function sumOf(tx: SchoolTx, scope: string, schema: number): Promise<Sum> {
  const found = await placesOf(tx, scope, schema)
  const sum = found.reduce(
    (all, { table, id, seq }) => addToSum(all, rowNumber(table, id, seq)),
    0n,
  )
  return [found.length, sumText(sum)]
}

/** Every row of a scope that a desk of this schema knows, with its place in the order. */
export async function placesOf(tx: SchoolTx, scope: string, schema: number) {
  const tables = JSON.stringify(knownTables(schema))
  const found = await rowsOf<{ tbl: string; id: string; seq: number }>(
    tx,
    sql`SELECT tbl, id, seq FROM sync_rows WHERE scopes @> ARRAY[${scope}] AND gone IS NULL
          AND tbl = ANY(ARRAY(SELECT jsonb_array_elements_text(${tables}::jsonb)))`,
  )
  return found.map(({ tbl, id, seq }) => ({ table: tbl, id, seq: Number(seq) }))
}
