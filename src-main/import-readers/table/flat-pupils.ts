import type { SourcePupil } from '#shared/imports/import-source.ts'
import { foldText } from '#shared/platform/fold-text.ts'
import type { ProtectionLevel, PupilFields } from '#shared/pupils/pupil.ts'
import type { RowCells } from './row-cells.ts'
import { type RowPupil, readRowPupil } from './row-pupil.ts'
import { placeOf, type TablePart } from './table-part.ts'

/** A pupil as the rows so far tell; rows of one pupil come together here. */
export type FlatPupil = {
  readonly key: string
  readonly row: RowCells
  readonly isNamed: boolean
  fields: Partial<PupilFields>
  externalKey: string | null
  startsOn: SourcePupil['startsOn']
  endsOn: SourcePupil['endsOn']
  protection: ProtectionLevel
  readonly yearGrades: Set<string>
  readonly phones: SourcePupil['phones'][number][]
  readonly groupKeys: Set<string>
  readonly guardianKeys: Set<string>
}

export type FlatPupils = {
  /** The pupil of a row: a new one or one that was met; null when the row names nobody. */
  readonly take: (row: RowCells, groupKey: string | null) => FlatPupil | null
  readonly all: () => readonly FlatPupil[]
}

/**
 * Rows of one pupil are known by key, then by number, then by name with birth date, else by name and
 * class: a table may have a row for each guardian or each group.
 */
export function createFlatPupils(part: TablePart): FlatPupils {
  const list: FlatPupil[] = []
  const byId = new Map<string, FlatPupil>()
  const keys = new Set<string>()

  function take(row: RowCells, groupKey: string | null): FlatPupil | null {
    const said = withOwnNumber(readRowPupil(row, part), row, byId, part)
    const ids = idsOf(said, groupKey)
    if (ids.length === 0) {
      part.problems.leaveOut('value-missing', { ...nameWhere(row, part), kind: 'pupils' })
      return null
    }
    const known = ids.map((id) => byId.get(id)).find((pupil) => pupil !== undefined)
    if (known && isOther(known, said)) {
      const value = row.value(said.key ? 'pupil.key' : 'pupil.pupilNumber')
      part.problems.leaveOut('key-repeated', { ...value, value: said.key ?? null, kind: 'pupils' })
      return null
    }
    const pupil = known ?? start(row, said, part, keys)
    if (known) merge(known, said, row, part)
    else list.push(pupil)
    keys.add(pupil.key)
    for (const id of ids) if (!byId.has(id)) byId.set(id, pupil)
    if (groupKey !== null) pupil.groupKeys.add(groupKey)
    return pupil
  }

  return { take, all: () => list }
}

/** Two children with a key each cannot share a national number: the second keeps all but that. */
function withOwnNumber(
  said: RowPupil,
  row: RowCells,
  byId: ReadonlyMap<string, FlatPupil>,
  { problems }: TablePart,
): RowPupil {
  const { nationalNumber, nationalNumberKind: _, ...fields } = said.fields
  const other = nationalNumber ? byId.get(`national ${nationalNumber}`) : undefined
  const isSame = !other?.externalKey || !said.key || other.externalKey === said.key
  if (isSame || !isOther(other, said)) return said
  problems.warn('key-repeated', { ...row.value('pupil.nationalNumber'), value: null })
  return { ...said, fields }
}

function start(
  row: RowCells,
  said: RowPupil,
  part: TablePart,
  taken: ReadonlySet<string>,
): FlatPupil {
  const isNamed = Boolean(said.fields.firstName || said.fields.lastName)
  const key = said.key ?? said.fields.pupilNumber ?? `row ${row.line}`
  const pupil: FlatPupil = {
    // One child's number may be another's key.
    key: taken.has(key) ? `${key} (${row.line})` : key,
    row,
    isNamed,
    fields: said.fields,
    externalKey: said.key,
    startsOn: said.startsOn,
    endsOn: said.endsOn,
    protection: said.protection,
    yearGrades: new Set(said.yearGrades),
    phones: [...said.phones],
    groupKeys: new Set(),
    guardianKeys: new Set(),
  }
  if (isNamed && !said.fields.firstName) {
    part.problems.warn('value-missing', nameWhere(row, part))
  }
  return pupil
}

/** By what a row can be known to be of the same pupil; the surest first. */
function idsOf({ key, fields }: RowPupil, groupKey: string | null): string[] {
  const { firstName = '', prefix, lastName = '', birthDate, nationalNumber, pupilNumber } = fields
  const name = plain(`${firstName} ${prefix ?? ''} ${lastName}`)
  const sure = [
    ...(key ? [`key ${key}`] : []),
    ...(pupilNumber ? [`number ${pupilNumber}`] : []),
    ...(nationalNumber ? [`national ${nationalNumber}`] : []),
  ]
  if (sure.length > 0 || name === '') return sure
  return [birthDate ? `born ${name} ${birthDate}` : `sits ${name} ${groupKey ?? ''}`]
}

const plain = (text: string) => foldText(text).replace(/[^\p{L}\p{N}]/gu, '')

/** Another name and no same birth date: the key stands there twice for two children. */
function isOther(known: FlatPupil, { fields }: RowPupil) {
  const [a, b] = [known.fields, fields].map(({ firstName, lastName }) =>
    plain(`${firstName ?? ''} ${lastName ?? ''}`),
  )
  const isSameBirth =
    known.fields.birthDate !== undefined && known.fields.birthDate === fields.birthDate
  return Boolean(a && b) && a !== b && !isSameBirth
}

/** What comes first counts; the rest is added, and what contradicts it is told. */
function merge(known: FlatPupil, said: RowPupil, row: RowCells, { problems }: TablePart) {
  for (const field of Object.keys(said.fields) as (keyof PupilFields)[]) {
    const [own, other] = [known.fields[field], said.fields[field]]
    if (own === undefined || own === null || String(own) === String(other)) continue
    if (other === null || field === 'nationalNumberKind') continue
    const value = field === 'nationalNumber' ? null : String(other)
    problems.warn('value-differs', { ...placeOf(row), field, value })
  }
  known.fields = { ...said.fields, ...known.fields }
  known.externalKey ??= said.key
  known.startsOn ??= said.startsOn
  known.endsOn ??= said.endsOn
  if (said.protection > known.protection) known.protection = said.protection
  for (const grade of said.yearGrades) known.yearGrades.add(grade)
  const numbers = new Set(known.phones.map(({ number }) => number))
  known.phones.push(...said.phones.filter(({ number }) => !numbers.has(number)))
}

/** Where a name should have stood. */
function nameWhere(row: RowCells, part: TablePart) {
  const fields = ['pupil.firstName', 'pupil.fullName', 'pupil.lastName'] as const
  const { file, line, field } = row.value(fields.find(part.has) ?? 'pupil.firstName')
  return { file, line, field }
}
