import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { rowsOf, type SchoolTx } from '../platform/portal-database.ts'
import { day, hour, isoOf, type PortalParts } from '../platform/portal-parts.ts'
import { makeToken } from '../platform/secrets.ts'

/** What a link in a mail lets its reader do, once. */
export type TokenPurpose = 'activate' | 'reset' | 'reactivate' | 'new-address'

const lives: Record<TokenPurpose, number> = {
  activate: 3 * day,
  reset: hour,
  reactivate: day,
  'new-address': day,
}

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')

type Wanted = {
  readonly schoolId: string
  readonly accountId: string
  readonly purpose: TokenPurpose
  readonly payload?: string
}

/** Makes the only valid token of its purpose: asking again makes older mails worthless. */
export async function makeAccountToken(
  tx: SchoolTx,
  { secrets, now }: Pick<PortalParts, 'secrets' | 'now'>,
  { schoolId, accountId, purpose, payload }: Wanted,
  token = makeToken(),
): Promise<string> {
  const sealed = payload === undefined ? null : secrets.seal('token payload', payload)
  await tx.execute(
    sql`DELETE FROM account_tokens WHERE account_id = ${accountId}::uuid AND purpose = ${purpose}`,
  )
  await tx.execute(
    sql`INSERT INTO account_tokens (school_id, token_hash, account_id, purpose, payload, ends_at)
        VALUES (${schoolId}::uuid, ${hashOf(token)}, ${accountId}::uuid, ${purpose}, ${sealed},
          ${isoOf(now() + lives[purpose])}::timestamptz)`,
  )
  return `${schoolId}.${token}`
}

export type FoundToken = {
  readonly accountId: string
  readonly payload: string | null
}

/** Reads the school and the secret out of what stands in a link. */
export function splitToken(text: string) {
  const [, schoolId, token] =
    /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([\w-]{43})$/.exec(text) ?? []
  return schoolId && token ? { schoolId, token } : null
}

/** Uses a token up; null when it is unknown, too old or for something else. */
export async function takeAccountToken(
  tx: SchoolTx,
  { secrets, now }: Pick<PortalParts, 'secrets' | 'now'>,
  token: string,
  purpose: TokenPurpose,
): Promise<FoundToken | null> {
  const [row] = await rowsOf<{ account_id: string; payload: string | null }>(
    tx,
    sql`DELETE FROM account_tokens WHERE token_hash = ${hashOf(token)} AND purpose = ${purpose}
          AND ends_at > ${isoOf(now())}::timestamptz RETURNING account_id, payload`,
  )
  if (!row) return null
  const payload = row.payload === null ? null : secrets.open('token payload', row.payload)
  return { accountId: row.account_id, payload }
}
