import { z } from 'zod'
import { GuardianId, GuardianLinkId } from '#shared/families/guardian.ts'
import { command, defineContract, office, query } from '#shared/platform/contract.ts'
import { Day } from '#shared/platform/day.ts'
import type { Result } from '#shared/platform/result.ts'
import type { PupilId } from '#shared/pupils/pupil.ts'
import { type AccessRequest, AccessRequestId } from './access-request.ts'
import type { Closed, GuardianAccount } from './guardian-account.ts'
import { type CodeState, CodeWay, type LinkCode, LinkCodeId } from './link-code-row.ts'
import type { Standing } from './standing.ts'

/** One guardian and one child of the school. */
export type AccountRow = {
  readonly linkId: GuardianLinkId
  readonly pupilId: PupilId
  readonly guardianId: GuardianId
  readonly pupilName: string
  readonly guardianName: string
  readonly groupName: string
  readonly standing: Standing
  readonly closed: Closed | null
  /** Of the open or newest code. */
  readonly codeId: LinkCodeId | null
  readonly endsOn: Day | null
  readonly expiresSoon: boolean
  /** That of the account, else of the file; null when masked or unknown. */
  readonly email: string | null
  /** Another guardian has the same address in the file: each needs one of their own. */
  readonly sharesEmail: boolean
  readonly signedInOn: Day | null
  readonly mailFailure: string | null
  readonly isProtected: boolean
  readonly haystack: string
}

export type CodeLine = Pick<
  LinkCode,
  'id' | 'way' | 'madeAt' | 'endsOn' | 'printedAt' | 'sentAt' | 'usedAt' | 'revokedAt' | 'failure'
> & { readonly state: CodeState; readonly madeBy: string }

/** Somebody around a child, and whether the portal shows the child to them. */
export type Onlooker = {
  readonly guardianId: GuardianId
  readonly name: string
  readonly closed: Closed | null
  readonly standing: Standing
}

export type AccountFile = {
  readonly row: AccountRow
  readonly account: GuardianAccount | null
  readonly codes: readonly CodeLine[]
  /** Who can see this child. */
  readonly onlookers: readonly Onlooker[]
  /** Other children of this guardian, and where they stand. */
  readonly siblings: readonly {
    readonly linkId: GuardianLinkId
    readonly name: string
    readonly standing: Standing
  }[]
}

export type PortalPlace = {
  /** What guardians type and the letter shows. */
  readonly url: string
  /** Without the school's own key this computer makes no letters; the portal's mails it can. */
  readonly hasKey: boolean
}

export type AccountsSettings = {
  readonly codeDays: number
  readonly needsCapitalAndDigit: boolean
  readonly portal: PortalPlace | null
}

/** A child that may be meant, with the guardians who may be the asker. */
export type Candidate = {
  readonly pupilId: PupilId
  readonly name: string
  readonly groupName: string
  readonly fits: 'both' | 'birth-date' | 'name'
  readonly guardians: readonly {
    readonly linkId: GuardianLinkId
    readonly name: string
    readonly isSameName: boolean
    readonly isSameEmail: boolean
    readonly isSamePhone: boolean
    readonly closed: Closed | null
    readonly hasAccount: boolean
  }[]
}
export type AccessRequestRow = AccessRequest & {
  readonly decidedByName: string | null
  readonly candidates: readonly Candidate[]
  /** The only tie that fits in everything: what one key approves. */
  readonly best: GuardianLinkId | null
}

export type AccountsRefusal =
  | 'accounts.no-portal'
  | 'accounts.no-key'
  | 'accounts.nothing-to-do'
  | 'accounts.no-account'
  | 'accounts.closed'
  | 'accounts.ends-before-today'
  | 'request.not-found'
  | 'request.decided'

type Done = Result<{ readonly count: number; readonly skipped: number }, AccountsRefusal>

const codeIds = z.array(LinkCodeId).min(1).max(5000)

export const accountsContract = defineContract('accounts', {
  list: query(office, z.object({})).answers<readonly AccountRow[]>(),
  file: query(office, z.object({ linkId: GuardianLinkId })).answers<AccountFile | null>(),
  settings: query(office, z.object({})).answers<AccountsSettings>(),
  requests: query(office, z.object({})).answers<readonly AccessRequestRow[]>(),
  /** An older open code of the same tie ends. Ties that may not open the portal are skipped. */
  makeCodes: command(
    office,
    z.object({ linkIds: z.array(GuardianLinkId).min(1).max(5000), way: CodeWay }),
  ).answers<Done>(),
  revokeCodes: command(office, z.object({ codeIds })).answers<Done>(),
  /** Codes that are over begin to count again: the letter at home is good. */
  extendCodes: command(office, z.object({ codeIds, endsOn: Day })).answers<Done>(),
  /** Of letters that are on paper. */
  markPrinted: command(office, z.object({ codeIds })).answers<null>(),
  lock: command(
    office,
    z.object({ guardianId: GuardianId, reason: z.string().trim().min(1).max(500) }),
  ).answers<Result<null, AccountsRefusal>>(),
  unlock: command(office, z.object({ guardianId: GuardianId })).answers<
    Result<null, AccountsRefusal>
  >(),
  /** The portal mails a link for a new password; `isKnown`: the office saw who is asking. */
  resetAccess: command(
    office,
    z.object({ guardianId: GuardianId, isKnown: z.literal(true) }),
  ).answers<Result<null, AccountsRefusal>>(),
  /** The mail with the activation link goes out once more. */
  remind: command(
    office,
    z.object({ guardianIds: z.array(GuardianId).min(1).max(5000) }),
  ).answers<Done>(),
  setSettings: command(
    office,
    z.object({ codeDays: z.number().int().min(1).max(365), needsCapitalAndDigit: z.boolean() }),
  ).answers<null>(),
  /** The portal mails the asker a code for this child. */
  acceptRequest: command(office, z.object({ id: AccessRequestId, linkId: GuardianLinkId })).answers<
    Result<null, AccountsRefusal>
  >(),
  declineRequest: command(
    office,
    z.object({ id: AccessRequestId, reason: z.string().trim().min(1).max(500) }),
  ).answers<Result<null, AccountsRefusal>>(),
})
export type AccountsContract = typeof accountsContract
