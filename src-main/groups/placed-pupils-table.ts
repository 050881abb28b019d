import { and, asc, eq, gte, isNull, or, type SQL } from 'drizzle-orm'
import { type Group, isMemberOn, runningYear, type SchoolYear } from '#shared/groups/group.ts'
import type { Day } from '#shared/platform/day.ts'
import { type Enrolment, type PupilId, type PupilStatus, statusOn } from '#shared/pupils/pupil.ts'
import { type MissingField, missingFields } from '#shared/pupils/required-fields.ts'
import { familyFacts } from '../families/families-table.ts'
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
  const placesByPupil = Map.groupBy(readPlaces(db, day, year), ({ pupilId }) => pupilId)
  const staysByPupil = readStays(db)
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
        missing: missingFields({ pupil, status, isInClass, ...familyOf(pupil) }),
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

function readPupils(db: ReadDb) {
  return db
    .select({
      id: pupils.id,
      firstName: pupils.firstName,
      prefix: pupils.prefix,
      lastName: pupils.lastName,
      sex: pupils.sex,
      birthDate: pupils.birthDate,
      protectionLevel: pupils.protectionLevel,
      alias: pupils.alias,
      ...familyFacts,
    })
    .from(pupils)
    .where(isNull(pupils.mergedInto))
    .all()
}

function readStays(db: ReadDb) {
  const byPupil = new Map<PupilId, Stay[]>()
  const { pupilId, startsOn, endsOn } = enrolments
  // Arrays take half the time that objects do, for thousands of rows.
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
function familyOf(facts: ReturnType<typeof readPupils>[number]) {
  const household = facts.hasAddress ? { street: '-', town: '-' } : { street: null, town: null }
  const authority = facts.hasUnknownAuthority ? ('unknown' as const) : ('joint' as const)
  const guardian = { link: { authority }, phones: facts.hasGuardianPhone ? [facts] : [] }
  return { households: [{ household }], guardians: facts.guardianCount > 0 ? [guardian] : [] }
}

/** Who is, or will be, in which group: of this school year and those after it. */
function readPlaces(db: ReadDb, day: Day, year: SchoolYear | undefined) {
  if (!year) return []
  return db
    .select({
      pupilId: memberships.pupilId,
      from: memberships.from,
      until: memberships.until,
      schoolYearId: groups.schoolYearId,
      id: groups.id,
      name: groups.name,
      kind: groups.kind,
    })
    .from(memberships)
    .innerJoin(groups, eq(groups.id, memberships.groupId))
    .innerJoin(schoolYears, eq(schoolYears.id, groups.schoolYearId))
    .where(isFromNowOn(day, year))
    .orderBy(asc(groups.name))
    .all()
}
