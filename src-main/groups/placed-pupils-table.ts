import { and, asc, eq, gte, isNull, or, type SQL } from 'drizzle-orm'
import {
  type Group,
  type GroupMembership,
  isMemberOn,
  runningYear,
  type SchoolYear,
} from '#shared/groups/group.ts'
import type { Day } from '#shared/platform/day.ts'
import { type Enrolment, type PupilId, type PupilStatus, statusOn } from '#shared/pupils/pupil.ts'
import { type MissingField, missingFields } from '#shared/pupils/required-fields.ts'
import { type FamilyFacts, readFamilyFacts } from '../families/families-table.ts'
import type { ReadDb } from '../platform/database.ts'
import { enrolments, pupils } from '../pupils/pupils-table.ts'
import { groups, memberships, schoolYears } from './groups-table.ts'

type Stay = Pick<Enrolment, 'startsOn' | 'endsOn'>

export type PlacedPupil = ReturnType<typeof readPupils>[number] & {
  readonly status: PupilStatus
  readonly stays: readonly Stay[]
  readonly groups: readonly Pick<Group, 'id' | 'name' | 'kind'>[]
  readonly missing: readonly MissingField[]
}

/**
 * The whole school as one derived table: each pupil who has not left, with the groups of a day in
 * a school year and with what is still missing. Names are bare: whoever shows one asks the mask.
 */
export function placedPupils(
  db: ReadDb,
  { day, year }: { readonly day: Day; readonly year: SchoolYear | undefined },
): readonly PlacedPupil[] {
  const placesByPupil = readPlaces(db, day, year)
  const staysByPupil = readStays(db)
  const factsOf = readFamilyFacts(db)
  return readPupils(db)
    .map((pupil) => {
      const places = placesByPupil.get(pupil.id) ?? []
      const isInClass = places.some(({ kind }) => kind === 'class')
      const stays = staysByPupil.get(pupil.id) ?? []
      const status = statusOn(day, stays)
      return {
        ...pupil,
        status,
        stays,
        groups: places.filter((place) => place.schoolYearId === year?.id && isMemberOn(day, place)),
        missing: missingFields({ pupil, status, isInClass, ...familyOf(factsOf(pupil.id)) }),
      }
    })
    .filter(({ status }) => status !== 'former')
}

/** `4A`, and `3A, 4A` for a pupil of two classes; lesson sets do not count. */
export function classNameOf({ groups }: Pick<PlacedPupil, 'groups'>) {
  return groups
    .filter(({ kind }) => kind === 'class')
    .map(({ name }) => name)
    .join(', ')
}

type When = { readonly today: Day }

/** The pupils who are in a class, or will be in one: those who miss no group. */
export const pupilsInClass = (db: ReadDb, when: When) => inClass(db, when, undefined)

export const isInClass = (db: ReadDb, id: PupilId, when: When) =>
  inClass(db, when, eq(memberships.pupilId, id)).has(id)

function inClass(db: ReadDb, { today }: When, only: SQL | undefined): ReadonlySet<PupilId> {
  const year = runningYear(db.select().from(schoolYears).all(), today)
  if (!year) return new Set()
  const rows = db
    .select({ pupilId: memberships.pupilId })
    .from(memberships)
    .innerJoin(groups, eq(groups.id, memberships.groupId))
    .innerJoin(schoolYears, eq(schoolYears.id, groups.schoolYearId))
    .where(and(only, eq(groups.kind, 'class'), isFromNowOn(today, year)))
    .values()
  return new Set(rows.map(([pupilId]) => pupilId))
}

/** A place in a group of this school year or of one after it, that has not ended. */
const isFromNowOn = (day: Day, year: SchoolYear) =>
  and(
    gte(schoolYears.startsOn, year.startsOn),
    or(isNull(memberships.until), gte(memberships.until, day)),
  )

// Arrays take half the time that objects do, for thousands of rows.
function readPupils(db: ReadDb) {
  const { id, firstName, prefix, lastName, sex, birthDate, protectionLevel, alias } = pupils
  return db
    .select({ id, firstName, prefix, lastName, sex, birthDate, protectionLevel, alias })
    .from(pupils)
    .where(isNull(pupils.mergedInto))
    .values()
    .map(([id, firstName, prefix, lastName, sex, birthDate, protectionLevel, alias]) => ({
      id,
      firstName,
      prefix,
      lastName,
      sex,
      birthDate,
      protectionLevel,
      alias,
    }))
}

function readStays(db: ReadDb) {
  const byPupil = new Map<PupilId, Stay[]>()
  const { pupilId, startsOn, endsOn } = enrolments
  const rows = db.select({ pupilId, startsOn, endsOn }).from(enrolments).values()
  for (const [id, first, last] of rows) {
    const stay = { startsOn: first, endsOn: last }
    const known = byPupil.get(id)
    if (known) known.push(stay)
    else byPupil.set(id, [stay])
  }
  return byPupil
}

/** The facts in the shape in which `missingFields` asks for rows. */
function familyOf(facts: FamilyFacts) {
  const household = facts.hasAddress ? { street: '-', town: '-' } : { street: null, town: null }
  const authority = facts.hasUnknownAuthority ? ('unknown' as const) : ('joint' as const)
  const guardian = { link: { authority }, phones: facts.hasGuardianPhone ? [facts] : [] }
  return { households: [{ household }], guardians: facts.hasGuardian ? [guardian] : [] }
}

type Place = Pick<Group, 'id' | 'name' | 'kind' | 'schoolYearId'> & Stretch
type Stretch = Pick<GroupMembership, 'from' | 'until'>

/** Who is, or will be, in which group: of this school year and those after it, by name of the group. */
function readPlaces(db: ReadDb, day: Day, year: SchoolYear | undefined) {
  const byPupil = new Map<PupilId, Place[]>()
  if (!year) return byPupil
  const years = db.select().from(schoolYears).where(gte(schoolYears.startsOn, year.startsOn)).all()
  const ids = new Set(years.map(({ id }) => id))
  const known = db.select().from(groups).orderBy(asc(groups.name)).all()
  const wanted = known.filter(({ schoolYearId }) => ids.has(schoolYearId))
  const rank = new Map(wanted.map(({ id }, index) => [id, index]))
  const { pupilId, groupId, from, until } = memberships
  const rows = db
    .select({ pupilId, groupId, from, until })
    .from(memberships)
    .where(or(isNull(until), gte(until, day)))
    .values()
    .flatMap(([pupil, group, first, last]) => {
      const at = rank.get(group)
      return at === undefined ? [] : [{ pupil, at, first, last }]
    })
    .sort((a, b) => a.at - b.at)
  for (const { pupil, at, first, last } of rows) {
    const group = wanted[at]
    if (!group) continue
    const { id, name, kind, schoolYearId } = group
    const place = { id, name, kind, schoolYearId, from: first, until: last }
    const places = byPupil.get(pupil)
    if (places) places.push(place)
    else byPupil.set(pupil, [place])
  }
  return byPupil
}
