import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Operation, PushAnswer, PushRequest } from '#shared/sync/sync-protocol.ts'
import { rowsOf, type SchoolTx } from '../platform/portal-database.ts'
import type { Device } from './devices.ts'
import type { View } from './show-row.ts'

// The numbered batches of each desk, with the answers they had: what makes sending twice harmless.

export type PushResult =
  | { readonly ok: true; readonly value: PushAnswer }
  | { readonly ok: false; readonly refusal: 'fork' | 'epoch' }
  | { readonly ok: false; readonly refusal: 'gap'; readonly last: number }

/** A batch as it is worked on: when, and within what its desk may see. */
export type Batch = {
  readonly view: View
  readonly device: Device
  readonly request: PushRequest
  readonly seq: number
  readonly at: string
}

/** What a batch is recognised by when it comes twice. */
export const contentHash = (operations: readonly Operation[]) =>
  createHash('sha256').update(JSON.stringify(operations)).digest('hex')

/** The answer that this batch had, or why it cannot be the next one. */
export async function findBatch(
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

type Closed = {
  readonly device: Device
  readonly request: PushRequest
  readonly answer: PushAnswer
  readonly at: string
}

/** Keeps the answer, forgets those that arrived, and moves the order on. */
export async function closeBatch(tx: SchoolTx, { device, request, answer, at }: Closed) {
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
