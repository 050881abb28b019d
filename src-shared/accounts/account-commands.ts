import { z } from 'zod'

/** What the office asks of the portal about guardians' accounts, through the outbox of a desk. */

const hash = z.string().regex(/^[0-9a-f]{64}$/)

export const NewLinkCode = z.object({
  id: z.uuid(),
  /** The guardian link, so that separated parents never share a code. */
  linkId: z.string().min(1).max(200),
  /** SHA-256 in hex of `linkCodeText`: the code itself stays on the desk, for the letter. */
  sha: hash,
  /** The last moment at which it may be used. */
  endsAt: z.iso.datetime(),
})
export type NewLinkCode = z.output<typeof NewLinkCode>

/** Codes for a whole school at once; an older unused code of the same link is withdrawn. */
export const IssueCodes = z.object({ codes: z.array(NewLinkCode).min(1).max(2000) })
export const ReissueCode = z.object({ codeId: z.uuid(), code: NewLinkCode })
export const RevokeCode = z.object({ codeId: z.uuid() })
/** Who the account is of; the office knows guardians, not accounts. */
export const OfGuardian = z.object({ guardianId: z.string().min(1).max(200) })
/** `isKnown`: the office saw who is asking. */
export const ResetAccess = OfGuardian.extend({ isKnown: z.literal(true) })
export const SettleRequest = z.object({
  requestId: z.uuid(),
  decision: z.enum(['accepted', 'declined']),
})
export const AccountSettings = z.object({
  codeDays: z.number().int().min(1).max(365),
  needsCapitalAndDigit: z.boolean(),
})
