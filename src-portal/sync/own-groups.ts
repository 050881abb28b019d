import { sql } from 'drizzle-orm'
import type { SetOperation } from '#shared/sync/sync-protocol.ts'
import { teachersWrite } from '#shared/sync/write-rights.ts'
import { rowsOf, type SchoolTx } from '../platform/portal-database.ts'
import { type HubRow, rowKey } from './hub-row.ts'

/** Whether the pupils or groups that an operation is about are, or were, the writer's own. */
export type OwnStanding = 'now' | 'then' | 'once' | 'never'

export type OwnGroups = (operation: SetOperation, row: HubRow | undefined) => OwnStanding

type Held = { readonly from: number; readonly until: number }

/**
 * Reads which groups somebody has and had, and in which the pupils are that these operations are
 * about: what a teacher writes counts when they had the group at that moment.
 */
export async function readOwnGroups(
  tx: SchoolTx,
  staffId: string,
  operations: readonly SetOperation[],
  rows: ReadonlyMap<string, HubRow>,
): Promise<OwnGroups> {
  const about = (operation: SetOperation) =>
    aboutOf(operation, rows.get(rowKey(operation[3], operation[4])))
  const concerned = operations.filter(([, , , tbl]) => teachersWrite[tbl])
  if (concerned.length === 0) return () => 'never'
  const held = await readHeld(tx, staffId)
  const pupils = concerned.filter(([, , , tbl]) => teachersWrite[tbl]?.by === 'pupil')
  const groupsOf = await readGroupsOf(tx, [...new Set(pupils.flatMap(about))])

  function standingOf(groupIds: readonly string[], millis: number): OwnStanding {
    const periods = groupIds.flatMap((id) => held.get(id) ?? [])
    if (periods.some(({ until }) => until === Number.POSITIVE_INFINITY)) return 'now'
    if (periods.some(({ from, until }) => from <= millis && millis < until)) return 'then'
    return periods.length > 0 ? 'once' : 'never'
  }
  return (operation, row) => {
    const by = teachersWrite[operation[3]]?.by
    const millis = Number.parseInt(operation[7].slice(0, 12), 16)
    const all = aboutOf(operation, row).map((id) =>
      standingOf(by === 'group' ? [id] : (groupsOf.get(id) ?? []), millis),
    )
    const worst = (['never', 'once', 'then', 'now'] as const).find((each) => all.includes(each))
    return worst ?? 'never'
  }
}

/** The pupils or groups that a row is about, before and after the operation. */
function aboutOf([, , , tbl, , field, value]: SetOperation, row: HubRow | undefined): string[] {
  const name = teachersWrite[tbl]?.field ?? ''
  const made: unknown = field === null ? Object(value)[name] : field === name ? value : undefined
  const stored = row?.fields[name]
  return [made, stored].filter((each) => typeof each === 'string')
}

async function readHeld(tx: SchoolTx, staffId: string): Promise<ReadonlyMap<string, Held[]>> {
  const found = await rowsOf<{ scope: string; f: number; u: number | null }>(
    tx,
    sql`SELECT scope, extract(epoch FROM from_at)::float8 * 1000 AS f,
          extract(epoch FROM until_at)::float8 * 1000 AS u
        FROM scope_grants WHERE staff_id = ${staffId} AND scope LIKE 'group:%'`,
  )
  const held = new Map<string, Held[]>()
  for (const { scope, f, u } of found) {
    const id = scope.slice('group:'.length)
    const until = u === null ? Number.POSITIVE_INFINITY : Number(u)
    held.set(id, [...(held.get(id) ?? []), { from: Number(f), until }])
  }
  return held
}

async function readGroupsOf(tx: SchoolTx, pupilIds: readonly string[]) {
  const found = await rowsOf<{ pupil: string; grp: string }>(
    tx,
    sql`SELECT fields ->> 'pupilId' AS pupil, fields ->> 'groupId' AS grp FROM sync_rows
        WHERE tbl = 'memberships' AND gone IS NULL
          AND fields ->> 'pupilId' IN (SELECT jsonb_array_elements_text(${JSON.stringify(pupilIds)}::jsonb))`,
  )
  const groups = new Map<string, string[]>()
  for (const { pupil, grp } of found) groups.set(pupil, [...(groups.get(pupil) ?? []), grp])
  return groups
}
