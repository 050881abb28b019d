import { sql } from 'drizzle-orm'
import { roles, type StaffRole } from '#shared/platform/role.ts'
import { scopesOfStaff } from '#shared/sync/scopes.ts'
import { rowsOf, type SchoolTx } from '../platform/portal-database.ts'
import { currentGroups } from './scope-rows.ts'

/** A scope that somebody holds, and since which place in the portal's order. */
export type Grant = { readonly scope: string; readonly version: number }

export type HubStaff = {
  readonly id: string
  readonly role: StaffRole
  readonly seesMedical: boolean
  readonly isActive: boolean
}

type Moment = { readonly seq: number; readonly at: string; readonly today: string }

/** What somebody may hold now. */
export async function grantsOf(tx: SchoolTx, staffId: string): Promise<readonly Grant[]> {
  const found = await rowsOf<{ scope: string; from_seq: number }>(
    tx,
    sql`SELECT scope, from_seq FROM scope_grants
        WHERE staff_id = ${staffId} AND until_seq IS NULL ORDER BY scope`,
  )
  return found.map(({ scope, from_seq }) => ({ scope, version: Number(from_seq) }))
}

/** The people of the school, as their own rows say. */
export async function readStaff(tx: SchoolTx): Promise<readonly HubStaff[]> {
  const found = await rowsOf<{ id: string; fields: Record<string, unknown>; gone: string | null }>(
    tx,
    sql`SELECT id, fields, gone FROM sync_rows WHERE tbl = 'staff'`,
  )
  return found.map(({ id, fields, gone }) => ({
    id,
    role: roles.find((role) => role === fields.role) ?? 'ict',
    seesMedical: fields.seesMedical === 1,
    isActive: fields.isActive === 1 && gone === null,
  }))
}

/** Gives and withdraws scopes after a change of people, roles, groups or years; tells whether any moved. */
export async function refreshGrants(
  tx: SchoolTx,
  schoolId: string,
  { seq, at, today }: Moment,
): Promise<boolean> {
  const groupsByStaff = await readGroups(tx, today)
  const held = await rowsOf<{ staff_id: string; scope: string }>(
    tx,
    sql`SELECT staff_id, scope FROM scope_grants WHERE until_seq IS NULL`,
  )
  const heldKeys = new Set(held.map(({ staff_id, scope }) => `${staff_id} ${scope}`))
  const people = await readStaff(tx)
  const wantedKeys = new Set(
    people.flatMap((person) =>
      scopesOfStaff({ ...person, groupIds: groupsByStaff.get(person.id) ?? [] }).map(
        (scope) => `${person.id} ${scope}`,
      ),
    ),
  )
  const given = [...wantedKeys].filter((key) => !heldKeys.has(key))
  const taken = [...heldKeys].filter((key) => !wantedKeys.has(key))
  await tx.execute(
    sql`UPDATE scope_grants SET until_seq = ${seq}, until_at = ${at}::timestamptz
        WHERE until_seq IS NULL AND staff_id || ' ' || scope IN (
          SELECT jsonb_array_elements_text(${JSON.stringify(taken)}::jsonb))`,
  )
  await tx.execute(
    sql`INSERT INTO scope_grants (school_id, staff_id, scope, from_seq, from_at)
        SELECT ${schoolId}::uuid, split_part(k, ' ', 1), split_part(k, ' ', 2), ${seq}, ${at}::timestamptz
        FROM jsonb_array_elements_text(${JSON.stringify(given)}::jsonb) AS k
        ON CONFLICT DO NOTHING`,
  )
  await keepRoles(tx, schoolId, people, at)
  return given.length > 0 || taken.length > 0
}

async function readGroups(tx: SchoolTx, today: string) {
  const current = new Set(await currentGroups(tx, today))
  const found = await rowsOf<{ staff: string; grp: string }>(
    tx,
    sql`SELECT fields ->> 'staffId' AS staff, fields ->> 'groupId' AS grp
        FROM sync_rows WHERE tbl = 'groupStaff' AND gone IS NULL`,
  )
  const byStaff = new Map<string, string[]>()
  for (const { staff, grp } of found) {
    if (current.has(grp)) byStaff.set(staff, [...(byStaff.get(staff) ?? []), grp])
  }
  return byStaff
}

/** Roles with their times: what was written before a role ended still counts. */
async function keepRoles(tx: SchoolTx, schoolId: string, people: readonly HubStaff[], at: string) {
  const records = JSON.stringify(people)
  const now = sql`jsonb_to_recordset(${records}::jsonb)
    AS p (id text, role text, "seesMedical" boolean, "isActive" boolean)`
  await tx.execute(
    sql`UPDATE staff_roles s SET until_at = ${at}::timestamptz FROM ${now}
        WHERE s.until_at IS NULL AND s.staff_id = p.id
          AND (s.role, s.sees_medical, s.is_active) IS DISTINCT FROM (p.role, p."seesMedical", p."isActive")`,
  )
  await tx.execute(
    sql`INSERT INTO staff_roles (school_id, staff_id, role, sees_medical, is_active, from_at)
        SELECT ${schoolId}::uuid, p.id, p.role, p."seesMedical", p."isActive", ${at}::timestamptz FROM ${now}
        WHERE NOT EXISTS (SELECT 1 FROM staff_roles s WHERE s.staff_id = p.id AND s.until_at IS NULL)
        ON CONFLICT DO NOTHING`,
  )
}

/** Who this was at a moment (milliseconds): the last role that began by then; null for nobody. */
export async function roleAt(tx: SchoolTx, staffId: string, millis: number) {
  const [found] = await rowsOf<{ role: StaffRole; is_active: boolean }>(
    tx,
    sql`SELECT role, is_active FROM staff_roles
        WHERE staff_id = ${staffId} AND from_at <= ${new Date(millis).toISOString()}::timestamptz
        ORDER BY from_at DESC LIMIT 1`,
  )
  return found?.is_active ? found.role : null
}
