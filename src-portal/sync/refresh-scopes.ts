import {
  medicalScope,
  officeScope,
  ownScope,
  ownScopesOfRow,
  schoolScope,
  scopesOfPupilRow,
  tablePaths,
} from '#shared/sync/scopes.ts'
import type { SchoolTx } from '../platform/portal-database.ts'
import type { HubRow } from './hub-row.ts'
import { factsOf, findRows, moveRows, type Stored } from './scope-rows.ts'

// Which rows belong to which scopes follows from links between rows. When a link changes, the rows of
// the pupils it is about are looked at again; nothing else is.

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
  await setLeafScopes(tx, schoolId, moved.filter(isLeaf), { seq, today })
  const linking = moved.filter((row) => !isLeaf(row))
  if (linking.length === 0) return
  const pupilIds = await pupilsAbout(tx, linking)
  const family = await familyOf(tx, pupilIds, linking)
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

/** Says something of one pupil and leads to no other row: a mark, a report, an answer. */
const isLeaf = ({ tbl }: HubRow) => {
  const path = tablePaths[tbl]
  return (path?.about === 'pupil' || path?.about === 'medical') && !links[tbl]
}

/** Of these nothing follows but their own scopes: the family around the pupil is not looked at. */
async function setLeafScopes(
  tx: SchoolTx,
  schoolId: string,
  rows: readonly HubRow[],
  { seq, today }: Refresh,
) {
  if (rows.length === 0) return
  const pupilIn = ({ tbl, id, fields }: HubRow) => {
    const path = tablePaths[tbl]
    return path && 'field' in path && path.field !== 'id' ? String(fields[path.field] ?? '') : id
  }
  const facts = await factsOf(tx, new Set(rows.map(pupilIn)), today)
  const wanted = rows.map((row) => {
    const about = facts.get(pupilIn(row))
    const own = ownScopesOfRow(row.tbl, row.fields)
    const scopes = [...new Set([...scopesOfPupilRow(row.tbl, about ? [about] : []), ...own])]
    return { row, level: about?.protectionLevel ?? 0, scopes: scopes.toSorted() }
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
