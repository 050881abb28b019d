import { z } from 'zod'

/**
 * What the office asks of the portal once, through the outbox of a desk. Codes, locks, settings and
 * decisions are rows instead, so that taking them back needs nothing of its own.
 */

/** Who the account is of; the office knows guardians, not accounts. */
const guardianId = z.string().min(1).max(200)
/** `isKnown`: the office saw who is asking. */
export const ResetAccess = z.object({ guardianId, isKnown: z.literal(true) })
/** Whose accounts still wait for the click in the mail. */
export const RemindGuardians = z.object({ guardianIds: z.array(guardianId).min(1).max(500) })

export const accountCommandNames = ['accounts.resetAccess', 'accounts.remind'] as const
export type AccountCommandName = (typeof accountCommandNames)[number]
