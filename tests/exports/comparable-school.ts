import { displayName } from '#shared/pupils/person-name.ts'
import type { ExportedSchool } from '../../src-main/exports/exported-school.ts'

export type ComparableSchool = ReturnType<typeof comparable>

/**
 * An exported school without ids and order, so that a school and what was imported of it can be
 * compared field by field. Who belongs to whom is said by name.
 */
export function comparable(exported: ExportedSchool) {
  const groups = new Map(exported.groups.map((each) => [each.id, each]))
  const guardians = new Map(exported.guardians.map((each) => [each.id, each]))
  const households = new Map(exported.households.map((each) => [each.id, each]))
  const staff = new Map(exported.staff.map((each) => [each.id, each]))
  const groupOf = (id: string) => {
    const { kind, name } = found(groups, id).fields
    return { kind, name }
  }
  const homeOf = (id: string | null) => {
    if (id === null) return null
    const { fields, phones } = found(households, id)
    return { fields: { ...fields }, phones: copies(phones) }
  }
  const guardianOf = (id: string) => {
    const { fields, phones, householdId } = found(guardians, id)
    return { fields: { ...fields }, phones: copies(phones), home: homeOf(householdId) }
  }
  return structuredClone({
    year: exported.year && {
      name: exported.year.name,
      startsOn: exported.year.startsOn,
      endsOn: exported.year.endsOn,
    },
    pupils: exported.pupils.map((pupil) => ({
      fields: { ...pupil.fields },
      protectionLevel: pupil.protectionLevel as number,
      enrolments: copies(pupil.enrolments),
      memberships: pupil.memberships.map(({ groupId, from, until }) => ({
        group: groupOf(groupId),
        from: from as string | null,
        until: until as string | null,
      })),
      residences: pupil.residences.map(({ householdId, isMain, arrangement }) => ({
        isMain,
        arrangement,
        home: homeOf(householdId),
      })),
      guardians: pupil.guardians.map(({ guardianId, ...tie }) => ({
        tie: { ...tie },
        guardian: guardianOf(guardianId),
      })),
      phones: copies(pupil.phones),
    })),
    /** Who lives together. */
    households: exported.households.map(({ id, pupilIds, guardianIds }) => ({
      home: homeOf(id),
      pupils: exported.pupils.filter((each) => pupilIds.includes(each.id)).map(nameOf),
      guardians: guardianIds.map((each) => nameOf(found(guardians, each))),
    })),
    groups: exported.groups.map(({ fields, staff: tasks }) => ({
      fields: { ...fields },
      staff: tasks.map(({ staffId, task }) => ({ name: staffName(staffId), task: task as string })),
    })),
    staff: exported.staff.map(({ fields, groups: tasks }) => ({
      fields: { ...fields },
      groups: tasks.map(({ groupId, task }) => ({ group: groupOf(groupId), task: task as string })),
    })),
  })

  function staffName(id: string) {
    const person = staff.get(id)
    return person ? nameOf(person) : ''
  }
}

type Named = {
  readonly fields: {
    readonly firstName: string
    readonly prefix: string | null
    readonly lastName: string
  }
}

const nameOf = ({ fields }: Named) => displayName(fields)

const copies = <Row extends object>(rows: readonly Row[]): Row[] => rows.map((row) => ({ ...row }))

function found<Value>(map: ReadonlyMap<string, Value>, id: string): Value {
  const value = map.get(id)
  if (!value) throw new Error('An exported school names somebody who is not in it')
  return value
}

/** Lists whose order says nothing, in one order. Orders that count are numbers or losses. */
export function inOneOrder(school: ComparableSchool): ComparableSchool {
  return sorted(school, '') as ComparableSchool
}

/** Who is called first is an order; two schools never list their people alike. */
const ordered = new Set(['phones', 'guardians of a pupil', 'enrolments'])

function sorted(value: unknown, name: string): unknown {
  if (Array.isArray(value)) {
    const list = value.map((each) => sorted(each, ''))
    return ordered.has(name) ? list : list.sort(byText)
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [
        key,
        sorted(each, key === 'guardians' && 'memberships' in value ? 'guardians of a pupil' : key),
      ]),
  )
}

const byText = (a: unknown, b: unknown) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)
