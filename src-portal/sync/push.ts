import { sql } from 'drizzle-orm'
import type {
  CommandOperation,
  Operation,
  OperationOutcome,
  PushAnswer,
  PushRequest,
  SetOperation,
} from '#shared/sync/sync-protocol.ts'
import { apart, notify, rowsOf, type SchoolTx } from '../platform/portal-database.ts'
import { applyOperation, createWorkbench, type Workbench } from './apply-operation.ts'
import { checkOperation, type Refused, readChecks } from './check-operation.ts'
import { type Deciding, decide, heldOperations, isDecision } from './decide-quarantine.ts'
import type { Device } from './devices.ts'
import { type HubParts, pokeChannel } from './hub-parts.ts'
import { type HubRow, rowKey } from './hub-row.ts'
import { loadRows, storeRows } from './hub-rows.ts'
import { keepLostValues } from './lost-values.ts'
import { rememberOperations, seenOperations } from './operation-outcomes.ts'
import { readOwnGroups } from './own-groups.ts'
import { quarantine } from './quarantine.ts'
import { react } from './reactions.ts'
import { movesScopes, refreshScopes } from './refresh-scopes.ts'
import { decidingTransactions, passGuards, whyNotDecide } from './refuse-second.ts'
import { type Batch, closeBatch, findBatch, type PushResult } from './sealed-batches.ts'
import { shownNow, viewOf } from './show-row.ts'
import { grantsOf, refreshGrants } from './staff-grants.ts'

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
    const view = viewOf(device.isCollecting ? [] : await grantsOf(tx, device.staffId))
    if (known?.ok)
      return { ok: true, value: await showAnew(tx, parts, { request, view }, known.value) }
    if (known) return known
    const seq = Number(clock.seq) + 1
    const at = new Date(parts.now()).toISOString()
    const { outcomes, rows } = await applyBatch(tx, parts, { device, request, seq, at, view })
    const placed = await placedRows(tx, { device, request, seq, at, view })
    const answer = {
      batch: request.batch,
      seq,
      serverTime: parts.now(),
      outcomes: outcomes.map((each, index) => shorten(each, request.operations[index], seq)),
      placed,
    }
    await closeBatch(tx, { device, request, answer, at })
    await react(tx, parts, device.schoolId, rows)
    await notify(tx, pokeChannel, `${device.schoolId} ${seq}`)
    return { ok: true, value: answer }
  })
}

/** An answer that is given again shows what stands now, to whom may see it now. */
async function showAnew(
  tx: SchoolTx,
  { seal }: HubParts,
  { request, view }: Pick<Batch, 'request' | 'view'>,
  answer: PushAnswer,
): Promise<PushAnswer> {
  const shown = answer.outcomes.some((each) => each !== 1 && each.now !== null)
  if (!shown) return answer
  const sets = request.operations.filter((each): each is SetOperation => each[0] === 's')
  const addresses = sets.map(([, , , tbl, id]) => ({ tbl, id }))
  const rows = await loadRows(tx, addresses, seal)
  const places = new Map(sets.map(([, op, , tbl, id]) => [op, rowKey(tbl, id)]))
  const outcomes = answer.outcomes.map((each) => {
    if (each === 1 || each.now === null) return each
    return { ...each, now: shownNow(rows.get(places.get(each.op) ?? ''), view) }
  })
  return { ...answer, outcomes }
}

/** Most operations are simply applied, and thousands of them are said in a few bytes. */
function shorten(outcome: OperationOutcome, operation: Operation | undefined, seq: number) {
  const isPlain =
    outcome.fate === 'applied' &&
    outcome.seq === seq &&
    outcome.hlc === operation?.[operation[0] === 's' ? 7 : 5]
  return isPlain ? (1 as const) : outcome
}

/** Scopes of the rows that the batch made, or made again, within what the desk may see. */
async function placedRows(
  tx: SchoolTx,
  { device, request, seq, view }: Batch,
): Promise<PushAnswer['placed']> {
  const made = request.operations.flatMap((each) =>
    each[0] === 's' && each[5] === null && each[6] !== null ? [`${each[3]} ${each[4]}`] : [],
  )
  if (made.length === 0) return []
  const found = await rowsOf<{ tbl: string; id: string; scopes: readonly string[] }>(
    tx,
    sql`SELECT r.tbl, r.id, r.scopes FROM jsonb_array_elements_text(${JSON.stringify([...new Set(made)])}::jsonb) AS made (address)
        JOIN sync_rows r ON r.tbl = split_part(address, ' ', 1)
          AND r.id = substr(address, strpos(address, ' ') + 1)
        WHERE r.seq = ${seq} AND r.device_id = ${device.id}::uuid AND r.gone IS NULL`,
  )
  return found.map(({ tbl, id, scopes }) => [
    tbl,
    id,
    scopes.filter((scope) => view.scopes.has(scope)).join(' '),
  ])
}

async function applyBatch(
  tx: SchoolTx,
  parts: HubParts,
  batch: Batch,
): Promise<{ readonly outcomes: OperationOutcome[]; readonly rows: readonly HubRow[] }> {
  const { device, request } = batch
  const { operations, schema } = request
  const sets = operations.filter((each): each is SetOperation => each[0] === 's')
  const held = await heldOperations(tx, operations)
  const all = [...sets, ...held.values()]
  const addresses = all.map(([, , , tbl, id]) => ({ tbl, id }))
  const rows = await loadRows(tx, addresses, parts.seal)
  const known = await seenOperations(tx, operations)
  const own = await readOwnGroups(tx, device.staffId, all, rows)
  const checks = await readChecks(tx, device, { now: parts.now(), schema, own })
  const bench = createWorkbench(rows, parts.now())
  const setting = {
    bench,
    checks,
    batch,
    changedFields: new Map(),
    decided: new Set<string>(),
    deciding: decidingTransactions(operations.filter(([, op]) => !known.has(op))),
    refused: new Map<number, Refused | null>(),
    guards: parts.guards,
  }
  const outcomes: OperationOutcome[] = []
  for (const operation of operations) {
    const seen = known.get(operation[1])
    if (seen) outcomes.push(seen)
    else if (device.isCollecting) outcomes.push(await setAside(tx, batch, operation))
    else if (operation[0] === 's') outcomes.push(await applySet(tx, setting, operation))
    else if (isDecision(operation)) outcomes.push(await decide(tx, setting, operation, held))
    else outcomes.push(await runCommand(tx, parts, operation, device))
  }
  await keepRows(tx, parts, setting, all)
  await rememberOperations(tx, batch, outcomes, known)
  return { outcomes, rows: [...bench.rows.values()].filter(({ isChanged }) => isChanged) }
}

/** Stores what the batch came to, what was lost by it, and who may see what from now on. */
async function keepRows(
  tx: SchoolTx,
  { seal, today }: HubParts,
  { bench, batch, changedFields, decided }: Setting,
  operations: readonly SetOperation[],
) {
  const { device, seq, at } = batch
  const { schoolId } = device
  const rows = [...bench.rows.values()]
  const isDecided = ({ tbl, id }: HubRow) => decided.has(rowKey(tbl, id))
  const own = rows.filter((row) => !isDecided(row))
  await storeRows(tx, schoolId, own, { seq, deviceId: device.id }, seal)
  // The desk that decided does not have them yet.
  await storeRows(tx, schoolId, rows.filter(isDecided), { seq, deviceId: null }, seal)
  await keepLostValues(tx, bench.lost, { schoolId, deviceId: device.id, seq, at, operations })
  const moved = rows.filter(
    (row) =>
      row.isChanged && movesScopes(row, changedFields.get(rowKey(row.tbl, row.id)) ?? new Set()),
  )
  if (moved.length > 0) await refreshScopes(tx, schoolId, moved, { seq, today: today() })
  if (moved.some(decidesGrants) || touchesStaff(bench)) {
    await refreshGrants(tx, schoolId, { seq, at, today: today() })
  }
}

const decidesGrants = ({ tbl }: HubRow) => ['groupStaff', 'groups', 'schoolYears'].includes(tbl)
const touchesStaff = ({ rows }: Workbench) =>
  [...rows.values()].some(({ tbl, isChanged }) => tbl === 'staff' && isChanged)

/** Of a desk that is blocked nothing is done; the office decides what becomes of it. */
async function setAside(tx: SchoolTx, batch: Batch, operation: Operation) {
  const nothing = { op: operation[1], seq: null, hlc: null, now: null }
  if (operation[0] !== 's') return { ...nothing, fate: 'rejected' as const, code: 'not-allowed' }
  await quarantine(tx, batch, operation, 'right-withdrawn')
  return { ...nothing, fate: 'quarantined' as const, code: 'right-withdrawn' }
}

type Setting = Deciding & {
  readonly changedFields: Map<string, Set<string>>
  /** Transactions that stand or fall as a whole. */
  readonly deciding: ReturnType<typeof decidingTransactions>
  /** What was found of those that came up. */
  readonly refused: Map<number, Refused | null>
  readonly guards: HubParts['guards']
}

/** Looked at once, when the first operation of the transaction comes up. */
async function refusedAsWhole(tx: SchoolTx, setting: Setting, number: number) {
  const { bench, checks, deciding, refused, guards } = setting
  const operations = deciding.get(number)
  if (!operations) return null
  const found = refused.get(number)
  if (found !== undefined) return found
  const isFree = await passGuards(tx, guards, operations, bench)
  const second = { fate: 'rejected', code: 'decided-already' } as const
  const reason = whyNotDecide(bench, checks, operations) ?? (isFree ? null : second)
  refused.set(number, reason)
  return reason
}

async function applySet(
  tx: SchoolTx,
  setting: Setting,
  operation: SetOperation,
): Promise<OperationOutcome> {
  const { bench, checks, batch, changedFields } = setting
  const [, op, number, tbl, id, field] = operation
  const row = bench.rows.get(rowKey(tbl, id))
  const refused =
    (await refusedAsWhole(tx, setting, number)) ?? checkOperation(checks, operation, row)
  const nothing = { op, seq: null, hlc: null, code: null, now: null }
  if (refused) {
    if (refused.fate === 'quarantined') await quarantine(tx, batch, operation, refused.code)
    return { ...nothing, ...refused, now: shownNow(row, batch.view, batch.seq) }
  }
  const { fate, hlc } = applyOperation(bench, operation)
  if (fate === 'applied') {
    const key = rowKey(tbl, id)
    changedFields.set(key, (changedFields.get(key) ?? new Set()).add(field ?? '*'))
    return { ...nothing, fate, seq: batch.seq, hlc }
  }
  return {
    ...nothing,
    fate,
    hlc,
    now: shownNow(bench.rows.get(rowKey(tbl, id)), batch.view, batch.seq),
  }
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
  return apart(tx, (inner) => command(inner, operation, device)).catch(() => ({
    ...nothing,
    fate: 'rejected' as const,
    code: 'command-refused',
  }))
}
