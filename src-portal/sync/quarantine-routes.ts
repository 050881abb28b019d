import { sql } from 'drizzle-orm'
import type { FastifyInstance } from 'fastify'
import { rowsOf } from '../platform/portal-database.ts'
import { isOfOffice, readChecks } from './check-operation.ts'
import type { ForDevice } from './device-routes.ts'
import type { HubParts } from './hub-parts.ts'

type Stored = {
  readonly op_id: string
  readonly staff_id: string
  readonly reason: string
  readonly payload: unknown
  readonly at: string | Date
}

/** Work that waits for the office, the oldest first; it is decided on by commands. */
export function serveQuarantine(
  app: FastifyInstance,
  { database, now }: HubParts,
  forDevice: ForDevice,
) {
  app.get(
    '/sync/v1/quarantine',
    forDevice(async (device, _request, reply) => {
      const waiting = await database.inSchool(device.schoolId, async (tx) => {
        const check = await readChecks(tx, device, { now: now(), schema: 1, own: () => 'never' })
        if (!isOfOffice(check)) return null
        return rowsOf<Stored>(
          tx,
          sql`SELECT op_id, staff_id, reason, payload, at FROM quarantined_ops
              WHERE decision IS NULL ORDER BY at, op_id LIMIT 500`,
        )
      })
      if (!waiting) return reply.code(403).send({ code: 'not-allowed' })
      return {
        waiting: waiting.map(({ op_id, staff_id, reason, payload, at }) => ({
          ...{ op: op_id, staffId: staff_id, reason, operation: payload },
          at: new Date(at).toISOString(),
        })),
      }
    }),
  )
}
