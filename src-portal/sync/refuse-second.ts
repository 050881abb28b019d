import { decidedFields } from '#shared/sync/decided-once.ts'
import type { FieldValue, Operation, SetOperation } from '#shared/sync/sync-protocol.ts'
import type { SchoolTx } from '../platform/portal-database.ts'
import type { Fields } from '../platform/portal-parts.ts'
import { baseOf, type Workbench } from './apply-operation.ts'
import { type Check, checkOperation, type Refused } from './check-operation.ts'
import { rowKey, stampOf } from './hub-row.ts'

/**
 * What a table asks of a decision beyond that nobody was first: of a talk, that its place is free.
 * `wanted` are the rows of the table as they would be, `unsaved` what the batch made of others before
 * (null is removed); false refuses the whole transaction. The portal writes one batch of a school at a
 * time, so what is free now stays so.
 */
export type Guard = (
  tx: SchoolTx,
  wanted: readonly Fields[],
  unsaved: ReadonlyMap<string, Fields | null>,
) => Promise<boolean>
export type Guards = Readonly<Record<string, Guard>>

/** Whether every guard of the tables that are decided on lets these pass. */
export async function passGuards(
  tx: SchoolTx,
  guards: Guards,
  operations: readonly SetOperation[],
  bench: Workbench,
): Promise<boolean> {
  const decided = new Set(
    operations.filter((each) => decidedFields(each).length > 0).map(([, , , tbl]) => tbl),
  )
  for (const table of decided) {
    const guard = guards[table]
    if (!guard) continue
    const own = operations.filter(([, , , tbl]) => tbl === table)
    const rows = [...bench.rows.values()].filter(({ tbl }) => tbl === table)
    const unsaved = new Map(rows.map(({ id, gone, fields }) => [id, gone === null ? fields : null]))
    if (!(await guard(tx, fieldsAfter(own, bench), unsaved))) return false
  }
  return true
}

/** The rows as they would be after these operations; removed ones are left out. */
function fieldsAfter(operations: readonly SetOperation[], { rows }: Workbench): readonly Fields[] {
  const after = new Map<string, Fields>()
  for (const [, , , tbl, id, field, value] of operations) {
    const before = after.get(id) ?? rows.get(rowKey(tbl, id))?.fields ?? {}
    const set = field === null ? value : { [field]: value as FieldValue }
    if (set !== null && typeof set === 'object') after.set(id, { ...before, ...set, id })
    else after.delete(id)
  }
  return [...after.values()]
}

/** Of a batch, the transactions of the desk that decide something, each with all its operations. */
export function decidingTransactions(
  operations: readonly Operation[],
): ReadonlyMap<number, readonly SetOperation[]> {
  const sets = operations.filter((each): each is SetOperation => each[0] === 's')
  const deciding = new Set(
    sets.filter((each) => decidedFields(each).length > 0).map(([, , tx]) => tx),
  )
  return Map.groupBy(
    sets.filter(([, , tx]) => deciding.has(tx)),
    ([, , tx]) => tx,
  )
}

/**
 * Why a transaction that decides something is not carried out, or null: somebody was first, or one
 * of its operations may not be. It stands or falls as a whole.
 */
export function whyNotDecide(
  bench: Workbench,
  checks: Check,
  operations: readonly SetOperation[],
): Refused | null {
  if (operations.some((each) => isSecond(bench, each))) {
    return { fate: 'rejected', code: 'decided-already' }
  }
  for (const operation of operations) {
    const row = bench.rows.get(rowKey(operation[3], operation[4]))
    const refused = checkOperation(checks, operation, row)
    // A row that this transaction itself makes is not there yet.
    if (refused && refused.code !== 'unknown-row') return refused
  }
  return null
}

function isSecond(bench: Workbench, operation: SetOperation) {
  const [, , , tbl, id, field, value] = operation
  const row = bench.rows.get(rowKey(tbl, id))
  if (!row) return false
  const base = baseOf(bench, operation)
  return decidedFields(operation).some((name) => {
    const present = row.gone ?? stampOf(row, name)
    // A place that two people make at once: the same row, made twice.
    if (field === null) return row.gone === null && row.fields[name] !== Object(value)[name]
    return base !== present
  })
}
