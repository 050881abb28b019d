import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { AskTab } from '#shared/change-requests/change-request.ts'
import { rowsOf, type SchoolTx } from '../../platform/portal-database.ts'
import { day, isoOf, type PortalParts } from '../../platform/portal-parts.ts'
import type { Session } from '../../platform/sessions.ts'
import { hasChanges, type Typed } from './read-form.ts'

/** The tie to a child, or `own` for the guardian's own card. */
export type DraftOf = { readonly session: Session; readonly about: string }

const purpose = 'request draft'
/** What nobody sent in two weeks was not meant to be sent. */
const keptDays = 14
const Stored = z.record(z.string(), z.string())

type Parts = Pick<PortalParts, 'secrets' | 'now'>

/** What was typed and not sent, by tab. Another account's is never found. */
export async function readDrafts(
  tx: SchoolTx,
  { secrets, now }: Parts,
  { session, about }: DraftOf,
): Promise<ReadonlyMap<AskTab, Typed>> {
  const rows = await rowsOf<{ tab: string; typed: string }>(
    tx,
    sql`SELECT tab, typed FROM request_drafts
        WHERE account_id = ${session.accountId}::uuid AND about = ${about}
          AND kept_at > ${isoOf(now() - keptDays * day)}::timestamptz`,
  )
  return new Map(
    rows.map(({ tab, typed }) => [
      AskTab.parse(tab),
      Stored.parse(JSON.parse(secrets.open(purpose, typed))),
    ]),
  )
}

/** Keeps what was typed; nothing typed is nothing kept. */
export async function keepDraft(
  tx: SchoolTx,
  parts: Parts,
  of: DraftOf & { readonly tab: AskTab },
  typed: Typed,
) {
  if (!hasChanges(typed)) return dropDraft(tx, of)
  const { session, about, tab } = of
  const sealed = parts.secrets.seal(purpose, JSON.stringify(typed))
  await tx.execute(
    sql`INSERT INTO request_drafts (school_id, account_id, about, tab, typed, kept_at)
        VALUES (${session.schoolId}::uuid, ${session.accountId}::uuid, ${about}, ${tab}, ${sealed},
          ${isoOf(parts.now())}::timestamptz)
        ON CONFLICT (account_id, about, tab) DO UPDATE SET typed = excluded.typed, kept_at = excluded.kept_at`,
  )
}

export async function dropDraft(
  tx: SchoolTx,
  { session, about, tab }: DraftOf & { readonly tab: AskTab },
) {
  await tx.execute(
    sql`DELETE FROM request_drafts
        WHERE account_id = ${session.accountId}::uuid AND about = ${about} AND tab = ${tab}`,
  )
}

/** Of every school; when the database is away it is done an hour later. */
export async function forgetOldDrafts({ database, now }: PortalParts) {
  const before = isoOf(now() - keptDays * day)
  const forget = sql`DELETE FROM request_drafts WHERE kept_at < ${before}::timestamptz`
  await database.acrossSchools((tx) => tx.execute(forget)).catch(() => {})
}
