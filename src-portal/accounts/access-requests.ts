import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { Day } from '#shared/platform/day.ts'
import { ok, type Result, refuse } from '#shared/platform/result.ts'
import type { SchoolTx } from '../platform/portal-database.ts'
import { isoOf, type PortalParts } from '../platform/portal-parts.ts'
import { EmailAddress } from './accounts.ts'

const line = z.string().trim().min(1).max(200)

/** Who has no letter says which child is meant; the office decides, and replies itself. */
export const AccessRequest = z.object({
  ownName: line,
  childName: line,
  birthDate: Day,
  email: EmailAddress,
  phone: z.string().trim().max(40),
})
export type AccessRequest = z.output<typeof AccessRequest>

/** Nothing is looked up: the answer is the same for a child that is not here. */
export async function keepAccessRequest(
  { database, secrets, now }: PortalParts,
  schoolId: string,
  typed: unknown,
): Promise<Result<null, 'request.incomplete'>> {
  const request = AccessRequest.safeParse(typed)
  if (!request.success) return refuse('request.incomplete')
  const sealed = secrets.seal('access request', JSON.stringify(request.data))
  await database.inSchool(schoolId, (tx) =>
    tx.execute(
      sql`INSERT INTO access_requests (school_id, request_id, request, made_at)
          VALUES (${schoolId}::uuid, ${randomUUID()}::uuid, ${sealed}, ${isoOf(now())}::timestamptz)`,
    ),
  )
  return ok(null)
}

type Settled = {
  readonly requestId: string
  readonly decision: 'accepted' | 'declined'
  readonly staffId: string
}

/** The office has decided: what was asked is wiped, that it was asked stays. */
export async function settleRequest(
  tx: SchoolTx,
  { now }: Pick<PortalParts, 'now'>,
  settled: Settled,
) {
  await tx.execute(
    sql`UPDATE access_requests SET request = NULL, decision = ${settled.decision}, settled_by = ${settled.staffId},
          settled_at = ${isoOf(now())}::timestamptz
        WHERE request_id = ${settled.requestId}::uuid AND settled_at IS NULL`,
  )
}
