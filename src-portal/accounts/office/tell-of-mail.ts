import type { ClaimedMail } from '../../platform/mail-queue.ts'
import { isoOf, type PortalParts } from '../../platform/portal-parts.ts'
import { findById } from '../accounts.ts'
import { tellOfAccount } from './tell-of-account.ts'

/** The office sees which codes went, and whose mail does not arrive. */
export function tellOfMail(parts: PortalParts) {
  return async ({ schoolId, accountId, aboutId }: ClaimedMail, failure: string | null) => {
    if (!accountId && !aboutId) return
    await parts.database.inSchool(schoolId, (tx) =>
      parts.writeRows(tx, schoolId, async (rows) => {
        if (aboutId && (await rows.find('linkCodes', aboutId))) {
          const sentAt = failure === null ? isoOf(parts.now()) : null
          await rows.save('linkCodes', aboutId, { sentAt, failure })
        }
        const account = accountId ? await findById(tx, accountId) : null
        if (account) await tellOfAccount(tx, rows, account.guardianId)
      }),
    )
  }
}
