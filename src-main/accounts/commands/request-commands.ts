import { eq } from 'drizzle-orm'
import type { AccessRequestId } from '#shared/accounts/office/access-request.ts'
import type { AccountsContract } from '#shared/accounts/office/accounts-contract.ts'
import { ok, refuse } from '#shared/platform/result.ts'
import { StaffId } from '#shared/staff/staff.ts'
import type { ReadDb, Service } from '../../platform/database.ts'
import { accessRequests } from '../accounts-table.ts'
import type { Portal } from '../code-signs.ts'
import { readTies } from '../reading/ties.ts'
import { makeCode } from './code-commands.ts'

type Commands = Pick<Service<AccountsContract>, 'acceptRequest' | 'declineRequest'>

/** The decision is written before anything else: of two offices the first stands, with its effects. */
export function requestCommands(portal: () => Portal | null): Commands {
  return {
    acceptRequest(db, { id, linkId }, caller) {
      const place = portal()
      if (!place) return refuse('accounts.no-portal')
      const request = findRequest(db, id)
      if (!request) return refuse('request.not-found')
      if (request.decision !== null) return refuse('request.decided')
      const tie = readTies(db, caller.today).find(({ link }) => link.id === linkId)
      if (!tie || tie.closed) return refuse('accounts.closed')
      db.save(accessRequests, { ...request, decision: 'accepted', linkId, ...by(caller) })
      makeCode(db, { tie, way: 'mail', place, email: request.email }, caller)
      db.describe(request.ownName)
      return ok(null)
    },

    declineRequest(db, { id, reason }, caller) {
      const request = findRequest(db, id)
      if (!request) return refuse('request.not-found')
      if (request.decision !== null) return refuse('request.decided')
      db.save(accessRequests, { ...request, decision: 'declined', reason, ...by(caller) })
      db.describe(request.ownName)
      return ok(null)
    },
  }
}

const by = ({ now, staffId }: { readonly now: string; readonly staffId: string }) => ({
  decidedAt: now,
  decidedBy: StaffId.parse(staffId),
})

const findRequest = (db: ReadDb, id: AccessRequestId) =>
  db.select().from(accessRequests).where(eq(accessRequests.id, id)).get()
