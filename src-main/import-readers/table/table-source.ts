import type { ImportSource, SourcePupil } from '#shared/imports/import-source.ts'
import { type TableField, tableFields } from '#shared/imports/table-fields.ts'
import { foldText } from '#shared/platform/fold-text.ts'
import { cleanText } from '../read-values.ts'
import { createFlatGroups, type FlatGroups } from './flat-groups.ts'
import { createFlatGuardians } from './flat-guardians.ts'
import { createFlatHouseholds } from './flat-households.ts'
import { createFlatPupils, type FlatPupil } from './flat-pupils.ts'
import { addressKey, readAddress } from './row-address.ts'
import { type RowCells, readRowCells } from './row-cells.ts'
import { readRowGuardian } from './row-guardian.ts'
import { readKey } from './row-pupil.ts'
import type { LaidOut } from './table-layout.ts'
import { type Guardian, placeOf, type TablePart } from './table-part.ts'

/** Pupils, families and groups out of the rows of one table. */
export function readTableSource(
  laidOut: LaidOut,
  format: 'csv' | 'xlsx',
  part: TablePart,
): ImportSource {
  const registers = {
    groups: createFlatGroups(part),
    pupils: createFlatPupils(part),
    guardians: createFlatGuardians(part),
    households: createFlatHouseholds(),
  }
  const isOfGuardians = tellsOnlyOfGuardians(part)
  for (const row of readRowCells(laidOut)) readRow(row, { ...registers, isOfGuardians }, part)
  const { groups, guardians, households } = registers
  const pupils = registers.pupils.all()
  const years = new Set(groups.groups(pupils).map(({ schoolYear }) => schoolYear))
  const [year] = years
  return {
    format,
    version: '',
    schoolName: null,
    schoolNumber: null,
    schoolYear: years.size === 1 ? (year ?? null) : null,
    isDelta: isOfGuardians,
    pupils: pupils.map((pupil) => asSource(pupil, groups)),
    groups: groups.groups(pupils),
    staff: groups.staff(),
    guardians: guardians.all(),
    households: households.all(),
  }
}

type Registers = {
  readonly groups: FlatGroups
  readonly pupils: ReturnType<typeof createFlatPupils>
  readonly guardians: ReturnType<typeof createFlatGuardians>
  readonly households: ReturnType<typeof createFlatHouseholds>
  readonly isOfGuardians: boolean
}

/** No column says anything of pupils but who they are: one row a guardian, as Zermelo has it. */
function tellsOnlyOfGuardians({ has }: TablePart) {
  const ofPupil = tableFields.filter((field) => /^(pupil|group)\./.test(field) && has(field))
  const isKey = (field: TableField) => field === 'pupil.key' || field === 'pupil.pupilNumber'
  return (
    ofPupil.every(isKey) && tableFields.some((each) => each.startsWith('guardian') && has(each))
  )
}

function readRow(row: RowCells, registers: Registers, part: TablePart) {
  const { groups, pupils, isOfGuardians } = registers
  const groupKey = isOfGuardians ? null : groups.take(row)
  const pupil = isOfGuardians ? null : pupils.take(row, groupKey)
  if (!isOfGuardians && pupil === null) return
  const pupilKeys = pupil ? [pupil.key] : namedPupils(row, part)
  const family = readKey(row, 'family.key', part)
  const [first, second] = [
    readAddress(row, 'household1', part),
    readAddress(row, 'household2', part),
  ]
  const homes = { guardian1: first, guardian2: second ?? first }
  const keys = (['guardian1', 'guardian2'] as const).flatMap((who): [Guardian, string][] => {
    const said = readRowGuardian(row, who, part)
    if (said === null) return []
    const home = homes[who]
    const slot = who === 'guardian1' ? 1 : 2
    const address = home && addressKey(home)
    return [[who, registers.guardians.take(said, { row, slot, pupilKeys, address, family })]]
  })
  // The order of the columns is the order of calling, so pupils name their guardians in it.
  for (const [, key] of keys) pupil?.guardianKeys.add(key)
  if (isOfGuardians && keys.length === 0) {
    part.problems.leaveOut('value-missing', { ...placeOf(row), kind: 'guardians' })
  }
  const living = (who: readonly Guardian[]) => ({
    ...{ row, pupilKeys, family, names: pupil ? lastNamesOf(pupil) : [] },
    guardianKeys: keys.filter(([each]) => who.includes(each)).map(([, key]) => key),
  })
  const isApart = first && second && !isSameHome(first, second)
  if (first)
    registers.households.take(first, living(isApart ? ['guardian1'] : ['guardian1', 'guardian2']))
  if (second && (isApart || !first)) registers.households.take(second, living(['guardian2']))
}

type Home = NonNullable<ReturnType<typeof readAddress>>

const isSameHome = (a: Home, b: Home) =>
  addressKey(a) === null
    ? a.postcode === b.postcode && a.town === b.town
    : addressKey(a) === addressKey(b)

/** `201700045,201700003`: the pupils of a guardian's row. */
function namedPupils(row: RowCells, { has }: TablePart): string[] {
  const value = row.value(has('pupil.key') ? 'pupil.key' : 'pupil.pupilNumber')
  const keys = value.text.split(/[,;|\s]+/).map((key) => key.trim())
  return [...new Set(keys.filter((key) => key !== ''))]
}

const lastNamesOf = ({ fields: { prefix, lastName } }: FlatPupil) => {
  const name = foldText(cleanText(`${prefix ?? ''} ${lastName ?? ''}`) ?? '')
  return name ? [name] : []
}

function asSource(pupil: FlatPupil, groups: FlatGroups): SourcePupil {
  const [classKey] = pupil.groupKeys
  const ofClass = classKey === undefined ? null : groups.yearGradeOf(classKey)
  const isSilent = pupil.fields.yearGrade === undefined && pupil.yearGrades.size === 0
  const yearGrade = isSilent ? ofClass : null
  const { externalKey } = pupil
  return {
    place: placeOf(pupil.row),
    key: pupil.key,
    keys: externalKey === null ? [] : [{ source: 'csv', value: externalKey }],
    onlyIfKnown: !pupil.isNamed,
    fields: { ...pupil.fields, ...(yearGrade && { yearGrade }) },
    memberships: [...pupil.groupKeys].map((groupKey) => ({
      groupKey,
      from: null,
      until: null,
      isEnded: false,
    })),
    guardianKeys: [...pupil.guardianKeys],
    startsOn: pupil.startsOn,
    endsOn: pupil.endsOn,
    phones: pupil.phones,
    isEnded: false,
    ...(pupil.protection > 0 && { protection: pupil.protection }),
  }
}
