import { eq } from 'drizzle-orm'
import type { SchoolYear, SchoolYearId } from '#shared/groups/group.ts'
import { ok, refuse } from '#shared/platform/result.ts'
import {
  type HolidayProposal,
  type HolidayRegion,
  isTaken,
  regionsOf,
} from '#shared/school-days/holiday-proposal.ts'
import { proposedFor } from '#shared/school-days/presets/holiday-proposals.ts'
import type { SchoolDaysContract } from '#shared/school-days/school-days-contract.ts'
import { schoolYears } from '../groups/groups-table.ts'
import type { ReadDb, Service } from '../platform/database.ts'
import { linkId } from '../platform/ids.ts'
import { schools } from '../school/school-table.ts'
import { dayExceptions } from './school-days-table.ts'

type Handlers = Service<SchoolDaysContract>

export const listProposals: Handlers['proposals'] = (db, { region, schoolYearId }, { country }) => {
  const year = findYear(db, schoolYearId)
  const regions = region ? [region] : regionsOf(country)
  if (!year) return { region: regions[0] ?? null, proposals: [] }
  const listed = regions.map((each) => ({ region: each, proposals: proposalsOf(db, each, year) }))
  const taken = (each: (typeof listed)[number]) => each.proposals.filter(isTaken).length
  // The first of the regions that fit best: where nothing is taken yet, the country's first.
  return listed.toSorted((a, b) => taken(b) - taken(a))[0] ?? { region: null, proposals: [] }
}

export const acceptProposals: Handlers['acceptProposals'] = (
  db,
  { region, schoolYearId, keys },
) => {
  const year = findYear(db, schoolYearId)
  if (!year) return refuse('year.not-found')
  const wanted = new Set(keys)
  const taken = proposalsOf(db, region, year).filter(({ key }) => wanted.has(key))
  for (const { key, kind, name, startsOn, endsOn } of taken) {
    const known = findTaken(db, key)
    const own = known ?? { name, part: 'all' as const, hours: null, groupIds: null }
    const id = known?.id ?? exceptionIdOf(key)
    db.save(dayExceptions, { ...own, id, kind, startsOn, endsOn, presetKey: key })
  }
  db.describe(year.name)
  return ok(taken.length)
}

/** One row for a holiday of the data, also when two desks take it over offline. */
export const exceptionIdOf = (key: string) => linkId('dayExceptions', key)

function proposalsOf(
  db: ReadDb,
  region: HolidayRegion,
  year: SchoolYear,
): readonly HolidayProposal[] {
  const language = db.select().from(schools).get()?.language ?? 'nl'
  return proposedFor(region, year, language).map((proposed) => {
    const known = findTaken(db, proposed.key)
    const days = known ? { startsOn: known.startsOn, endsOn: known.endsOn } : null
    return { ...proposed, known: days }
  })
}

const findTaken = (db: ReadDb, key: string) =>
  db
    .select()
    .from(dayExceptions)
    .where(eq(dayExceptions.id, exceptionIdOf(key)))
    .get()

const findYear = (db: ReadDb, id: SchoolYearId) =>
  db.select().from(schoolYears).where(eq(schoolYears.id, id)).get()
