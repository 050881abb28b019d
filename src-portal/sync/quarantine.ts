import { sql } from 'drizzle-orm'
import type { SetOperation } from '#shared/sync/sync-protocol.ts'
import type { SchoolTx } from '../platform/portal-database.ts'
import type { Batch } from './sealed-batches.ts'

/** Keeps an operation that its writer may no longer do until the office decides. */
export async function quarantine(
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
