import { and, eq, gte, lte } from 'drizzle-orm'
import { runningYear } from '#shared/groups/group.ts'
import type { LeaveRequest } from '#shared/leave/leave-request.ts'
import { addDays, type Day } from '#shared/platform/day.ts'
import type { Country } from '#shared/platform/language.ts'
import type { PupilId } from '#shared/pupils/pupil.ts'
import {
  countSchoolDays,
  isSchoolDay,
  partMinutes,
  schoolDaysIn,
} from '#shared/school-days/calendar/calendar-questions.ts'
import { schoolDays } from '#shared/school-days/calendar/school-days.ts'
import { groups, memberships, schoolYears } from '../groups/groups-table.ts'
import type { ReadDb } from '../platform/database.ts'
import { dayExceptions, dayPatterns, pupilDayExceptions } from '../school-days/school-days-table.ts'

type Asked = Pick<LeaveRequest, 'from' | 'until' | 'part'>

export type LeaveDays = {
  /** First and last day of the school year that the day lies in. */
  readonly year: { readonly from: Day; readonly until: Day }
  /** The first day with lessons of that year. */
  readonly yearBegins: Day
  /** School days of a pupil in a request; half a day is a half. */
  countOf(pupilId: PupilId, asked: Asked): number
  classOf(pupilId: PupilId): string
}

/** The lessons of the school year of a day, for the pupils of a request. */
export function readLeaveDays(db: ReadDb, day: Day, country: Country): LeaveDays {
  const years = db.select().from(schoolYears).all()
  const running = runningYear(years, day)
  const year = { from: running?.startsOn ?? day, until: running?.endsOn ?? day }
  const made = schoolDays({
    country,
    years,
    patterns: db.select().from(dayPatterns).all(),
    exceptions: db.select().from(dayExceptions).where(gte(dayExceptions.endsOn, year.from)).all(),
    pupilExceptions: db.select().from(pupilDayExceptions).all(),
  })
  const placesOf = (pupilId: PupilId) =>
    db
      .select({
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
          eq(memberships.pupilId, pupilId),
          eq(groups.kind, 'class'),
          lte(schoolYears.startsOn, year.until),
        ),
      )
      .all()
      .toSorted((a, b) => a.startsOn.localeCompare(b.startsOn))
  const first = schoolDaysIn(made.ofSchool, year.from, addDays(year.from, 90))[0]
  return {
    year,
    yearBegins: first ?? year.from,
    classOf: (pupilId) => placesOf(pupilId).at(-1)?.groupName ?? '',
    countOf(pupilId, { from, until, part }) {
      const places = placesOf(pupilId).map((place) => ({
        groupId: place.groupId,
        from: place.from ?? place.startsOn,
        until: place.until ?? place.endsOn,
      }))
      // Who has no class yet, or not for that year, has the days of the school.
      const isPlaced = places.some((place) => place.from <= from && place.until >= from)
      const calendar = isPlaced ? made.ofPupil(pupilId, places) : made.ofSchool
      if (part === 'day') return countSchoolDays(calendar, from, until)
      return isSchoolDay(calendar, from) && partMinutes(calendar, from, part) > 0 ? 0.5 : 0
    },
  }
}
