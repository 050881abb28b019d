import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { GuardianLink } from '#shared/families/guardian.ts'
import type { PortalDatabase } from '../../src-portal/platform/portal-database.ts'
import { openSession } from '../../src-portal/platform/sessions.ts'

export type SignedIn = { readonly cookie: string; readonly linkIds: readonly string[] }

/** Guardians with an account and an open session, without the letters and mails that lead there. */
export async function signInGuardians(
  database: PortalDatabase,
  schoolId: string,
  links: readonly GuardianLink[],
): Promise<readonly SignedIn[]> {
  const open = links.filter((link) => link.portalAccess && !link.noContact)
  const signedIn: SignedIn[] = []
  for (const [guardianId, own] of Map.groupBy(open, (link) => link.guardianId)) {
    const accountId = randomUUID()
    const cookie = await database.inSchool(schoolId, async (tx) => {
      const at = new Date().toISOString()
      await tx.execute(
        sql`INSERT INTO accounts (school_id, account_id, guardian_id, email, email_verified_at, password_hash,
              state, language, made_at)
            VALUES (${schoolId}::uuid, ${accountId}::uuid, ${guardianId}, ${`${accountId}@example.org`},
              ${at}::timestamptz, '-', 'active', 'nl', ${at}::timestamptz)`,
      )
      for (const { id } of own) {
        await tx.execute(
          sql`INSERT INTO account_links (school_id, account_id, link_id, linked_at)
              VALUES (${schoolId}::uuid, ${accountId}::uuid, ${id}, ${at}::timestamptz)`,
        )
      }
      return openSession(tx, Date.now(), { schoolId, accountId, isHalf: false, device: 'Load' })
    })
    signedIn.push({ cookie: `__Host-balie=${cookie}`, linkIds: own.map(({ id }) => id) })
  }
  return signedIn
}
