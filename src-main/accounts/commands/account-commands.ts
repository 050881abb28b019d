import { eq } from 'drizzle-orm'
import type { AccountCommandName } from '#shared/accounts/account-commands.ts'
import type { AccountsContract } from '#shared/accounts/office/accounts-contract.ts'
import { isInUse } from '#shared/accounts/office/guardian-account.ts'
import type { GuardianId } from '#shared/families/guardian.ts'
import { ok, refuse } from '#shared/platform/result.ts'
import { hidesName } from '#shared/pupils/mask.ts'
import { displayName } from '#shared/pupils/person-name.ts'
import { guardianLinks, guardians } from '../../families/families-table.ts'
import type { ReadDb, Service, WriteDb } from '../../platform/database.ts'
import { pupils } from '../../pupils/pupils-table.ts'
import { accountSettings, guardianAccounts } from '../accounts-table.ts'
import { schoolOf } from './code-commands.ts'

type Commands = Pick<
  Service<AccountsContract>,
  'lock' | 'unlock' | 'resetAccess' | 'remind' | 'setSettings'
>

/** Accounts that guardians have: the portal's, of which the office has a row each. */
export const accountCommands: Commands = {
  lock(db, { guardianId, reason }, { now }) {
    const account = findAccount(db, guardianId)
    if (account?.state !== 'active' && account?.state !== 'locked') {
      return refuse('accounts.no-account')
    }
    db.save(guardianAccounts, { ...account, isLocked: true, lockReason: reason, lockedAt: now })
    describe(db, guardianId)
    return ok(null)
  },

  unlock(db, { guardianId }, { now }) {
    const account = findAccount(db, guardianId)
    if (!account) return refuse('accounts.no-account')
    const open = { isLocked: false, lockReason: null, lockedAt: null, unlockedAt: now }
    db.save(guardianAccounts, { ...account, ...open })
    describe(db, guardianId)
    return ok(null)
  },

  resetAccess(db, { guardianId, isKnown }) {
    const account = findAccount(db, guardianId)
    if (!account || !isInUse(account)) return refuse('accounts.no-account')
    ask(db, 'accounts.resetAccess', { guardianId, isKnown })
    describe(db, guardianId)
    return ok(null)
  },

  remind(db, { guardianIds }) {
    const waiting = guardianIds.filter((id) => findAccount(db, id)?.state === 'waiting')
    if (waiting.length === 0) return refuse('accounts.nothing-to-do')
    // As many as the portal takes at once.
    for (let at = 0; at < waiting.length; at += atOnce) {
      ask(db, 'accounts.remind', { guardianIds: waiting.slice(at, at + atOnce) })
    }
    const [only] = waiting
    if (only && waiting.length === 1) describe(db, only)
    return ok({ count: waiting.length, skipped: guardianIds.length - waiting.length })
  },

  setSettings(db, settings) {
    db.save(accountSettings, { id: schoolOf(db), ...settings })
    return null
  },
}

const atOnce = 500

const ask = (db: WriteDb, command: AccountCommandName, args: Record<string, unknown>) =>
  db.ask(command, args)

const findAccount = (db: ReadDb, id: GuardianId) =>
  db.select().from(guardianAccounts).where(eq(guardianAccounts.id, id)).get()

/** Whose it was, for the list of last actions; not the guardian of a child whose name is hidden. */
function describe(db: WriteDb, id: GuardianId) {
  const guardian = db.select().from(guardians).where(eq(guardians.id, id)).get()
  const children = db
    .select({ pupil: pupils })
    .from(guardianLinks)
    .innerJoin(pupils, eq(pupils.id, guardianLinks.pupilId))
    .where(eq(guardianLinks.guardianId, id))
    .all()
  if (guardian && !children.some(({ pupil }) => hidesName(pupil))) {
    db.describe(displayName(guardian))
  }
}
