import { sql } from 'drizzle-orm'
import { z } from 'zod'
import {
  type CommandOperation,
  type Operation,
  type OperationOutcome,
  type RejectionCode,
  SetOperation,
} from '#shared/sync/sync-protocol.ts'
import { rowsOf, type SchoolTx } from '../platform/portal-database.ts'
import { applyOperation, type Workbench } from './apply-operation.ts'
import { type Check, isOfOffice, whatIsWrong } from './check-operation.ts'
import { rowKey } from './hub-row.ts'
import type { Batch } from './sealed-batches.ts'

// The office decides on work that came too late for its writer's rights: it is carried out with the
// stamp that it had, or let be. Both are commands in the office's outbox, `{ op }` their argument.

const accepts = 'quarantine.accept'
const refuses = 'quarantine.refuse'
const Argument = z.object({ op: z.uuid() })

export type Held = Map<string, SetOperation>
export type Deciding = {
  readonly bench: Workbench
  readonly checks: Check
  readonly batch: Batch
  readonly changedFields: Map<string, Set<string>>
  /** Rows that changed by a decision: everybody is to hear of them, who decided too. */
  readonly decided: Set<string>
}

export const isDecision = ([, , , name]: CommandOperation) => name === accepts || name === refuses

/** The operations that wait and that this batch decides on, by their id. */
export async function heldOperations(
  tx: SchoolTx,
  operations: readonly Operation[],
): Promise<Held> {
  const wanted = operations.flatMap((each) => (each[0] === 'c' && isDecision(each) ? [each] : []))
  const ids = wanted.flatMap(([, , , , args]) => Argument.safeParse(args).data?.op ?? [])
  if (ids.length === 0) return new Map()
  const found = await rowsOf<{ op_id: string; payload: unknown }>(
    tx,
    sql`SELECT op_id, payload FROM quarantined_ops WHERE decision IS NULL
          AND op_id IN (SELECT jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::uuid)`,
  )
  return new Map(found.map(({ op_id, payload }) => [op_id, SetOperation.parse(payload)]))
}

/** Two offices may decide at once: the first counts, the second is told that it was late. */
export async function decide(
  tx: SchoolTx,
  deciding: Deciding,
  [, op, , name, args, hlc, staffId]: CommandOperation,
  held: Held,
): Promise<OperationOutcome> {
  const outcome = { op, hlc, now: null }
  const reject = (code: RejectionCode): OperationOutcome => ({
    ...outcome,
    ...{ fate: 'rejected', seq: null, hlc: null, code },
  })
  if (!isOfOffice(deciding.checks)) return reject('not-allowed')
  const which = Argument.safeParse(args).data?.op ?? ''
  const waiting = held.get(which)
  if (!waiting) return reject('command-refused')
  if (name === accepts && !carryOut(deciding, waiting)) return reject('command-refused')
  held.delete(which)
  await tx.execute(
    sql`UPDATE quarantined_ops SET decided_by = ${staffId}, decision = ${name === accepts ? 'accepted' : 'refused'}
        WHERE op_id = ${which}::uuid`,
  )
  return { ...outcome, fate: 'applied', seq: deciding.batch.seq, code: null }
}

/** False when the row has gone meanwhile and cannot come back by this alone. */
function carryOut({ bench, batch, changedFields, decided }: Deciding, operation: SetOperation) {
  const [, , , tbl, id, field] = operation
  const key = rowKey(tbl, id)
  if (whatIsWrong(operation, bench.rows.get(key), batch.request.schema)) return false
  applyOperation(bench, operation)
  decided.add(key)
  changedFields.set(key, (changedFields.get(key) ?? new Set()).add(field ?? '*'))
  return true
}
