import { runningYear, type SchoolYear } from '#shared/groups/group.ts'
import { type GroupRow, groupsContract } from '#shared/groups/groups-contract.ts'
import type { Day } from '#shared/platform/day.ts'
import { sessionContract } from '#shared/staff/staff-contract.ts'
import { connect } from '../platform/client.ts'

export const groups = connect(groupsContract)
const session = connect(sessionContract)

/** Counts and gaps of a group depend on its pupils and their families. */
export const groupTables = [
  'groups',
  'schoolYears',
  'groupStaff',
  'staff',
  'memberships',
  'pupils',
  'enrolments',
  'guardianLinks',
  'residences',
  'households',
  'phones',
]

export type YearWithGroups = {
  readonly years: readonly SchoolYear[]
  /** The year shown: the one asked for, else the running one; null before the first. */
  readonly year: SchoolYear | null
  readonly rows: readonly GroupRow[]
}

type Question = {
  readonly wanted: string | null
  readonly today: Day
  /** Of the others a teacher may see no pupil, so they would only be in the way. */
  readonly isOwnOnly: boolean
}

export async function readYear({ wanted, today, isOwnOnly }: Question): Promise<YearWithGroups> {
  const years = await groups.years({})
  const year = years.find(({ id }) => id === wanted) ?? runningYear(years, today) ?? null
  const rows = year ? await groups.list({ schoolYearId: year.id }) : []
  return { years, year, rows: isOwnOnly ? await ownOf(rows) : rows }
}

async function ownOf(rows: readonly GroupRow[]) {
  const me = await session.current({})
  return rows.filter(({ staff }) => staff.some(({ id }) => id === me?.staffId))
}

/** One group, whatever its school year; null when it is gone or not for this viewer. */
export async function readGroup(id: string): Promise<GroupRow | null> {
  const isIt = (group: GroupRow) => group.id === id
  const running = (await groups.list({ schoolYearId: null })).find(isIt)
  if (running) return running
  const years = await groups.years({})
  const lists = await Promise.all(years.map((year) => groups.list({ schoolYearId: year.id })))
  return lists.flat().find(isIt) ?? null
}
