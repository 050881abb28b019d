import { sql } from 'drizzle-orm'
import {
  medicalScope,
  officeScope,
  ownScope,
  ownScopesOfRow,
  type ScopedPupil,
  schoolScope,
  scopesOfPupilRow,
  tablePaths,
} from '#shared/sync/scopes.ts'
import { rowsOf, type SchoolTx } from '../platform/portal-database.ts'
import type { HubRow } from './hub-row.ts'

// Which rows belong to which scopes follows from links between rows. When a link changes, the rows of
// the pupils it is about are looked at again; nothing else is.

type Stored = {
  readonly tbl: string
  readonly id: string
  readonly fields: Readonly<Record<string, string | number | null>>
  readonly gone: string | null
  readonly scopes: readonly string[]
  readonly level: number
}

type Refresh = { readonly seq: number; readonly today: string }

/** Fields whose change moves rows between scopes. */
const links: Readonly<Record<string, readonly string[]>> = {
  memberships: ['groupId', 'pupilId', 'from', 'until'],
  pupils: ['protectionLevel'],
  guardians: ['householdId'],
  guardianLinks: ['pupilId', 'guardianId'],
  residences: ['pupilId', 'householdId'],
  contactLinks: ['pupilId', 'contactId'],
  phones: ['ownerId', 'ownerKind'],
  meetingTalks: ['pupilId', 'staffIds'],
}

/** Whether any row of a batch is new, gone, or says something else about who belongs to whom. */
export function movesScopes(row: HubRow, changedFields: ReadonlySet<string>): boolean {
  if (row.isNew || row.gone !== null || changedFields.has('*')) return true
  return (links[row.tbl] ?? []).some((field) => changedFields.has(field))
}

/** Gives every row that these rows touch its scopes again, and notes which scopes a row has left. */
export async function refreshScopes(
  tx: SchoolTx,
  schoolId: string,
  moved: readonly HubRow[],
  { seq, today }: Refresh,
) {
  await setPlainScopes(tx, schoolId, moved, seq)
  const pupilIds = await pupilsAbout(tx, moved)
  const family = await familyOf(tx, pupilIds, moved)
  const facts = await factsOf(tx, family.everyPupil, today)
  const wanted = family.rows.map(({ row, pupils }) => {
    const about = pupils.flatMap((id) => facts.get(id) ?? [])
    const level = Math.max(0, ...about.map(({ protectionLevel }) => protectionLevel))
    const own = ownScopesOfRow(row.tbl, row.fields)
    const scopes = [...new Set([...scopesOfPupilRow(row.tbl, about), ...own])].toSorted()
    return { row, level, scopes }
  })
  await moveRows(tx, schoolId, wanted, seq)
}

/** Rows of the school, of the office or of one person: their scopes follow from themselves. */
async function setPlainScopes(
  tx: SchoolTx,
  schoolId: string,
  rows: readonly HubRow[],
  seq: number,
) {
  const wanted = rows.flatMap((row) => {
    const path = tablePaths[row.tbl]
    const stored = { ...row, fields: row.fields }
    if (path?.about === 'school') return [{ row: stored, level: 0, scopes: [schoolScope] }]
    if (path?.about === 'office') {
      const isMedical = row.fields[path.medicalWhen ?? ''] === 1
      return [{ row: stored, level: 0, scopes: [isMedical ? medicalScope : officeScope] }]
    }
    if (path?.about !== 'own') return []
    return [{ row: stored, level: 0, scopes: [ownScope(String(row.fields[path.field] ?? ''))] }]
  })
  await moveRows(tx, schoolId, wanted, seq)
}

/** The pupils that rows are about, through every link that names them. */
async function pupilsAbout(tx: SchoolTx, rows: readonly HubRow[]): Promise<readonly string[]> {
  const ids = new Set<string>()
  const through: Record<'guardian' | 'contact' | 'household', Set<string>> = {
    guardian: new Set(),
    contact: new Set(),
    household: new Set(),
  }
  for (const row of rows) {
    const path = tablePaths[row.tbl]
    if (path?.about === 'pupil' || path?.about === 'medical') {
      ids.add(path.field === 'id' ? row.id : String(row.fields[path.field] ?? ''))
    } else if (path?.about === 'phone') {
      const owner = String(row.fields.ownerId ?? '')
      const kind = String(row.fields.ownerKind ?? '')
      if (kind === 'pupil') ids.add(owner)
      else if (kind in through) through[kind as keyof typeof through].add(owner)
    } else if (path && path.about in through) {
      through[path.about as keyof typeof through].add(row.id)
    }
  }
  const linked = await Promise.all([
    linkedPupils(tx, 'guardianLinks', 'guardianId', through.guardian),
    linkedPupils(tx, 'contactLinks', 'contactId', through.contact),
    linkedPupils(tx, 'residences', 'householdId', through.household),
  ])
  for (const id of linked.flat()) ids.add(id)
  return [...ids].filter(Boolean)
}

const linkedPupils = async (
  tx: SchoolTx,
  tbl: string,
  field: string,
  ids: ReadonlySet<string>,
): Promise<readonly string[]> =>
  (await findRows(tx, tbl, field, ids)).map(({ fields }) => String(fields.pupilId ?? ''))

/** Rows of a table by the value of one of their fields, removed ones included. */
async function findRows(
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

type AboutPupils = { readonly row: Stored; readonly pupils: readonly string[] }

/** Every row about these pupils, each with all pupils it is about: siblings share a guardian. */
async function familyOf(tx: SchoolTx, pupilIds: readonly string[], moved: readonly HubRow[]) {
  const own = new Set(pupilIds)
  const rows: AboutPupils[] = []
  for (const [tbl, path] of Object.entries(tablePaths)) {
    if (path.about !== 'pupil' && path.about !== 'medical') continue
    const found = await findRows(tx, tbl, path.field, own)
    rows.push(...found.map((row) => ({ row, pupils: [pupilOf(row, path.field)] })))
  }
  const named = (tbl: string, field: string) =>
    rows.filter(({ row }) => row.tbl === tbl).map(({ row }) => String(row.fields[field] ?? ''))
  const movedIds = (tbl: string) => moved.filter((row) => row.tbl === tbl).map(({ id }) => id)

  const guardianIds = new Set([...named('guardianLinks', 'guardianId'), ...movedIds('guardians')])
  const guardians = await sharedRows(tx, guardianIds, ['guardians', 'guardianLinks', 'guardianId'])
  const homes = guardians.map(({ row }) => String(row.fields.householdId ?? '')).filter(Boolean)
  const householdIds = new Set([
    ...named('residences', 'householdId'),
    ...movedIds('households'),
    ...homes,
  ])
  const households = await sharedRows(tx, householdIds, ['households', 'residences', 'householdId'])
  const withGuardians = households.map(({ row, pupils }) => ({
    row,
    pupils: [
      ...pupils,
      ...guardians
        .filter((each) => each.row.fields.householdId === row.id)
        .flatMap((each) => each.pupils),
    ],
  }))
  const contactIds = new Set([...named('contactLinks', 'contactId'), ...movedIds('contacts')])
  const contacts = await sharedRows(tx, contactIds, ['contacts', 'contactLinks', 'contactId'])
  const owners = [...guardians, ...withGuardians, ...contacts]
  const pupilsByOwner = new Map([
    ...owners.map(({ row, pupils }) => [row.id, pupils] as const),
    ...pupilIds.map((id) => [id, [id]] as const),
  ])
  const phones = await findRows(tx, 'phones', 'ownerId', new Set(pupilsByOwner.keys()))
  const calls = phones.map((row) => ({
    row,
    pupils: pupilsByOwner.get(String(row.fields.ownerId)) ?? [],
  }))
  const all = [...rows, ...owners, ...calls]
  return { rows: all, everyPupil: new Set(all.flatMap(({ pupils }) => pupils)) }
}

const pupilOf = (row: Stored, field: string) =>
  field === 'id' ? row.id : String(row.fields[field] ?? '')

/** Rows that several pupils share, with those pupils; `[table, link table, field of the link]`. */
async function sharedRows(
  tx: SchoolTx,
  ids: ReadonlySet<string>,
  [tbl, linkTable, field]: readonly [string, string, string],
): Promise<AboutPupils[]> {
  const found = await findRows(tx, tbl, 'id', ids)
  const ties = (await findRows(tx, linkTable, field, ids)).filter(({ gone }) => gone === null)
  return found.map((row) => ({
    row,
    pupils: ties
      .filter(({ fields }) => fields[field] === row.id)
      .map(({ fields }) => String(fields.pupilId ?? '')),
  }))
}

/** What the scopes of a pupil's rows depend on: groups of this and later years, and protection. */
async function factsOf(
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

async function moveRows(tx: SchoolTx, schoolId: string, wanted: readonly Wanted[], seq: number) {
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
