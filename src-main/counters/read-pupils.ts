import { and, eq, gte, isNull, lte } from 'drizzle-orm'
import type { Days } from '#shared/counters/counter.ts'
import type { GroupId, SchoolYear } from '#shared/groups/group.ts'
import type { Day } from '#shared/platform/day.ts'
import type { PupilId } from '#shared/pupils/pupil.ts'
import { groups, memberships, schoolYears } from '../groups/groups-table.ts'
import type { ReadDb } from '../platform/database.ts'
import { enrolments, pupils } from '../pupils/pupils-table.ts'

/** The names of a pupil, bare: whoever shows one asks the mask. */
export type CountedPupil = ReturnType<typeof readPupils>[number]

export function readPupils(db: ReadDb, only: PupilId | null) {
  const { id, firstName, prefix, lastName, birthDate, protectionLevel, alias } = pupils
  return db
    .select({ id, firstName, prefix, lastName, birthDate, protectionLevel, alias })
    .from(pupils)
    .where(and(isNull(pupils.mergedInto), only ? eq(id, only) : undefined))
    .values()
    .map(([id, firstName, prefix, lastName, birthDate, protectionLevel, alias]) => ({
      id,
      firstName,
      prefix,
      lastName,
      birthDate,
      protectionLevel,
      alias,
    }))
}

export type ClassTime = Days & { readonly groupId: GroupId; readonly groupName: string }

/** The classes a pupil was in since a day, each within the bounds of its school year. */
export function readClasses(db: ReadDb, since: Day, only: PupilId | null) {
  const rows = db
    .select({
      pupilId: memberships.pupilId,
      groupId: groups.id,
      groupName: groups.name,
      from: memberships.from,
      until: memberships.until,
      startsOn: schoolYears.startsOn,
      endsOn: schoolYears.endsOn,
    })
    .from(memberships)
    .innerJoin(groups, eq(groups.id, memberships.groupId))
    .innerJoin(schoolYears, eq(schoolYears.id, groups.schoolYearId))
    .where(
      and(
        eq(groups.kind, 'class'),
        gte(schoolYears.endsOn, since),
        only ? eq(memberships.pupilId, only) : undefined,
      ),
    )
    .values()
  const byPupil = new Map<PupilId, ClassTime[]>()
  for (const [pupilId, groupId, groupName, from, until, startsOn, endsOn] of rows) {
    const time = {
      groupId,
      groupName,
      from: from !== null && from > startsOn ? from : startsOn,
      until: until !== null && until < endsOn ? until : endsOn,
    }
    const known = byPupil.get(pupilId)
    if (known) known.push(time)
    else byPupil.set(pupilId, [time])
  }
  for (const times of byPupil.values()) times.sort((a, b) => (a.from < b.from ? -1 : 1))
  return byPupil
}

/** The first day of the stay that a child is in; absent where nobody wrote one. */
export function readFirstDays(db: ReadDb, today: Day, only: PupilId | null) {
  const rows = db
    .select({ pupilId: enrolments.pupilId, startsOn: enrolments.startsOn })
    .from(enrolments)
    .where(and(lte(enrolments.startsOn, today), only ? eq(enrolments.pupilId, only) : undefined))
    .all()
  const firstDays = new Map<PupilId, Day>()
  for (const { pupilId, startsOn } of rows) {
    const known = firstDays.get(pupilId)
    if (startsOn && (!known || startsOn > known)) firstDays.set(pupilId, startsOn)
  }
  return firstDays
}

/** The school years that are looked at: the one of today and the one before it, oldest first. */
export function yearsOf(db: ReadDb, running: SchoolYear | undefined) {
  if (!running) return []
  const years = db
    .select()
    .from(schoolYears)
    .where(lte(schoolYears.startsOn, running.startsOn))
    .all()
  return years.toSorted((a, b) => a.startsOn.localeCompare(b.startsOn)).slice(-2)
}
