import { createHash, randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { rowsOf, type SchoolTx } from './portal-database.ts'
import { hour, isoOf, minute, type PortalParts } from './portal-parts.ts'
import { makeToken } from './secrets.ts'

/** A guardian who is signed in, at one school, on one browser. */
export type Session = {
  readonly id: string
  readonly schoolId: string
  readonly accountId: string
  readonly guardianId: string
  /** The second factor has not been given yet: nothing may be seen. */
  readonly isHalf: boolean
}

/** A session ends half an hour after the last look and twelve hours after signing in. */
const idle = 30 * minute
const longest = 12 * hour
/** Writing down each look would make a write of every read. */
const seenEvery = minute

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')

type Opening = {
  readonly schoolId: string
  readonly accountId: string
  readonly isHalf: boolean
  /** What the guardian sees in the list of sessions, `Firefox, Android`. */
  readonly device: string
}

/** Begins a session; answers what the cookie holds. */
export async function openSession(tx: SchoolTx, now: number, opening: Opening): Promise<string> {
  const token = makeToken()
  const { schoolId, accountId, isHalf, device } = opening
  await tx.execute(
    sql`INSERT INTO guardian_sessions
          (school_id, token_hash, session_id, account_id, is_half, device, made_at, seen_at, ends_at)
        VALUES (${schoolId}::uuid, ${hashOf(token)}, ${randomUUID()}::uuid, ${accountId}::uuid, ${isHalf},
          ${device}, ${isoOf(now)}::timestamptz, ${isoOf(now)}::timestamptz, ${isoOf(now + longest)}::timestamptz)`,
  )
  return `${schoolId}.${token}`
}

type Row = {
  session_id: string
  account_id: string
  guardian_id: string
  is_half: boolean
  is_stale: boolean
}

/** The session that a cookie belongs to; null when it ended, or the account is no longer active. */
export async function findSession(
  { database, now }: PortalParts,
  cookie: string | undefined,
): Promise<Session | null> {
  const [, schoolId, token] = /^([0-9a-f-]{36})\.([\w-]{43})$/.exec(cookie ?? '') ?? []
  if (!schoolId || !token || !isUuid(schoolId)) return null
  const at = now()
  const read = sql`
    SELECT s.session_id, s.account_id, a.guardian_id, s.is_half,
      s.seen_at <= ${isoOf(at - seenEvery)}::timestamptz AS is_stale
    FROM guardian_sessions s JOIN accounts a USING (account_id)
    WHERE s.token_hash = ${hashOf(token)} AND s.ends_at > ${isoOf(at)}::timestamptz
      AND s.seen_at > ${isoOf(at - idle)}::timestamptz AND a.state = 'active'`
  return database.inSchool(schoolId, async (tx) => {
    const [row] = await rowsOf<Row>(tx, read)
    if (!row) return null
    if (row.is_stale) {
      await tx.execute(
        sql`UPDATE guardian_sessions SET seen_at = ${isoOf(at)}::timestamptz WHERE session_id = ${row.session_id}::uuid`,
      )
    }
    return {
      id: row.session_id,
      schoolId,
      accountId: row.account_id,
      guardianId: row.guardian_id,
      isHalf: row.is_half,
    }
  })
}

const isUuid = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

export async function endSession(tx: SchoolTx, accountId: string, sessionId: string) {
  await tx.execute(
    sql`DELETE FROM guardian_sessions WHERE account_id = ${accountId}::uuid AND session_id::text = ${sessionId}`,
  )
}

/** Ends all sessions of an account, but for one that may go on. */
export async function endSessions(tx: SchoolTx, accountId: string, except: string | null) {
  await tx.execute(
    sql`DELETE FROM guardian_sessions
        WHERE account_id = ${accountId}::uuid AND session_id::text IS DISTINCT FROM ${except}`,
  )
}

export type ShownSession = {
  readonly id: string
  readonly device: string
  readonly seenAt: string
}

export async function listSessions(
  tx: SchoolTx,
  accountId: string,
  now: number,
): Promise<readonly ShownSession[]> {
  const rows = await rowsOf<{ session_id: string; device: string; seen: string }>(
    tx,
    sql`SELECT session_id, device, to_char(seen_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS seen
        FROM guardian_sessions
        WHERE account_id = ${accountId}::uuid AND NOT is_half AND ends_at > ${isoOf(now)}::timestamptz
          AND seen_at > ${isoOf(now - idle)}::timestamptz
        ORDER BY seen_at DESC`,
  )
  return rows.map(({ session_id, device, seen }) => ({ id: session_id, device, seenAt: seen }))
}

/** `Firefox, Android`: enough to recognise one's own telephone, too little to follow anybody. */
export function describeDevice(userAgent: string | undefined): string {
  const find = (names: readonly (readonly [string, RegExp])[]) =>
    names.find(([, sign]) => sign.test(userAgent ?? ''))?.[0]
  const browser = find([
    ['Edge', /Edg\//],
    ['Samsung Internet', /SamsungBrowser/],
    ['Firefox', /Firefox\/|FxiOS/],
    ['Chrome', /Chrome\/|CriOS/],
    ['Safari', /Safari\//],
  ])
  const system = find([
    ['Android', /Android/],
    ['iPhone', /iPhone/],
    ['iPad', /iPad/],
    ['Windows', /Windows/],
    ['Mac', /Macintosh/],
    ['Linux', /Linux/],
  ])
  return [browser, system].filter(Boolean).join(', ') || '–'
}
