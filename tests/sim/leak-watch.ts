import { sql } from 'drizzle-orm'
import { rowsOf } from '../../src-portal/platform/portal-database.ts'
import type { aHub } from '../sync/test-hub.ts'

type Hub = Awaited<ReturnType<typeof aHub>>
type Fields = Readonly<Record<string, string | number | null>>

// Who may see what, written apart from the product: from the rows as they are at this moment.

/**
 * What stands in an answer to this person that may not be there: every value in the simulation names
 * its row and field, so each can be looked up.
 */
export async function leaksIn(hub: Hub, staffId: string, text: string): Promise<string[]> {
  const tokens = [...text.matchAll(/\[([0-9a-f]{8})\.(\w+)\.\d+\]/g)]
  const hasSecret = /SECRET|"x1:/.test(text)
  if (tokens.length === 0 && !hasSecret) return []
  const allowed = await allowedTokens(hub, staffId)
  if (allowed === 'everything') return []
  const leaked = tokens
    .filter(([, id, field]) => !allowed.has(`${id}.${field}`))
    .map(([each]) => each)
  return [...new Set([...leaked, ...(hasSecret ? ['a secret'] : [])])]
}

async function allowedTokens({ database, schoolId, clock }: Hub, staffId: string) {
  const found = await database.inSchool(schoolId, (tx) =>
    rowsOf<{ tbl: string; fields: Fields }>(
      tx,
      sql`SELECT tbl, fields FROM sync_rows WHERE gone IS NULL AND tbl IN
            ('staff', 'groupStaff', 'memberships', 'pupils', 'guardianLinks')`,
    ),
  )
  const of = (table: string) => found.filter(({ tbl }) => tbl === table).map(({ fields }) => fields)
  const person = of('staff').find(({ id }) => id === staffId)
  if (!person) return new Set<string>()
  if (person.isActive === 1 && person.role === 'office') return 'everything'
  const today = new Date(clock.now).toISOString().slice(0, 10)
  const groups = of('groupStaff').filter((each) => each.staffId === staffId)
  const members = of('memberships').filter(
    ({ groupId, until }) =>
      groups.some((each) => each.groupId === groupId) &&
      (until === null || until === undefined || String(until) >= today),
  )
  const mine = new Set(members.map(({ pupilId }) => pupilId))
  const level = new Map(
    of('pupils').map(({ id, protectionLevel }) => [id, Number(protectionLevel)]),
  )
  const allowed = new Set<string>()
  const allow = (id: unknown, ...fields: string[]) => {
    for (const field of fields) allowed.add(`${String(id).slice(0, 8)}.${field}`)
  }
  for (const [id, protection] of level) {
    if (!mine.has(id ?? '')) continue
    allow(id, 'alias')
    if (protection < 2) allow(id, 'firstName')
    if (protection < 1) allow(id, 'note', 'email')
  }
  const links = of('guardianLinks')
  const highest = (guardianId: unknown) =>
    Math.max(
      ...links.flatMap((each) =>
        each.guardianId === guardianId ? [level.get(each.pupilId ?? '') ?? 0] : [],
      ),
    )
  for (const { pupilId, guardianId } of links) {
    if (!mine.has(pupilId ?? '') || (level.get(pupilId ?? '') ?? 0) >= 2) continue
    allow(guardianId, 'firstName')
    if (highest(guardianId) < 1) allow(guardianId, 'email')
  }
  return allowed
}
