import { and, eq, gte, inArray, isNull, lte, or } from 'drizzle-orm'
import type { SchoolDaysContract } from '#shared/school-days/school-days-contract.ts'
import { absenceReports, registers } from '../absences/absences-table.ts'
import { calendarEvents } from '../calendar/calendar-table.ts'
import { memberships } from '../groups/groups-table.ts'
import { meetingDays } from '../meetings/meetings-table.ts'
import type { Service } from '../platform/database.ts'

/**
 * What lies on days that are about to change: registers, reports that still hold, rounds of meetings
 * and appointments. Counts only, so that the office knows whom to tell.
 */
export const countTouched: Service<SchoolDaysContract>['touched'] = (
  db,
  { startsOn, endsOn, groupIds },
) => {
  const ofGroups = groupIds ? inArray(registers.groupId, groupIds) : undefined
  const inGroups = groupIds
    ? inArray(
        absenceReports.pupilId,
        db
          .select({ pupilId: memberships.pupilId })
          .from(memberships)
          .where(inArray(memberships.groupId, groupIds)),
      )
    : undefined
  const held = db
    .select({ id: registers.id })
    .from(registers)
    .where(and(gte(registers.day, startsOn), lte(registers.day, endsOn), ofGroups))
    .all()
  const reported = db
    .select({ id: absenceReports.id })
    .from(absenceReports)
    .where(
      and(
        isNull(absenceReports.withdrawnAt),
        lte(absenceReports.from, endsOn),
        or(isNull(absenceReports.until), gte(absenceReports.until, startsOn)),
        inGroups,
      ),
    )
    .all()
  // Moments are in UTC; the few hours between it and the school's clock do not matter for a warning.
  const events = db
    .select({ id: calendarEvents.id })
    .from(calendarEvents)
    .where(
      and(
        isNull(calendarEvents.recurrence),
        eq(calendarEvents.isCancelled, false),
        lte(calendarEvents.startsAt, `${endsOn}T23:59:59Z`),
        gte(calendarEvents.endsAt, `${startsOn}T00:00:01Z`),
      ),
    )
    .all()
  const rounds = db
    .select({ id: meetingDays.roundId })
    .from(meetingDays)
    .where(and(gte(meetingDays.day, startsOn), lte(meetingDays.day, endsOn)))
    .all()
  return {
    registers: held.length,
    reports: reported.length,
    rounds: new Set(rounds.map(({ id }) => id)).size,
    events: events.length,
  }
}
