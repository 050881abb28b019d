import { z } from 'zod'
import type { GuardianLinkId } from '#shared/families/guardian.ts'
import { addDays, type Day } from '#shared/platform/day.ts'
import type { StaffId } from '#shared/staff/staff.ts'

export const LinkCodeId = z.uuid().brand('LinkCodeId')
export type LinkCodeId = z.output<typeof LinkCodeId>

/** On paper in a letter, or as a link in a mail that the portal sends. */
export const codeWays = ['letter', 'mail'] as const
export const CodeWay = z.enum(codeWays)
export type CodeWay = z.output<typeof CodeWay>

/**
 * What the office knows of a code. The code itself is nowhere: a letter's is made anew from the
 * school's key whenever it is printed, and a mail's is drawn by the portal and forgotten.
 */
export type LinkCode = {
  readonly id: LinkCodeId
  /** One guardian and one child, so that separated parents never share a code. */
  readonly linkId: GuardianLinkId
  readonly way: CodeWay
  /** SHA-256 in hex of `linkCodeText`; null for a mail's. */
  readonly sha: string | null
  /** Where a mail goes; null for a letter. */
  readonly email: string | null
  readonly madeAt: string
  readonly madeBy: StaffId
  /** The last day on which it may be used. */
  readonly endsOn: Day
  readonly printedAt: string | null
  readonly revokedAt: string | null
  /** From here on the portal writes: the mail went, or why it did not. */
  readonly sentAt: string | null
  readonly failure: string | null
  readonly usedAt: string | null
  /** Why the portal did not take the code: the guardian may not open the portal. */
  readonly refusal: string | null
}

export const codeStates = [
  'made',
  'printed',
  'sent',
  'failed',
  'expired',
  'used',
  'revoked',
  'refused',
] as const
export type CodeState = (typeof codeStates)[number]

type Facts = Omit<LinkCode, 'id' | 'linkId' | 'sha' | 'email' | 'madeAt' | 'madeBy' | 'way'>

export function codeStateOf(code: Facts, today: Day): CodeState {
  if (code.usedAt) return 'used'
  if (code.revokedAt) return 'revoked'
  if (code.refusal) return 'refused'
  if (code.endsOn < today) return 'expired'
  if (code.failure) return 'failed'
  if (code.sentAt) return 'sent'
  return code.printedAt ? 'printed' : 'made'
}

/** A code that somebody could still register with. */
export function isOpenCode(code: Facts, today: Day): boolean {
  return ['made', 'printed', 'sent', 'failed'].includes(codeStateOf(code, today))
}

/** Soon is a week: time for a reminder and another letter (domain.md 1A 2). */
export const soonDays = 7

export const expiresSoon = (code: Facts, today: Day): boolean =>
  isOpenCode(code, today) && code.endsOn <= addDays(today, soonDays)
