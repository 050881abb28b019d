import { eq, inArray } from 'drizzle-orm'
import { figuresWith } from '#shared/counters/figures.ts'
import { checkLeave } from '#shared/leave/check-leave.ts'
import {
  answerOf,
  type ConsentState,
  consentState,
  holdsAuthority,
} from '#shared/leave/leave-consent.ts'
import type { EarlierLeave, LeaveChild, LeaveHolder } from '#shared/leave/leave-contract.ts'
import { ruleOf } from '#shared/leave/leave-kind.ts'
import { type LeaveConsent, type LeaveRequest, stateOf } from '#shared/leave/leave-request.ts'
import { usualLeaveSettings } from '#shared/leave/leave-settings.ts'
import { dayAt } from '#shared/platform/day.ts'
import { shownName } from '#shared/pupils/mask.ts'
import { displayName } from '#shared/pupils/person-name.ts'
import type { PupilId } from '#shared/pupils/pupil.ts'
import { counterFigures } from '../counters/counters-table.ts'
import { guardianLinks, guardians } from '../families/families-table.ts'
import type { Context, ReadDb } from '../platform/database.ts'
import { pupils } from '../pupils/pupils-table.ts'
import { schools } from '../school/school-table.ts'
import { readLeaveDays } from './leave-days.ts'
import { leaveConsents, leaveRequests, leaveSettings } from './leave-table.ts'

export const readSettings = (db: ReadDb, country: string) =>
  db.select().from(leaveSettings).get() ?? usualLeaveSettings(country)

/** The children of a request, in the order in which they were written. */
export function findRequest(db: ReadDb, requestId: string): readonly LeaveRequest[] {
  return db
    .select()
    .from(leaveRequests)
    .where(eq(leaveRequests.requestId, requestId))
    .all()
    .toSorted((a, b) => a.id.localeCompare(b.id))
}

/** One child of a request with everything that a decision is weighed by. */
export function readChild(db: ReadDb, request: LeaveRequest, caller: Context): LeaveChild {
  const { pupilId } = request
  const { country } = caller
  const days = readLeaveDays(db, request.from, country)
  const figureOf = figuresWith(db.select().from(counterFigures).all())
  const settings = readSettings(db, country)
  const timeZone = db.select().from(schools).get()?.timeZone ?? 'UTC'
  const consents = db
    .select()
    .from(leaveConsents)
    .where(eq(leaveConsents.leaveId, request.id))
    .all()
  const links = readHolders(db, pupilId, request, consents)
  const consent: ConsentState = settings.asksEverybody
    ? consentState(request, consents, links.known)
    : links.holders.some(({ answer }) => answer === 'objects')
      ? 'objected'
      : 'not-asked'
  const others = earlierOf(db, request, days)
  const schoolDays = days.countOf(pupilId, request)
  const counted = others.filter((earlier) => ruleOf(country, earlier.kind)?.countsToLimit)
  const daysThisYear = counted.reduce((sum, earlier) => sum + earlier.schoolDays, 0)
  const check = checkLeave({
    country,
    fields: request,
    askedOn: dayAt(request.askedAt, timeZone),
    schoolDays,
    daysThisYear,
    holidaysThisYear: others.filter(
      ({ kind, schoolDays: granted }) => kind === 'profession-holiday' && granted > 0,
    ).length,
    yearBegins: days.yearBegins,
    consent,
    figureOf,
  })
  const pupil = db.select().from(pupils).where(eq(pupils.id, pupilId)).get()
  return {
    leaveId: request.id,
    pupilId,
    name: pupil ? shownName(pupil) : '',
    groupName: days.classOf(pupilId),
    state: stateOf(request),
    schoolDays,
    daysThisYear,
    limit: limitOf(country, figureOf),
    earlier: others,
    check,
    consent,
    holders: links.holders,
    decision: request.decision,
  }
}

function limitOf(country: Context['country'], figureOf: ReturnType<typeof figuresWith>) {
  if (country === 'be') return null
  return figureOf(country === 'nl' ? 'nl.leave-days' : 'se.leave-days')
}

/** What was asked before for the same child in the same school year, with the days that were granted. */
function earlierOf(
  db: ReadDb,
  request: LeaveRequest,
  days: ReturnType<typeof readLeaveDays>,
): readonly EarlierLeave[] {
  const rows: LeaveRequest[] = db
    .select()
    .from(leaveRequests)
    .where(eq(leaveRequests.pupilId, request.pupilId))
    .all()
  return rows
    .filter(
      ({ id, from }) => id !== request.id && from >= days.year.from && from <= days.year.until,
    )
    .toSorted((a, b) => a.from.localeCompare(b.from))
    .map((earlier): EarlierLeave => {
      const { kind, from, until, part, decision } = earlier
      const granted =
        decision?.from && decision.until
          ? days.countOf(request.pupilId, { from: decision.from, until: decision.until, part })
          : 0
      return { kind, from, until, state: stateOf(earlier), schoolDays: granted }
    })
}

function readHolders(
  db: ReadDb,
  pupilId: PupilId,
  request: LeaveRequest,
  consents: readonly LeaveConsent[],
) {
  const rows = db
    .select()
    .from(guardianLinks)
    .innerJoin(guardians, eq(guardians.id, guardianLinks.guardianId))
    .where(eq(guardianLinks.pupilId, pupilId))
    .all()
    .filter(({ guardianLinks: link }) => !link.noContact)
    .toSorted((a, b) => a.guardianLinks.contactOrder - b.guardianLinks.contactOrder)
  const known = rows.map(({ guardianLinks: { guardianId, authority } }) => ({
    guardianId,
    authority,
  }))
  const holders = rows.map(
    ({ guardianLinks: link, guardians: guardian }): LeaveHolder => ({
      guardianId: guardian.id,
      name: displayName(guardian),
      relation: link.relation,
      answer: answerOf(request, consents, guardian.id),
      holdsAuthority: holdsAuthority(link),
    }),
  )
  return { known, holders }
}

/** The names of who asked: a guardian, or somebody of the office. */
export function guardianNames(db: ReadDb, ids: readonly string[]) {
  const wanted = new Set(ids)
  const rows = db.select().from(guardians).all()
  return new Map(
    rows.filter(({ id }) => wanted.has(id)).map((row) => [String(row.id), displayName(row)]),
  )
}

export const pupilsOf = (db: ReadDb, ids: readonly PupilId[]) =>
  db
    .select()
    .from(pupils)
    .where(inArray(pupils.id, [...ids]))
    .all()
