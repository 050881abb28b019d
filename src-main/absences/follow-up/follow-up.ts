import { eq } from 'drizzle-orm'
import { type AbsenceMark, type DayPart, isUnexplained } from '#shared/absences/absence-mark.ts'
import type { AbsencesContract } from '#shared/absences/absences-contract.ts'
import { clockTimeAt } from '#shared/absences/clock-time.ts'
import { countsAsTold } from '#shared/absences/follow-up/absence-notice.ts'
import { wasReached } from '#shared/absences/follow-up/call-attempt.ts'
import {
  type FollowUp,
  type FollowUpRow,
  followUpState,
  nextTarget,
  type UntoldRow,
} from '#shared/absences/follow-up/follow-up.ts'
import { hidesAddress, shownName } from '#shared/pupils/mask.ts'
import { displayName } from '#shared/pupils/person-name.ts'
import type { Context, ReadDb, Service } from '../../platform/database.ts'
import { absenceDays, absenceNotices, callAttempts } from '../absences-table.ts'
import { type DayPupil, readAbsenceSettings } from '../day-marks-table.ts'
import { runningPart } from '../lessons-table.ts'
import { registerRows } from '../registers/list-registers.ts'
import { reportedLine, staffNames, timeZoneOf } from '../registers/open-register.ts'
import { readSchoolDay, type SchoolDay } from '../school-day.ts'
import { callTargets, reachableGuardians } from './call-targets.ts'

/** Expected − present − reported = to call: the list of nine o'clock. */
export const followUp: Service<AbsencesContract>['followUp'] = (db, { day }, caller) => {
  const schoolDay = readSchoolDay(db, day, caller)
  return followUpOf(db, schoolDay, caller)
}

export function followUpOf(db: ReadDb, schoolDay: SchoolDay, caller: Context): FollowUp {
  const { day, lessons, groups } = schoolDay
  const settings = readAbsenceSettings(db)
  const nowTime = clockTimeAt(caller.now, timeZoneOf(db))
  const registers = registerRows(db, schoolDay, caller)
  const part = partOf(schoolDay, nowTime, caller)
  const missing = unexplainedOf(schoolDay)
  const about = readAbout(db, schoolDay, missing, caller)
  const openGroups = registers.flatMap(({ parts, ...group }) =>
    parts
      .filter(({ closedAt, hasBegun }) => closedAt === null && hasBegun)
      .map((each) => ({
        groupId: group.groupId,
        groupName: group.groupName,
        part: each.part,
        pupilCount: group.pupilCount,
        teachers: group.teachers,
        remindedAt: each.remindedAt,
      })),
  )
  const finished = db.select().from(absenceDays).where(eq(absenceDays.day, day)).get()
  const names = staffNames(db)
  return {
    day,
    isSchoolDay: lessons.isSchoolDay,
    nextSchoolDay: lessons.nextSchoolDay,
    lastSchoolDay: lessons.lastSchoolDay,
    part,
    nowTime,
    callFrom: settings.callFrom,
    counts: countsOf(
      schoolDay,
      part,
      new Set(openGroups.filter((open) => open.part === part).map(({ groupId }) => groupId)),
    ),
    toCall: missing.map((each) =>
      rowOf(each, about, { ...settings, nowTime, timeZone: timeZoneOf(db) }),
    ),
    openGroups,
    reviews: groups.flatMap(({ name, pupils }) =>
      pupils.flatMap((pupil) =>
        marksOfDay(schoolDay, pupil)
          .filter(({ review }) => review !== null)
          .map((mark) => ({
            pupilId: pupil.id,
            name: shownName(pupil),
            groupName: name,
            mark,
            reported: reportedLine(schoolDay.said, pupil, day, mark.part),
          })),
      ),
    ),
    untold: caller.country === 'se' ? untoldOf(db, schoolDay, about.toldPupils) : [],
    finished: finished?.finishedAt
      ? { at: finished.finishedAt, by: names.get(finished.finishedBy ?? '') ?? '' }
      : null,
  }
}

export const marksOfDay = (schoolDay: SchoolDay, { id }: Pick<DayPupil, 'id'>) =>
  (['morning', 'afternoon'] as const).flatMap((part) => schoolDay.marksOf(id, part))

/** The part that runs in most groups. */
function partOf({ groups, lessons, day }: SchoolDay, nowTime: string, { today }: Context): DayPart {
  const parts = groups.map(({ id }) => runningPart(lessons.ofGroup(id, day), nowTime, day, today))
  const afternoons = parts.filter((part) => part === 'afternoon').length
  return afternoons > parts.length / 2 ? 'afternoon' : 'morning'
}

type Missing = {
  readonly pupil: DayPupil
  readonly groupName: string
  readonly marks: readonly AbsenceMark[]
  readonly since: string
}

function unexplainedOf(schoolDay: SchoolDay): readonly Missing[] {
  const { groups, said, day } = schoolDay
  return groups
    .flatMap(({ name, pupils }) =>
      pupils.flatMap((pupil) => {
        const marks = marksOfDay(schoolDay, pupil).filter(isUnexplained)
        const [first] = marks
        if (!first) return []
        const seen = said.observationOf(pupil.id, day, first.part)
        const decided = said.decisionOf(pupil.id, day, first.part)
        return [{ pupil, groupName: name, marks, since: seen?.at ?? decided?.at ?? '' }]
      }),
    )
    .toSorted((a, b) => a.since.localeCompare(b.since))
}

type About = ReturnType<typeof readAbout>

function readAbout(db: ReadDb, { day }: SchoolDay, missing: readonly Missing[], caller: Context) {
  const ids = missing.map(({ pupil }) => pupil.id)
  const calls = db.select().from(callAttempts).where(eq(callAttempts.day, day)).all()
  const notices = db.select().from(absenceNotices).where(eq(absenceNotices.day, day)).all()
  const toldPupils = new Set([
    ...notices.filter(countsAsTold).map(({ pupilId }) => pupilId),
    // Only who answers for the child counts as told: no grandmother, no voicemail.
    ...calls
      .filter(({ result, guardianId }) => guardianId !== null && wasReached(result))
      .map(({ pupilId }) => pupilId),
  ])
  return {
    targets: callTargets(db, ids, day),
    calls: Map.groupBy(
      calls.toSorted((a, b) => a.at.localeCompare(b.at)),
      ({ pupilId }) => pupilId,
    ),
    toldPupils,
    names: staffNames(db),
    caller,
  }
}

type Clock = {
  readonly nowTime: string
  readonly callFrom: string
  readonly escalateMinutes: number
  readonly timeZone: string
}

function rowOf(
  { pupil, groupName, marks, since }: Missing,
  about: About,
  clock: Clock,
): FollowUpRow {
  const isHidden = hidesAddress(pupil)
  const targets = isHidden ? [] : (about.targets.get(pupil.id) ?? [])
  const calls = about.calls.get(pupil.id) ?? []
  const sinceTime = since ? clockTimeAt(since, clock.timeZone) : '00:00'
  return {
    pupilId: pupil.id,
    name: shownName(pupil),
    groupName,
    parts: marks.map(({ part }) => part),
    state: followUpState(calls, { ...clock, sinceTime }),
    since,
    isHidden,
    targets,
    next: nextTarget(targets, calls),
    calls: calls.map((call) => ({
      at: call.at,
      result: call.result,
      note: call.note,
      staffName: about.names.get(call.staffId) ?? '',
      targetName:
        targets.find(
          ({ guardianId, contactId }) =>
            guardianId === call.guardianId && contactId === call.contactId,
        )?.name ?? '',
    })),
    isTold: about.toldPupils.has(pupil.id),
  }
}

function countsOf(
  schoolDay: SchoolDay,
  part: DayPart,
  open: ReadonlySet<string>,
): FollowUp['counts'] {
  const counts = { expected: 0, present: 0, reported: 0, unexplained: 0, notRegistered: 0 }
  for (const { id, pupils } of schoolDay.groups) {
    for (const pupil of pupils) {
      for (const mark of schoolDay.marksOf(pupil.id, part)) {
        counts.expected += 1
        if (isUnexplained(mark)) counts.unexplained += 1
        else if (mark.kind === 'absent') counts.reported += 1
        else if (open.has(id) && mark.source === 'nobody') counts.notRegistered += 1
        else counts.present += 1
      }
    }
  }
  return counts
}

/** Absences that are not valid and of which no guardian heard today (skollagen 7:17). */
function untoldOf(
  db: ReadDb,
  schoolDay: SchoolDay,
  told: ReadonlySet<string>,
): readonly UntoldRow[] {
  const found = schoolDay.groups.flatMap(({ name, pupils }) =>
    pupils.flatMap((pupil) => {
      const mark = marksOfDay(schoolDay, pupil).find(isInvalid)
      return mark && !told.has(pupil.id) ? [{ pupil, groupName: name, part: mark.part }] : []
    }),
  )
  if (found.length === 0) return []
  const guardians = reachableGuardians(
    db,
    found.map(({ pupil }) => pupil.id),
  )
  return found.map(({ pupil, groupName, part }) => ({
    pupilId: pupil.id,
    name: shownName(pupil),
    groupName,
    part,
    guardians: guardians
      .filter(({ link }) => link.pupilId === pupil.id)
      .map(({ guardian }) => ({ guardianId: guardian.id, name: displayName(guardian) })),
  }))
}

const isInvalid = ({ spells }: AbsenceMark) =>
  spells.some(
    ({ kind, code, isAuthorised }) =>
      kind === 'absent' && (code === null || isAuthorised === false),
  )
