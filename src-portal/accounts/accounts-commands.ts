import { sql } from 'drizzle-orm'
import {
  type AccountCommandName,
  RemindGuardians,
  ResetAccess,
} from '#shared/accounts/account-commands.ts'
import type { CommandOperation, OperationOutcome } from '#shared/sync/sync-protocol.ts'
import { rowsOf, type SchoolTx } from '../platform/portal-database.ts'
import type { PortalParts } from '../platform/portal-parts.ts'
import { findByGuardian, noteEvent } from './accounts.ts'
import { sendActivation } from './registration.ts'
import { sendResetLink } from './sign-in/forgotten.ts'

type Device = { readonly schoolId: string; readonly staffId: string }
type Call = { readonly args: unknown; readonly device: Device }
type Command = (tx: SchoolTx, parts: PortalParts, call: Call) => Promise<void>

/** What the office may ask through its outbox. A refusal is thrown: the hub undoes it and says so. */
const commands: Record<AccountCommandName, Command> = {
  async 'accounts.resetAccess'(tx, parts, { args, device }) {
    const { guardianId } = ResetAccess.parse(args)
    const account = await findByGuardian(tx, guardianId)
    // One that is still locked may be opened by a row of the same batch; locked, the link does nothing.
    if (!account || account.state === 'waiting') throw new Error('This guardian has no account.')
    const { schoolId, staffId } = device
    await sendResetLink(tx, parts, await schoolOf(tx, device), account)
    const event = { schoolId, staffId, accountId: account.id, at: parts.now() }
    await noteEvent(tx, { ...event, event: 'reset-by-office' })
  },
  async 'accounts.remind'(tx, parts, { args, device }) {
    const school = await schoolOf(tx, device)
    for (const guardianId of RemindGuardians.parse(args).guardianIds) {
      const account = await findByGuardian(tx, guardianId)
      // Who has confirmed meanwhile is not bothered.
      if (account?.state === 'waiting') await sendActivation(tx, parts, school, account, 'remind')
    }
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

async function schoolOf(tx: SchoolTx, { schoolId }: Device) {
  const [school] = await rowsOf<{ name: string }>(tx, sql`SELECT name FROM schools`)
  return { id: schoolId, name: school?.name ?? '' }
}

async function isOffice(tx: SchoolTx, { staffId }: Device) {
  const [role] = await rowsOf<{ role: string; is_active: boolean }>(
    tx,
    sql`SELECT role, is_active FROM staff_roles WHERE staff_id = ${staffId} AND until_at IS NULL
        ORDER BY from_at DESC LIMIT 1`,
  )
  return role?.is_active === true && ['office', 'principal'].includes(role.role)
}
