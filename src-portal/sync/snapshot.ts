import { sql } from 'drizzle-orm'
import {
  type PullLine,
  protocolLimits,
  type RowFields,
  type SnapshotRequest,
} from '#shared/sync/sync-protocol.ts'
import { rowsOf } from '../platform/portal-database.ts'
import type { Device } from './devices.ts'
import type { HubParts } from './hub-parts.ts'
import { readPlace } from './place.ts'
import { headLine, maskLines, rowLine } from './pull.ts'
import { viewOf } from './show-row.ts'

type Stored = Parameters<typeof rowLine>[0]

export type SnapshotResult =
  | { readonly ok: true; readonly lines: readonly PullLine[] }
  | { readonly ok: false; readonly refusal: 'epoch' | 'not-held' }

/**
 * One page of all rows of a scope, in the order of table and id. The head says at which place of the
 * portal's order it was read; a pull from the first page's place closes the gap that grows meanwhile.
 */
export async function snapshot(
  { database, seal, now }: HubParts,
  device: Device,
  { epoch, scope, after, schema }: SnapshotRequest,
): Promise<SnapshotResult> {
  return database.inSchool(device.schoolId, async (tx) => {
    const clock = await readPlace(tx, device.staffId)
    if (!clock || clock.epoch !== epoch) return { ok: false, refusal: 'epoch' }
    const view = viewOf(clock.grants)
    if (!view.scopes.has(scope)) return { ok: false, refusal: 'not-held' }
    const [tbl = '', id = ''] = splitAfter(after)
    const found = await rowsOf<Stored & { readonly fields: RowFields }>(
      tx,
      sql`SELECT tbl, id, fields, born, stamps, gone, seq, scopes, level FROM sync_rows
          WHERE scopes @> ARRAY[${scope}] AND gone IS NULL AND (tbl, id) > (${tbl}, ${id})
          ORDER BY tbl, id LIMIT ${protocolLimits.pageRows}`,
    )
    const rows = found
      .map((row) => {
        const fields = seal.open(row.tbl, row.id, row.fields)
        return rowLine({ ...row, fields }, view, schema)
      })
      .filter((line) => line !== null)
    const head = headLine(
      { schema, cursor: clock.seq },
      { clock, to: clock.seq, serverTime: now(), hasRows: true },
    )
    const last = found.length === protocolLimits.pageRows ? found.at(-1) : undefined
    const end: PullLine = last
      ? { k: 'page', cursor: clock.seq, after: `${last.tbl} ${last.id}` }
      : { k: 'end', cursor: clock.seq, sums: {} }
    return { ok: true, lines: [head, ...rows, ...maskLines(found, view), end] }
  })
}

function splitAfter(after: string): readonly string[] {
  const space = after.indexOf(' ')
  return space === -1 ? [] : [after.slice(0, space), after.slice(space + 1)]
}
