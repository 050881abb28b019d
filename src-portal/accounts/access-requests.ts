import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { Day } from '#shared/platform/day.ts'
import { ok, type Result, refuse } from '#shared/platform/result.ts'
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

/**
 * Becomes a row for the office, closed in the portal's database. Nothing is looked up here: the
 * answer is the same for a child that is not at this school.
 */
export async function keepAccessRequest(
  { database, writeRows, now }: PortalParts,
  schoolId: string,
  typed: unknown,
): Promise<Result<null, 'request.incomplete'>> {
  const request = AccessRequest.safeParse(typed)
  if (!request.success) return refuse('request.incomplete')
  const undecided = { decision: null, decidedAt: null, decidedBy: null, reason: null, linkId: null }
  const { phone, ...rest } = request.data
  const row = { ...rest, phone: phone || null, madeAt: isoOf(now()), ...undecided }
  await database.inSchool(schoolId, (tx) =>
    writeRows(tx, schoolId, (rows) => rows.save('accessRequests', randomUUID(), row)),
  )
  return ok(null)
}
