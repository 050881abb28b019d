import { sql } from 'drizzle-orm'
import { groupScope } from '#shared/sync/scopes.ts'
import { notify, rowsOf, type SchoolTx } from '../platform/portal-database.ts'
import { type HubParts, pokeChannel } from './hub-parts.ts'
import { newRow } from './hub-row.ts'
import { refreshScopes } from './refresh-scopes.ts'
import { currentGroups } from './scope-rows.ts'
import { refreshGrants } from './staff-grants.ts'

type Parts = Pick<HubParts, 'database' | 'now' | 'today'>

/**
 * Memberships end and school years end without anybody writing anything: what a desk may hold follows
 * from the day. Takes a place in the school's order only when something moves.
 */
export async function refreshForToday({ database, now, today }: Parts, schoolId: string) {
  return database.inSchool(schoolId, async (tx) => {
    const [clock] = await rowsOf<{ seq: number }>(tx, sql`SELECT seq FROM sync_clocks FOR UPDATE`)
    if (!clock) return
    const day = today()
    const ended = await endedMemberships(tx, day)
    const seq = Number(clock.seq) + 1
    if (ended.length > 0) await refreshScopes(tx, schoolId, ended, { seq, today: day })
    const at = new Date(now()).toISOString()
    const isMoved = await refreshGrants(tx, schoolId, { seq, at, today: day })
    if (ended.length === 0 && !isMoved) return
    await tx.execute(sql`UPDATE sync_clocks SET seq = ${seq}`)
    await notify(tx, pokeChannel, `${schoolId} ${seq}`)
  })
}

/** Memberships that are over, by their own last day or their group's year, and still count. */
async function endedMemberships(tx: SchoolTx, today: string) {
  const current = new Set(await currentGroups(tx, today))
  const found = await rowsOf<{
    id: string
    fields: Record<string, string | null>
    scopes: readonly string[]
  }>(
    tx,
    sql`SELECT id, fields, scopes FROM sync_rows
        WHERE tbl = 'memberships' AND gone IS NULL AND cardinality(scopes) > 1`,
  )
  return found
    .filter(({ fields, scopes }) => {
      const { groupId, until } = fields
      const isOver = !current.has(groupId ?? '') || (typeof until === 'string' && until < today)
      return isOver && scopes.includes(groupScope(groupId ?? ''))
    })
    .map(({ id, fields }) => newRow('memberships', id, fields, unstamped))
}

/** These rows only say which pupils are meant; nothing of them is stored. */
const unstamped = '000000000000-0000-0000' as ReturnType<typeof newRow>['born']
