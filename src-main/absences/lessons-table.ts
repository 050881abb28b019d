import { and, eq, gte, lte } from 'drizzle-orm'
import type { DayPart } from '#shared/absences/absence-mark.ts'
import { type LessonPart, lessonParts } from '#shared/absences/derive-mark.ts'
import { addDays, type Day } from '#shared/platform/day.ts'
import type { Country } from '#shared/platform/language.ts'
import type { PupilId } from '#shared/pupils/pupil.ts'
import {
  nextSchoolDay,
  schoolDayBefore,
  schoolDaysIn,
  shapeOn,
} from '#shared/school-days/calendar/calendar-questions.ts'
import type { SchoolCalendar } from '#shared/school-days/calendar/school-calendar.ts'
import { schoolDays } from '#shared/school-days/calendar/school-days.ts'
import { groups, memberships, schoolYears } from '../groups/groups-table.ts'
import type { ReadDb } from '../platform/database.ts'
import { dayExceptions, dayPatterns, pupilDayExceptions } from '../school-days/school-days-table.ts'

/** The lessons around a day, for groups and for pupils with days of their own. */
export type Lessons = {
  ofGroup(groupId: string, day: Day): readonly LessonPart[]
  ofPupil(pupil: { readonly id: string; readonly groupId: string }, day: Day): readonly LessonPart[]
  /** The last `count` school days of a group before a day, the oldest first. */
  daysBefore(groupId: string, day: Day, count: number): readonly Day[]
  /** Of the whole school. */
  readonly isSchoolDay: boolean
  readonly nextSchoolDay: Day | null
  readonly lastSchoolDay: Day | null
}

/** How far back and ahead holidays are looked past: the summer takes about nine weeks. */
const reach = 80

/** Reads only what touches the weeks around a day: a register must open at once. */
export function readLessons(db: ReadDb, day: Day, country: Country): Lessons {
  const from = addDays(day, -reach)
  const until = addDays(day, reach)
  const { startsOn, endsOn } = schoolYears
  const years = db
    .select({ startsOn, endsOn })
    .from(schoolYears)
    .where(and(lte(startsOn, until), gte(endsOn, from)))
    .all()
    .map((year) => ({
      startsOn: year.startsOn < from ? from : year.startsOn,
      endsOn: year.endsOn > until ? until : year.endsOn,
    }))
  const pupilExceptions = db
    .select()
    .from(pupilDayExceptions)
    .where(and(lte(pupilDayExceptions.startsOn, until), gte(pupilDayExceptions.endsOn, from)))
    .all()
  const days = schoolDays({
    country,
    years,
    patterns: db.select().from(dayPatterns).all(),
    exceptions: db
      .select()
      .from(dayExceptions)
      .where(and(lte(dayExceptions.startsOn, until), gte(dayExceptions.endsOn, from)))
      .all(),
    pupilExceptions,
  })
  const own = new Set<string>(pupilExceptions.map(({ pupilId }) => pupilId))
  return {
    ofGroup: (groupId, on) => lessonParts(shapeOn(days.ofGroup(groupId), on)),
    ofPupil({ id, groupId }, on) {
      const calendar = own.has(id)
        ? days.ofPupil(id, [{ groupId, from: null, until: null }])
        : days.ofGroup(groupId)
      return lessonParts(shapeOn(calendar, on))
    },
    daysBefore(groupId, on, count) {
      const known = schoolDaysIn(days.ofGroup(groupId), from, addDays(on, -1))
      return known.slice(-count)
    },
    isSchoolDay: shapeOn(days.ofSchool, day).minutes > 0,
    nextSchoolDay: nextSchoolDay(days.ofSchool, day),
    lastSchoolDay: schoolDayBefore(days.ofSchool, day, 1),
  }
}

/** The days of one pupil in a period, through the classes it was in. */
export function readPupilDays(
  db: ReadDb,
  pupilId: PupilId,
  { from, until }: { readonly from: Day; readonly until: Day },
  country: Country,
): SchoolCalendar {
  const classes = db
    .select({
      groupId: memberships.groupId,
      from: memberships.from,
      until: memberships.until,
      startsOn: schoolYears.startsOn,
      endsOn: schoolYears.endsOn,
    })
    .from(memberships)
    .innerJoin(groups, and(eq(groups.id, memberships.groupId), eq(groups.kind, 'class')))
    .innerJoin(schoolYears, eq(schoolYears.id, groups.schoolYearId))
    .where(
      and(
        eq(memberships.pupilId, pupilId),
        lte(schoolYears.startsOn, until),
        gte(schoolYears.endsOn, from),
      ),
    )
    .all()
  const own = eq(pupilDayExceptions.pupilId, pupilId)
  const days = schoolDays({
    country,
    years: classes,
    patterns: db.select().from(dayPatterns).all(),
    exceptions: db.select().from(dayExceptions).where(gte(dayExceptions.endsOn, from)).all(),
    pupilExceptions: db.select().from(pupilDayExceptions).where(own).all(),
  })
  const stays = classes.map(({ groupId, startsOn, endsOn, ...stay }) => ({
    groupId,
    from: stay.from ?? startsOn,
    until: stay.until ?? endsOn,
  }))
  return days.ofPupil(pupilId, stays)
}

/** The part that runs, or the last that ran today; of other days the first. */
export function runningPart(
  lessons: readonly LessonPart[],
  nowTime: string,
  day: Day,
  today: Day,
): DayPart {
  const begun = day === today ? lessons.filter(({ startsAt }) => startsAt <= nowTime) : []
  return (begun.at(-1) ?? lessons[0])?.part ?? 'morning'
}
