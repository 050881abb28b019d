import { sql } from 'drizzle-orm'
import type { Operation, OperationOutcome } from '#shared/sync/sync-protocol.ts'
import { rowsOf, type SchoolTx } from '../platform/portal-database.ts'
import type { Batch } from './sealed-batches.ts'

/** Outcomes of operations that came before: a batch of an archive holds what is long done. */
export async function seenOperations(tx: SchoolTx, operations: readonly Operation[]) {
  const ids = JSON.stringify(operations.map(([, op]) => op))
  const found = await rowsOf<{ op_id: string; outcome: OperationOutcome }>(
    tx,
    sql`SELECT op_id, outcome FROM sync_ops
        WHERE op_id IN (SELECT jsonb_array_elements_text(${ids}::jsonb)::uuid)`,
  )
  return new Map(found.map(({ op_id, outcome }) => [op_id, outcome]))
}

/** Every operation has one fate, for good. */
export async function rememberOperations(
  tx: SchoolTx,
  { device, seq, at }: Batch,
  outcomes: readonly OperationOutcome[],
  known: ReadonlyMap<string, OperationOutcome>,
) {
  const fresh = outcomes
    .filter(({ op }) => !known.has(op))
    // What stood then is of no use later, and is personal.
    .map((outcome) => ({ ...outcome, now: null }))
  await tx.execute(
    sql`INSERT INTO sync_ops (school_id, op_id, device_id, seq, outcome, at)
        SELECT ${device.schoolId}::uuid, (o ->> 'op')::uuid, ${device.id}::uuid, ${seq}, o, ${at}::timestamptz
        FROM jsonb_array_elements(${JSON.stringify(fresh)}::jsonb) AS o
        ON CONFLICT DO NOTHING`,
  )
}
