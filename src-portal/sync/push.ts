import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type {
  CommandOperation,
  Operation,
  OperationOutcome,
  PushAnswer,
  PushRequest,
  SetOperation,
} from '#shared/sync/sync-protocol.ts'
import { notify, type PortalDatabase, rowsOf, type SchoolTx } from '../platform/portal-database.ts'
import { applyOperation, createWorkbench, type Workbench } from './apply-operation.ts'
import { type Check, checkOperation, readChecks } from './check-operation.ts'
import type { Device } from './devices.ts'
import { type HubRow, rowKey } from './hub-row.ts'
import { loadRows, storeRows } from './hub-rows.ts'
import { keepLostValues } from './lost-values.ts'
import { movesScopes, refreshScopes } from './refresh-scopes.ts'
import type { RowSeal } from './row-seal.ts'
import { shownNow, type View, viewOf } from './show-row.ts'
import { grantsOf, refreshGrants } from './staff-grants.ts'

export type Commands = Readonly<
  Record<
    string,
    (tx: SchoolTx, operation: CommandOperation, device: Device) => Promise<OperationOutcome>
  >
>

export type HubParts = {
  readonly database: PortalDatabase
  readonly seal: RowSeal
  readonly commands: Commands
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** The calendar day at the school. */
  readonly today: () => string
}

export type PushResult =
  | { readonly ok: true; readonly value: PushAnswer }
  | { readonly ok: false; readonly refusal: 'fork' | 'epoch' }
  | { readonly ok: false; readonly refusal: 'gap'; readonly last: number }

export const pokeChannel = 'balie_poke'

/** What a batch is recognised by when it comes twice. */
export const contentHash = (operations: readonly Operation[]) =>
  createHash('sha256').update(JSON.stringify(operations)).digest('hex')

/**
 * Takes in one sealed batch of a desk (sync.md 3.6): everything in one transaction, every operation
 * with one fate, and the same answer however often the batch is sent.
 */
export async function push(
  parts: HubParts,
  device: Device,
  request: PushRequest,
): Promise<PushResult> {
  return parts.database.inSchool(device.schoolId, async (tx) => {
    const [clock] = await rowsOf<{ epoch: string; seq: number }>(
      tx,
      sql`SELECT epoch, seq FROM sync_clocks FOR UPDATE`,
    )
    if (!clock || clock.epoch !== request.epoch) return { ok: false, refusal: 'epoch' }
    const known = await findBatch(tx, device, request)
    if (known) return known
    const seq = Number(clock.seq) + 1
    const at = new Date(parts.now()).toISOString()
    const view = viewOf(await grantsOf(tx, device.staffId))
    const outcomes = await applyBatch(tx, parts, { device, request, seq, at, view })
    const placed = await placedRows(tx, { device, request, seq, at, view })
    const answer = {
      batch: request.batch,
      seq,
      serverTime: parts.now(),
      outcomes: outcomes.map((each, index) => shorten(each, request.operations[index], seq)),
      placed,
    }
    await closeBatch(tx, { device, request, answer, at })
    await notify(tx, pokeChannel, `${device.schoolId} ${seq}`)
    return { ok: true, value: answer }
  })
}

/** Most operations are simply applied, and thousands of them are said in a few bytes. */
function shorten(outcome: OperationOutcome, operation: Operation | undefined, seq: number) {
  const isPlain =
    outcome.fate === 'applied' &&
    outcome.seq === seq &&
    outcome.hlc === operation?.[operation[0] === 's' ? 7 : 5]
  return isPlain ? (1 as const) : outcome
}

/** Scopes of the rows that the batch made, within what the desk may see. */
async function placedRows(
  tx: SchoolTx,
  { device, seq, view }: Batch,
): Promise<PushAnswer['placed']> {
  const found = await rowsOf<{ tbl: string; id: string; scopes: readonly string[] }>(
    tx,
    sql`SELECT tbl, id, scopes FROM sync_rows
        WHERE seq = ${seq} AND device_id = ${device.id}::uuid AND before_seq = 0 AND gone IS NULL`,
  )
  return found.map(({ tbl, id, scopes }) => [
    tbl,
    id,
    scopes.filter((scope) => view.scopes.has(scope)).join(' '),
  ])
}

/** The answer that this batch had, or why it cannot be the next one. */
async function findBatch(
  tx: SchoolTx,
  device: Device,
  request: PushRequest,
): Promise<PushResult | null> {
  const { batch, operations } = request
  const sha = contentHash(operations)
  if (sha !== request.sha) return { ok: false, refusal: 'fork' }
  const [stored] = await rowsOf<{ sha: string; answer: PushAnswer | null }>(
    tx,
    sql`SELECT sha, answer FROM sync_batches WHERE device_id = ${device.id}::uuid AND batch = ${batch}`,
  )
  if (stored && (stored.sha !== sha || !stored.answer)) return { ok: false, refusal: 'fork' }
  if (stored?.answer) return { ok: true, value: stored.answer }
  const [{ last_batch = 0 } = {}] = await rowsOf<{ last_batch: number }>(
    tx,
    sql`SELECT last_batch FROM devices WHERE device_id = ${device.id}::uuid FOR UPDATE`,
  )
  const last = Number(last_batch)
  if (batch <= last) return { ok: false, refusal: 'fork' }
  return batch === last + 1 ? null : { ok: false, refusal: 'gap', last }
}

type Batch = {
  readonly view: View
  readonly device: Device
  readonly request: PushRequest
  readonly seq: number
  readonly at: string
}

async function applyBatch(
  tx: SchoolTx,
  parts: HubParts,
  batch: Batch,
): Promise<OperationOutcome[]> {
  const { device, request, seq, at } = batch
  const operations = request.operations
  const sets = operations.filter((each): each is SetOperation => each[0] === 's')
  const rows = await loadRows(
    tx,
    sets.map(([, , , tbl, id]) => ({ tbl, id })),
    parts.seal,
  )
  const known = await seenOperations(tx, operations)
  const checks = await readChecks(tx, device, parts.now())
  const bench = createWorkbench(rows, parts.now())
  const changedFields = new Map<string, Set<string>>()
  const outcomes: OperationOutcome[] = []
  for (const operation of operations) {
    const seen = known.get(operation[1])
    if (seen) outcomes.push(seen)
    else if (operation[0] === 'c') outcomes.push(await runCommand(tx, parts, operation, device))
    else outcomes.push(await applySet(tx, { bench, checks, operation, batch, changedFields }))
  }
  await storeRows(
    tx,
    device.schoolId,
    [...bench.rows.values()],
    { seq, deviceId: device.id },
    parts.seal,
  )
  await keepLostValues(tx, bench.lost, { ...batch, operations: sets })
  const moved = [...bench.rows.values()].filter(
    (row) =>
      row.isChanged && movesScopes(row, changedFields.get(rowKey(row.tbl, row.id)) ?? new Set()),
  )
  if (moved.length > 0)
    await refreshScopes(tx, device.schoolId, moved, { seq, today: parts.today() })
  if (moved.some(decidesGrants) || touchesStaff(bench)) {
    await refreshGrants(tx, device.schoolId, { seq, at, today: parts.today() })
  }
  await rememberOperations(tx, batch, outcomes, known)
  return outcomes
}

const decidesGrants = ({ tbl }: HubRow) => ['groupStaff', 'groups', 'schoolYears'].includes(tbl)
const touchesStaff = ({ rows }: Workbench) =>
  [...rows.values()].some(({ tbl, isChanged }) => tbl === 'staff' && isChanged)

type Setting = {
  readonly bench: Workbench
  readonly checks: Check
  readonly operation: SetOperation
  readonly batch: Batch
  readonly changedFields: Map<string, Set<string>>
}

async function applySet(tx: SchoolTx, setting: Setting): Promise<OperationOutcome> {
  const { bench, checks, operation, batch, changedFields } = setting
  const [, op, , tbl, id, field] = operation
  const row = bench.rows.get(rowKey(tbl, id))
  const refused = checkOperation(checks, operation, row)
  const nothing = { op, seq: null, hlc: null, code: null, now: null }
  if (refused?.fate === 'rejected') {
    return { ...nothing, fate: 'rejected', code: refused.code, now: shownNow(row, batch.view) }
  }
  if (refused) {
    await quarantine(tx, batch, operation, refused.code)
    return { ...nothing, fate: 'quarantined', code: refused.code }
  }
  const { fate, hlc } = applyOperation(bench, operation)
  if (fate === 'applied') {
    const key = rowKey(tbl, id)
    changedFields.set(key, (changedFields.get(key) ?? new Set()).add(field ?? '*'))
    return { ...nothing, fate, seq: batch.seq, hlc }
  }
  return { ...nothing, fate, hlc, now: shownNow(bench.rows.get(rowKey(tbl, id)), batch.view) }
}

async function runCommand(
  tx: SchoolTx,
  { commands }: HubParts,
  operation: CommandOperation,
  device: Device,
) {
  const [, op, , name] = operation
  const nothing = { op, seq: null, hlc: null, now: null }
  const command = commands[name]
  if (!command) return { ...nothing, fate: 'rejected' as const, code: 'unknown-command' }
  // A failing command is undone by itself and never holds up what comes after it.
  return tx
    .transaction((inner) => command(inner as unknown as SchoolTx, operation, device))
    .catch(() => ({ ...nothing, fate: 'rejected' as const, code: 'command-refused' }))
}

async function quarantine(
  tx: SchoolTx,
  { device, at }: Batch,
  operation: SetOperation,
  reason: string,
) {
  const [, op, , , , , , , , staffId] = operation
  await tx.execute(
    sql`INSERT INTO quarantined_ops (school_id, op_id, device_id, staff_id, reason, payload, at)
        VALUES (${device.schoolId}::uuid, ${op}::uuid, ${device.id}::uuid, ${staffId}, ${reason},
          ${JSON.stringify(operation)}::jsonb, ${at}::timestamptz)
        ON CONFLICT DO NOTHING`,
  )
}

/** Outcomes of operations that came before: a batch of an archive holds what is long done. */
async function seenOperations(tx: SchoolTx, operations: readonly Operation[]) {
  const ids = JSON.stringify(operations.map(([, op]) => op))
  const found = await rowsOf<{ op_id: string; outcome: OperationOutcome }>(
    tx,
    sql`SELECT op_id, outcome FROM sync_ops
        WHERE op_id IN (SELECT jsonb_array_elements_text(${ids}::jsonb)::uuid)`,
  )
  return new Map(found.map(({ op_id, outcome }) => [op_id, outcome]))
}

async function rememberOperations(
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

type Closed = {
  readonly device: Device
  readonly request: PushRequest
  readonly answer: PushAnswer
  readonly at: string
}

async function closeBatch(tx: SchoolTx, { device, request, answer, at }: Closed) {
  const { batch, sha, acknowledged } = request
  await tx.execute(
    sql`INSERT INTO sync_batches (school_id, device_id, batch, sha, answer, at)
        VALUES (${device.schoolId}::uuid, ${device.id}::uuid, ${batch}, ${sha},
          ${JSON.stringify(answer)}::jsonb, ${at}::timestamptz)`,
  )
  await tx.execute(
    sql`UPDATE sync_batches SET answer = NULL
        WHERE device_id = ${device.id}::uuid AND batch <= ${acknowledged} AND answer IS NOT NULL`,
  )
  await tx.execute(
    sql`UPDATE devices SET last_batch = ${batch}, last_seen_at = ${at}::timestamptz
        WHERE device_id = ${device.id}::uuid`,
  )
  await tx.execute(sql`UPDATE sync_clocks SET seq = ${answer.seq}`)
}
