import { sql } from 'drizzle-orm'
import {
  AccountSettings,
  IssueCodes,
  OfGuardian,
  ReissueCode,
  ResetAccess,
  RevokeCode,
  SettleRequest,
} from '#shared/accounts/account-commands.ts'
import type { CommandOperation, OperationOutcome } from '#shared/sync/sync-protocol.ts'
import { rowsOf, type SchoolTx } from '../platform/portal-database.ts'
import type { PortalParts } from '../platform/portal-parts.ts'
import { endSessions } from '../platform/sessions.ts'
import { settleRequest } from './access-requests.ts'
import { type Account, findByGuardian, noteEvent } from './accounts.ts'
import { issueCodes, revokeCode } from './codes/link-codes.ts'
import { sendResetLink } from './sign-in/forgotten.ts'

type Device = { readonly schoolId: string; readonly staffId: string }
type Command = (
  tx: SchoolTx,
  parts: PortalParts,
  call: { readonly args: unknown; readonly device: Device },
) => Promise<void>

/** What the office may ask through its outbox. A refusal is thrown: the hub undoes it and says so. */
const commands: Record<string, Command> = {
  async 'accounts.issueCodes'(tx, parts, { args, device }) {
    await issueCodes(tx, parts, { ...device, ...IssueCodes.parse(args) })
  },
  async 'accounts.reissueCode'(tx, parts, { args, device }) {
    const { codeId, code } = ReissueCode.parse(args)
    // It may have expired or been withdrawn already; what counts is the new one.
    await revokeCode(tx, parts, codeId).catch(() => {})
    await issueCodes(tx, parts, { ...device, codes: [code] })
  },
  async 'accounts.revokeCode'(tx, parts, { args }) {
    await revokeCode(tx, parts, RevokeCode.parse(args).codeId)
  },
  async 'accounts.lock'(tx, parts, { args, device }) {
    const account = await accountOf(tx, args)
    await setState(tx, parts, { account, device, isLocked: true })
    await endSessions(tx, account.id, null)
  },
  async 'accounts.unlock'(tx, parts, { args, device }) {
    const account = await accountOf(tx, args)
    await setState(tx, parts, { account, device, isLocked: false })
  },
  async 'accounts.resetAccess'(tx, parts, { args, device }) {
    ResetAccess.parse(args)
    const account = await accountOf(tx, args)
    const [school] = await rowsOf<{ name: string }>(tx, sql`SELECT name FROM schools`)
    const { schoolId, staffId } = device
    await sendResetLink(tx, parts, { id: schoolId, name: school?.name ?? '' }, account)
    const event = { schoolId, staffId, accountId: account.id, at: parts.now() }
    await noteEvent(tx, { ...event, event: 'reset-by-office' })
  },
  async 'accounts.settleRequest'(tx, parts, { args, device }) {
    await settleRequest(tx, parts, { ...SettleRequest.parse(args), staffId: device.staffId })
  },
  async 'accounts.settings'(tx, _parts, { args, device }) {
    const { codeDays, needsCapitalAndDigit } = AccountSettings.parse(args)
    await tx.execute(
      sql`INSERT INTO account_settings (school_id, code_days, needs_capital_and_digit)
          VALUES (${device.schoolId}::uuid, ${codeDays}, ${needsCapitalAndDigit})
          ON CONFLICT (school_id) DO UPDATE
          SET code_days = excluded.code_days, needs_capital_and_digit = excluded.needs_capital_and_digit`,
    )
  },
}

/** The commands as the hub runs them, each only for the office and the principal. */
export function accountCommands(parts: PortalParts) {
  return Object.fromEntries(
    Object.entries(commands).map(([name, run]) => [
      name,
      async (
        tx: SchoolTx,
        operation: CommandOperation,
        device: Device,
      ): Promise<OperationOutcome> => {
        const [, op, , , args, hlc] = operation
        if (!(await isOffice(tx, device))) throw new Error('Only the office looks after accounts.')
        await run(tx, parts, { args, device })
        return { op, fate: 'applied', seq: null, hlc, code: null, now: null }
      },
    ]),
  )
}

async function isOffice(tx: SchoolTx, { staffId }: Device) {
  const [role] = await rowsOf<{ role: string; is_active: boolean }>(
    tx,
    sql`SELECT role, is_active FROM staff_roles WHERE staff_id = ${staffId} AND until_at IS NULL
        ORDER BY from_at DESC LIMIT 1`,
  )
  return role?.is_active === true && ['office', 'principal'].includes(role.role)
}

async function accountOf(tx: SchoolTx, args: unknown): Promise<Account> {
  const account = await findByGuardian(tx, OfGuardian.parse(args).guardianId)
  if (!account || account.state === 'waiting') throw new Error('This guardian has no account.')
  return account
}

type Locking = { readonly account: Account; readonly device: Device; readonly isLocked: boolean }

async function setState(
  tx: SchoolTx,
  { now }: PortalParts,
  { account, device, isLocked }: Locking,
) {
  await tx.execute(
    sql`UPDATE accounts SET state = ${isLocked ? 'locked' : 'active'}, locked_by = ${isLocked ? 'office' : null}
        WHERE account_id = ${account.id}::uuid`,
  )
  const { schoolId, staffId } = device
  const event = isLocked ? 'locked' : 'unlocked'
  await noteEvent(tx, { schoolId, staffId, accountId: account.id, event, at: now() })
}
