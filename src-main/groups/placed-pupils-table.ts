import { and, asc, eq, gte, isNull, or } from 'drizzle-orm'
import { type Group, isMemberOn, type SchoolYear } from '#shared/groups/group.ts'
import type { Day } from '#shared/platform/day.ts'
import { type Enrolment, type PupilStatus, statusOn } from '#shared/pupils/pupil.ts'
import { type MissingField, missingFields } from '#shared/pupils/required-fields.ts'
import { familyFacts } from '../families/families-table.ts'
import type { ReadDb } from '../platform/database.ts'
import { enrolments, pupils } from '../pupils/pupils-table.ts'
import { groups, memberships, schoolYears } from './groups-table.ts'

export type PlacedPupil = ReturnType<typeof readPupils>[number] & {
  readonly status: PupilStatus
  readonly enrolments: readonly Enrolment[]
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
  const enrolled = Map.groupBy(db.select().from(enrolments).all(), ({ pupilId }) => pupilId)
  return readPupils(db)
    .map((pupil) => {
      const places = placesByPupil.get(pupil.id) ?? []
      // A pupil who has yet to start is placed in a group of later on.
      const hasGroup = places.some(({ kind }) => kind === 'class')
      const own = enrolled.get(pupil.id) ?? []
      return {
        ...pupil,
        status: statusOn(day, own),
        enrolments: own,
        groups: places.filter((place) => place.schoolYearId === year?.id && isMemberOn(day, place)),
        missing: missingFields({ pupil, hasGroup, ...familyOf(pupil) }),
      }
    })
    .filter(({ status }) => status !== 'former')
}

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
    .where(
      and(
        gte(schoolYears.startsOn, year.startsOn),
        or(isNull(memberships.until), gte(memberships.until, day)),
      ),
    )
    .orderBy(asc(groups.name))
    .all()
}
