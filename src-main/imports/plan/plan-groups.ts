import { type Group, GroupId, type SchoolYear } from '#shared/groups/group.ts'
import type { SourceGroup } from '#shared/imports/import-source.ts'
import { foldText } from '#shared/platform/fold-text.ts'
import { groups, schoolYears } from '../../groups/groups-table.ts'
import { keySource } from '../match/key-source.ts'
import { gather } from '../match/school-snapshot.ts'
import { type PlannedYear, planYears } from './plan-years.ts'
import { addLine, isLeftOut, keyWrites, type Match, ownersOf, type Planning } from './planning.ts'

export type PlannedGroup = { readonly group: Group; readonly year: SchoolYear }

export type PlannedGroups = {
  /** The group that a key of the file stands for; null when unknown or left out. */
  readonly find: (key: string) => PlannedGroup | null
  readonly isLeftOut: (key: string) => boolean
  /** Ids of the known groups that the file itself describes. */
  readonly ofFile: ReadonlySet<string>
  readonly byId: (id: string) => Group | null
}

/** Groups are known by their key in that school year, else by kind and name. */
export function planGroups(planning: Planning): PlannedGroups {
  const { school, source } = planning
  const yearFor = planYears(planning)
  const yearsById = new Map<string, SchoolYear>(school.years.map((year) => [year.id, year]))
  const taken = new Set<string>()
  const byName = gather([...school.groups.values()], titleOf)
  const found = new Map<string, PlannedGroup>()
  const leftOut = new Set<string>()

  for (const record of source.groups) {
    const planned = yearFor(record.schoolYear ?? source.schoolYear)
    yearsById.set(planned.year.id, planned.year)
    const known = findKnown(planning, record, planned.year, { taken, byName })
    const group = known ?? newGroup(planning, record, planned.year)
    taken.add(group.id)
    if (isLeftOut(planning, 'groups', record.key) && !known) leftOut.add(record.key)
    else found.set(record.key, { group, year: planned.year })
    planLine(planning, record, { planned, known, group })
  }

  return {
    find: (key) => found.get(key) ?? findByKey(key),
    isLeftOut: (key) => leftOut.has(key),
    ofFile: new Set([...found.values()].map(({ group }) => String(group.id))),
    byId: (id) => school.groups.get(id) ?? null,
  }

  /** A delta names classes that it does not describe. */
  function findByKey(key: string): PlannedGroup | null {
    if (leftOut.has(key)) return null
    const id = school.ownerOf('groups', keySource(source.format), key)
    const group = id === null ? undefined : school.groups.get(id)
    const year = group && yearsById.get(group.schoolYearId)
    return group && year ? { group, year } : null
  }
}

/** What two groups of one school year cannot share. */
const titleOf = ({ schoolYearId, kind, name }: Pick<Group, 'schoolYearId' | 'kind' | 'name'>) =>
  [schoolYearId, kind, foldText(name)].join('\n')

function findKnown(
  planning: Planning,
  record: SourceGroup,
  year: SchoolYear,
  { taken, byName }: { taken: ReadonlySet<string>; byName: ReadonlyMap<string, readonly Group[]> },
): Group | null {
  const { school } = planning
  const byKey = ownersOf(planning, 'groups', record.keys).flatMap(
    (id) => school.groups.get(id) ?? [],
  )
  const ofYear = byKey.find(({ schoolYearId, id }) => schoolYearId === year.id && !taken.has(id))
  if (ofYear) return ofYear
  const sameName = byName.get(titleOf({ ...record, schoolYearId: year.id })) ?? []
  return sameName.find(({ id }) => !taken.has(id)) ?? null
}

function newGroup({ newId }: Planning, record: SourceGroup, year: SchoolYear): Group {
  const { name, kind, yearGrades } = record
  const id = GroupId.parse(newId())
  return { id, schoolYearId: year.id, name, kind, yearGrades: [...yearGrades], room: null }
}

function planLine(
  planning: Planning,
  record: SourceGroup,
  { planned, known, group }: { planned: PlannedYear; known: Group | null; group: Group },
) {
  const match: Match = known ? { kind: 'known', id: known.id } : { kind: 'new' }
  const yearGrades = record.yearGrades.length > 0 ? [...record.yearGrades] : group.yearGrades
  const wanted: Group = { ...group, name: record.name, yearGrades }
  const changes = known ? changesOf(known, wanted) : []
  addLine(planning, { ...record, kind: 'groups', groupName: null }, match, {
    changes,
    writes: [
      (db) => {
        if (planned.isNew) db.save(schoolYears, planned.year)
        db.save(groups, wanted)
      },
      ...keyWrites(planning, 'groups', group.id, record.keys),
    ],
  })
}

function changesOf(known: Group, wanted: Group) {
  const [from, to] = [known.yearGrades.join(', '), wanted.yearGrades.join(', ')]
  return [
    ...(known.name === wanted.name ? [] : [{ field: 'name', from: known.name, to: wanted.name }]),
    ...(from === to ? [] : [{ field: 'yearGrades', from, to }]),
  ]
}
