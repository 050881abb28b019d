import { sql } from 'drizzle-orm'
import { dropText } from '#shared/sync/orders.ts'
import { fieldsOf } from '#shared/sync/schema-window.ts'
import {
  type PullLine,
  type PullRequest,
  protocolLimits,
  type RowFields,
} from '#shared/sync/sync-protocol.ts'
import { syncedFields } from '#shared/sync/synced-fields.ts'
import { rowsOf, type SchoolTx } from '../platform/portal-database.ts'
import type { Device } from './devices.ts'
import type { HubParts } from './hub-parts.ts'
import { type Place, readPlace } from './place.ts'
import type { RowSeal } from './row-seal.ts'
import { sumsOf } from './scope-sums.ts'
import { maskedFields, showRow, type View, viewOf } from './show-row.ts'
import { signText } from './signing.ts'
import type { Grant } from './staff-grants.ts'

export type PullResult =
  | { readonly ok: true; readonly lines: readonly PullLine[]; readonly isMore: boolean }
  | { readonly ok: false; readonly refusal: 'epoch' | 'resync' }

/**
 * What happened since the desk's cursor, as lines (sync.md 3.5): one page, cut where a transaction of
 * the portal ended; `isMore` says that another one waits.
 */
export async function pull(
  { database, seal, now }: HubParts,
  device: Device,
  request: PullRequest,
): Promise<PullResult> {
  return database.inSchool(device.schoolId, async (tx) => {
    const clock = await readPlace(tx, device.staffId)
    if (!clock || clock.epoch !== request.epoch) return { ok: false, refusal: 'epoch' }
    const isTooOld = request.cursor < clock.oldestSeq
    if (isTooOld || request.cursor > clock.seq) return { ok: false, refusal: 'resync' }
    const { grants } = clock
    const view = viewOf(grants)
    const scopeLines = changedScopes(request, grants, { device, key: clock.privateKey })
    // Most answers have no news, and cost one question.
    const hasNews = request.cursor < clock.seq
    const wanted = { device, request, view, to: clock.seq }
    const changed = hasNews ? await changedRows(tx, wanted, seal) : nothing
    const isMore = changed.isCut && changed.last < clock.seq
    const to = isMore ? changed.last : clock.seq
    const exits = hasNews ? await leftRows(tx, { request, view, to }) : []
    const head = headLine(request, {
      clock,
      to,
      serverTime: now(),
      hasRows: changed.lines.length > 0,
    })
    const wantsSums = request.wantsSums && !isMore
    const sums = wantsSums
      ? await sumsOf(tx, heldScopes(request, view), {
          ...{ device, epoch: clock.epoch, schema: request.schema, to },
        })
      : {}
    const end = { k: 'end', cursor: to, sums } as const
    const lines = [head, ...scopeLines, ...changed.lines, ...exits, end]
    return { ok: true, lines, isMore }
  })
}

const nothing: ChangedRows = { lines: [], last: 0, isCut: false }

type Head = {
  readonly clock: Pick<Place, 'epoch'>
  readonly to: number
  readonly serverTime: number
  readonly hasRows: boolean
}

export const headLine = (
  { schema, cursor }: Pick<PullRequest, 'schema' | 'cursor'>,
  { clock, to, serverTime, hasRows }: Head,
): PullLine => ({
  k: 'head',
  epoch: clock.epoch,
  from: cursor,
  to,
  serverTime,
  // An answer without rows stays small: it is asked for every minute.
  tables: hasRows ? tablesOf(schema) : {},
})

/** Order of the values of a row's line, by table, for a desk of this schema. */
export function tablesOf(schema: number): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    tableNames.map((tbl) => [tbl, fieldsOf(tbl, schema)]).filter(([, fields]) => fields?.length),
  )
}

const tableNames = Object.keys(syncedFields)

/** Scopes that the user gained or lost since the desk last heard; a loss is signed. */
function changedScopes(
  { scopes }: PullRequest,
  grants: readonly Grant[],
  { device, key }: { readonly device: Device; readonly key: string },
): PullLine[] {
  const held = new Map(grants.map(({ scope, version }) => [scope, version]))
  const gained = grants.filter(({ scope }) => !Object.hasOwn(scopes, scope))
  const lost = Object.entries(scopes).filter(([scope]) => !held.has(scope))
  return [
    ...gained.map(({ scope, version }) => ({ k: 'scope-add', s: scope, v: version }) as const),
    ...lost.map(([scope, version]) => {
      const sig = signText(dropText(device.id, scope, version), key)
      return { k: 'scope-drop', s: scope, v: version, sig } as const
    }),
  ]
}

type StoredRow = {
  readonly tbl: string
  readonly id: string
  readonly fields: RowFields
  readonly born: string
  readonly stamps: Record<string, string>
  readonly gone: string | null
  readonly seq: number
  readonly scopes: readonly string[]
  readonly level: number
}

type Wanted = {
  readonly device: Device
  readonly request: PullRequest
  readonly view: View
  readonly to: number
}

type ChangedRows = {
  readonly lines: readonly PullLine[]
  /** Place of the last row that was read, shown or not. */
  readonly last: number
  readonly isCut: boolean
}

/** What the desk says it holds, as far as that is still so. */
const heldScopes = ({ scopes }: PullRequest, view: View) =>
  Object.keys(scopes).filter((scope) => view.scopes.has(scope))

/** Rows that changed and share a scope with the desk, without those that it changed itself alone. */
async function changedRows(
  tx: SchoolTx,
  { device, request, view, to }: Wanted,
  seal: RowSeal,
): Promise<ChangedRows> {
  const held = heldScopes(request, view)
  const found = await rowsOf<StoredRow>(
    tx,
    sql`SELECT tbl, id, fields, born, stamps, gone, seq, scopes, level FROM sync_rows
        WHERE seq > ${request.cursor} AND seq <= ${to}
          AND scopes && ARRAY(SELECT jsonb_array_elements_text(${JSON.stringify(held)}::jsonb))
          AND NOT (device_id IS NOT DISTINCT FROM ${device.id}::uuid AND before_seq <= ${request.cursor})
        ORDER BY seq LIMIT ${protocolLimits.pageRows + 1}`,
  )
  const isFull = found.length > protocolLimits.pageRows
  const last = Number(found.at(-1)?.seq ?? 0)
  // A transaction that does not fit whole waits for the next page, unless it is the only one.
  const whole = isFull ? found.filter(({ seq }) => Number(seq) < last) : found
  const rows = whole.length > 0 || !isFull ? whole : await transactionRows(tx, last, held)
  const lines = rows
    .map((row) => {
      const fields = seal.open(row.tbl, row.id, row.fields)
      return rowLine({ ...row, fields }, view, request.schema)
    })
    .filter((line) => line !== null)
  lines.push(...maskLines(rows, view))
  return { lines, last: Number(rows.at(-1)?.seq ?? to), isCut: isFull }
}

const transactionRows = (tx: SchoolTx, seq: number, held: readonly string[]) =>
  rowsOf<StoredRow>(
    tx,
    sql`SELECT tbl, id, fields, born, stamps, gone, seq, scopes, level FROM sync_rows
        WHERE seq = ${seq}
          AND scopes && ARRAY(SELECT jsonb_array_elements_text(${JSON.stringify(held)}::jsonb))`,
  )

/** A row as an array, or its removal; null when the desk may not have it or does not know its table. */
export function rowLine(row: StoredRow, view: View, schema: number): PullLine | null {
  const names = fieldsOf(row.tbl, schema)
  if (names.length === 0) return null
  const seq = Number(row.seq)
  if (row.gone !== null) return { k: 'del', t: row.tbl, id: row.id, seq }
  const shown = showRow(row, view)
  if (!shown) return null
  const stamps = Object.keys(row.stamps).length > 0 ? JSON.stringify(row.stamps) : null
  const scopes = row.scopes.filter((scope) => view.scopes.has(scope)).join(' ')
  const values = names.map((name) => shown[name] ?? null)
  return [row.tbl, row.id, seq, row.born, stamps, scopes, ...values]
}

/** Behind the rows themselves: what the history of a desk may no longer tell of them. */
export const maskLines = (rows: readonly StoredRow[], view: View): readonly PullLine[] =>
  rows.flatMap((row) => {
    const f = row.gone === null ? maskedFields(row, view) : []
    return f.length > 0 ? [{ k: 'mask', t: row.tbl, id: row.id, f } as const] : []
  })

/** Rows that left the desk's scopes and are in none of them now. */
async function leftRows(
  tx: SchoolTx,
  { request, view, to }: Omit<Wanted, 'device'>,
): Promise<PullLine[]> {
  const held = JSON.stringify(heldScopes(request, view))
  const scopes = sql`ARRAY(SELECT jsonb_array_elements_text(${held}::jsonb))`
  const found = await rowsOf<{ tbl: string; id: string; seq: number }>(
    tx,
    sql`SELECT DISTINCT e.tbl, e.id, r.seq FROM row_exits e
        LEFT JOIN sync_rows r ON r.tbl = e.tbl AND r.id = e.id
        WHERE e.seq > ${request.cursor} AND e.seq <= ${to} AND e.scopes && ${scopes}
          AND NOT coalesce(r.scopes && ${scopes}, false)`,
  )
  return found.map(({ tbl, id, seq }) => ({ k: 'exit', t: tbl, id, seq: Number(seq ?? to) }))
}
