import { sql } from 'drizzle-orm'
import type { ScopedPupil } from '#shared/sync/scopes.ts'
import { rowsOf, type SchoolTx } from '../platform/portal-database.ts'

export type Stored = {
  readonly tbl: string
  readonly id: string
  readonly fields: Readonly<Record<string, string | number | null>>
  readonly gone: string | null
  readonly scopes: readonly string[]
  readonly level: number
}

/** Rows of a table by the value of one of their fields, removed ones included. */
export async function findRows(
  tx: SchoolTx,
  tbl: string,
  field: string,
  values: ReadonlySet<string>,
): Promise<Stored[]> {
  if (values.size === 0) return []
  const wanted = JSON.stringify([...values])
  const by = sql.identifier(columns[field] ?? 'id')
  // A join and not `IN`: the index then finds each, without reading the whole table.
  return rowsOf<Stored>(
    tx,
    sql`SELECT r.tbl, r.id, r.fields, r.gone, r.scopes, r.level
        FROM jsonb_array_elements_text(${wanted}::jsonb) AS wanted (value)
        JOIN sync_rows r ON r.tbl = ${tbl} AND r.${by} = wanted.value`,
  )
}

/** Columns of the fields by which rows name each other. */
const columns: Readonly<Record<string, string>> = {
  pupilId: 'pupil_id',
  guardianId: 'guardian_id',
  householdId: 'household_id',
  contactId: 'contact_id',
  ownerId: 'owner_id',
}

/** What the scopes of a pupil's rows depend on: groups of this and later years, and protection. */
export async function factsOf(
  tx: SchoolTx,
  pupilIds: ReadonlySet<string>,
  today: string,
): Promise<ReadonlyMap<string, ScopedPupil>> {
  const pupils = await findRows(tx, 'pupils', 'id', pupilIds)
  const memberships = await findRows(tx, 'memberships', 'pupilId', pupilIds)
  const current = new Set(await currentGroups(tx, today))
  const groupsOf = new Map<string, string[]>()
  for (const { fields, gone } of memberships) {
    const group = String(fields.groupId ?? '')
    const hasEnded = typeof fields.until === 'string' && fields.until < today
    if (gone !== null || hasEnded || !current.has(group)) continue
    const pupil = String(fields.pupilId ?? '')
    groupsOf.set(pupil, [...(groupsOf.get(pupil) ?? []), group])
  }
  return new Map(
    pupils.map(({ id, fields }) => [
      id,
      { protectionLevel: Number(fields.protectionLevel ?? 0), groupIds: groupsOf.get(id) ?? [] },
    ]),
  )
}

/** Groups whose school year has not ended. */
export async function currentGroups(tx: SchoolTx, today: string): Promise<readonly string[]> {
  const found = await rowsOf<{ id: string }>(
    tx,
    sql`SELECT g.id FROM sync_rows g
        JOIN sync_rows y ON y.school_id = g.school_id AND y.tbl = 'schoolYears' AND y.id = g.fields ->> 'schoolYearId'
        WHERE g.tbl = 'groups' AND g.gone IS NULL AND y.gone IS NULL AND y.fields ->> 'endsOn' >= ${today}`,
  )
  return found.map(({ id }) => id)
}

type Wanted = {
  readonly row: Pick<Stored, 'tbl' | 'id' | 'scopes' | 'level'>
  readonly level: number
  readonly scopes: readonly string[]
}

/** Sets scopes and level of rows where they differ, and notes which scopes a row has left. */
export async function moveRows(
  tx: SchoolTx,
  schoolId: string,
  wanted: readonly Wanted[],
  seq: number,
) {
  const moved = wanted
    .filter(({ row, level, scopes }) => row.level !== level || row.scopes.join() !== scopes.join())
    .map(({ row, level, scopes }) => ({
      tbl: row.tbl,
      id: row.id,
      level,
      scopes,
      left: row.scopes.filter((scope) => !scopes.includes(scope)),
    }))
  if (moved.length === 0) return
  const records = JSON.stringify(moved)
  await tx.execute(
    sql`UPDATE sync_rows r SET level = m.level, scopes = m.scopes, seq = ${seq},
          -- Who changed the row has not seen who may see it now.
          before_seq = CASE WHEN cardinality(r.scopes) = 0 THEN r.before_seq ELSE ${seq} END
        FROM jsonb_to_recordset(${records}::jsonb) AS m (tbl text, id text, level int, scopes text[])
        WHERE r.tbl = m.tbl AND r.id = m.id`,
  )
  await tx.execute(
    sql`INSERT INTO row_exits (school_id, seq, tbl, id, scopes)
        SELECT ${schoolId}::uuid, ${seq}, m.tbl, m.id, m."left"
        FROM jsonb_to_recordset(${records}::jsonb) AS m (tbl text, id text, "left" text[])
        WHERE cardinality(m."left") > 0
        ON CONFLICT (school_id, seq, tbl, id) DO UPDATE SET scopes = row_exits.scopes || excluded.scopes`,
  )
}
