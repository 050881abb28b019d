import type { Guardian } from '#shared/families/guardian.ts'
import type { Group } from '#shared/groups/group.ts'
import { maskGuardian, maskOf } from '#shared/pupils/mask.ts'
import type { Staff } from '#shared/staff/staff.ts'
import type { Context } from '../../platform/database.ts'
import type {
  ExportedGroup,
  ExportedGuardian,
  ExportedHousehold,
  ExportedPupil,
  ExportedSchool,
  ExportedStaff,
} from '../exported-school.ts'
import { findHiddenFamilies } from './hidden-families.ts'
import { type PupilReading, readPupil } from './read-pupil.ts'
import { compare, type SchoolRows } from './school-rows.ts'
import type { Along } from './who-goes-along.ts'

type Reading = PupilReading & { readonly along: Along }

/** The school as it may leave the house; `withNationalNumbers` is the office's wish and no more. */
export function readSchool(
  rows: SchoolRows,
  along: Along,
  { caller, withNationalNumbers }: { caller: Context; withNationalNumbers: boolean },
): ExportedSchool {
  const reading: Reading = {
    rows,
    along,
    hidden: findHiddenFamilies(rows),
    groups: new Map(along.groups.map((group) => [group.id, group])),
    viewer: caller,
    asOf: along.asOf,
    withNationalNumbers: withNationalNumbers && rows.school.keepsNationalNumber,
  }
  // In order once the covers are on: a place in the alphabet tells a name.
  const pupils = along.pupils
    .map((pupil) => readPupil(pupil, reading))
    .toSorted((a, b) => byName({ ...a.fields, id: a.id }, { ...b.fields, id: b.id }))
  const guardians = readGuardians(reading, pupils)
  return {
    school: rows.school,
    today: caller.today,
    year: along.year,
    pupils,
    guardians,
    households: readHouseholds(reading, pupils, guardians),
    groups: along.groups.toSorted(byGroupName).map((group) => readGroup(reading, group)),
    staff: readStaff(reading),
    delta: null,
  }
}

function readGuardians(reading: Reading, pupils: readonly ExportedPupil[]): ExportedGuardian[] {
  const { rows, hidden } = reading
  const pupilIdsOf = new Map<string, string[]>()
  for (const { id, guardians } of pupils) {
    for (const { guardianId } of guardians) {
      pupilIdsOf.set(guardianId, [...(pupilIdsOf.get(guardianId) ?? []), id])
    }
  }
  return rows.guardians
    .filter(({ id }) => pupilIdsOf.has(id))
    .toSorted(byName)
    .map((row) => {
      const isHidden = hidden.hidesGuardian(row.id)
      const { id, householdId, ...fields } = isHidden ? masked(row, reading) : row
      const isHome = householdId !== null && !hidden.hidesHousehold(householdId)
      return {
        id,
        keys: rows.keysOf(id),
        fields,
        householdId: isHome ? householdId : null,
        pupilIds: pupilIdsOf.get(id) ?? [],
        phones: isHidden ? [] : rows.phonesOf(id),
      }
    })
}

/** A guardian of a protected child, who also has one that is not: no phone, e-mail or home. */
function masked(guardian: Guardian, { rows, viewer }: Reading): Guardian {
  const [link] = rows.linksOfGuardian(guardian.id)
  const mask = maskOf(viewer, { protectionLevel: 1 })
  return link ? maskGuardian({ guardian, link, phones: [] }, mask).guardian : guardian
}

function readHouseholds(
  { rows }: Reading,
  pupils: readonly ExportedPupil[],
  guardians: readonly ExportedGuardian[],
): ExportedHousehold[] {
  const pupilIds = Map.groupBy(
    pupils.flatMap(({ id, residences }) =>
      residences.map(({ householdId }) => ({ id, householdId })),
    ),
    ({ householdId }) => householdId,
  )
  const guardianIds = Map.groupBy(guardians, ({ householdId }) => householdId ?? '')
  return rows.households
    .filter(({ id }) => pupilIds.has(id) || guardianIds.has(id))
    .toSorted((a, b) => compare(a.id, b.id))
    .map(({ id, ...fields }) => ({
      id,
      fields,
      pupilIds: pupilIds.get(id)?.map((pupil) => pupil.id) ?? [],
      guardianIds: guardianIds.get(id)?.map((guardian) => guardian.id) ?? [],
      phones: rows.phonesOf(id),
    }))
}

function readGroup({ rows }: Reading, group: Group): ExportedGroup {
  const { id, schoolYearId: _year, ...fields } = group
  const staff = rows.tasksOfGroup(id).toSorted((a, b) => compare(a.id, b.id))
  return { id, keys: rows.keysOf(id), fields, staff }
}

/** Those who are active or have one of the groups. */
function readStaff({ rows, groups, along }: Reading): ExportedStaff[] {
  return rows.staff
    .toSorted(byName)
    .map((person) => ({ person, tasks: tasksOf(person) }))
    .filter(({ person, tasks }) => person.isActive || tasks.length > 0)
    .map(({ person: { id, ...person }, tasks }) => {
      const { language: _language, seesMedical: _sees, ...fields } = person
      return { id, keys: rows.keysOf(id), fields, groups: tasks }
    })

  function tasksOf({ id }: Staff) {
    const order = along.groups.toSorted(byGroupName).map((group) => String(group.id))
    return rows
      .tasksOfStaff(id)
      .filter(({ groupId }) => groups.has(groupId))
      .toSorted((a, b) => order.indexOf(a.groupId) - order.indexOf(b.groupId))
  }
}

type Named = { readonly id: string; readonly firstName: string; readonly lastName: string }

const byName = (a: Named, b: Named) =>
  compare(a.lastName, b.lastName) || compare(a.firstName, b.firstName) || compare(a.id, b.id)

const byGroupName = (a: Group, b: Group) =>
  compare(a.kind, b.kind) || compare(a.name, b.name) || compare(a.id, b.id)
