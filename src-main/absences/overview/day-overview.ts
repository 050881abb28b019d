import { codesOn } from '#shared/absences/absence-codes.ts'
import { dayParts } from '#shared/absences/absence-mark.ts'
import type { AbsencesContract, AbsencesToday } from '#shared/absences/absences-contract.ts'
import { clockTimeAt } from '#shared/absences/clock-time.ts'
import type { DayOverview } from '#shared/absences/day-overview.ts'
import { dayStateOf, isInBuilding } from '#shared/absences/day-overview.ts'
import { shownName } from '#shared/pupils/mask.ts'
import { seesEveryPupil } from '#shared/staff/rights.ts'
import type { Service } from '../../platform/database.ts'
import { followUpOf } from '../follow-up/follow-up.ts'
import { runningPart } from '../lessons-table.ts'
import { registerRows } from '../registers/list-registers.ts'
import { timeZoneOf } from '../registers/open-register.ts'
import { readSchoolDay } from '../school-day.ts'

type Queries = Service<AbsencesContract>

/** Groups against present, late, ill, leave, unexplained; and the number for a fire drill. */
export const dayOverview: Queries['dayOverview'] = (db, { day, part: wanted }, caller) => {
  const schoolDay = readSchoolDay(db, day, caller)
  const { groups, lessons, codes } = schoolDay
  const nowTime = clockTimeAt(caller.now, timeZoneOf(db))
  const [first] = groups
  const part =
    wanted ?? runningPart(first ? lessons.ofGroup(first.id, day) : [], nowTime, day, caller.today)
  const rows = registerRows(db, schoolDay, caller)
  const shown = groups.map(({ id, name, pupils }) => ({
    groupId: id,
    groupName: name,
    isClosed:
      rows
        .find(({ groupId }) => groupId === id)
        ?.parts.some((each) => each.part === part && each.closedAt !== null) ?? false,
    pupils: pupils.flatMap((pupil) =>
      schoolDay.marksOf(pupil.id, part).map((mark) => ({
        pupilId: pupil.id,
        name: shownName(pupil),
        state: dayStateOf(mark, codes),
        mark,
      })),
    ),
  }))
  return {
    day,
    isSchoolDay: lessons.isSchoolDay,
    nextSchoolDay: lessons.nextSchoolDay,
    lastSchoolDay: lessons.lastSchoolDay,
    part,
    parts: dayParts.filter((each) =>
      groups.some(({ id }) => lessons.ofGroup(id, day).some((lesson) => lesson.part === each)),
    ),
    groups: shown,
    inBuilding: inBuildingOf(shown, nowTime),
    codes: codesOn(codes, day),
  }
}

function inBuildingOf(groups: DayOverview['groups'], nowTime: string) {
  let seen = 0
  let notRegistered = 0
  for (const { isClosed, pupils } of groups) {
    for (const { mark } of pupils) {
      if (!isInBuilding(mark, nowTime)) continue
      if (isClosed || mark.source === 'teacher' || mark.source === 'office') seen += 1
      else notRegistered += 1
    }
  }
  return { seen, notRegistered }
}

/** The first screen's numbers, of the pupils the caller may see. */
export const today: Queries['today'] = (db, _input, caller) => {
  const schoolDay = readSchoolDay(db, caller.today, caller)
  const own = registerRows(db, schoolDay, caller)
  const follow = followUpOf(db, schoolDay, caller)
  const isTeacher = !seesEveryPupil(caller)
  return {
    day: caller.today,
    isSchoolDay: follow.isSchoolDay,
    nextSchoolDay: follow.nextSchoolDay,
    lastSchoolDay: follow.lastSchoolDay,
    callFrom: follow.callFrom,
    nowTime: follow.nowTime,
    expected: follow.counts.expected,
    present: follow.counts.present,
    unexplained: follow.toCall.length,
    escalated: follow.toCall.filter(({ state }) => state === 'escalated').length,
    openRegisters: follow.openGroups.length,
    toReview: follow.reviews.length,
    untold: follow.untold.length,
    ownOpen: isTeacher ? ownOpen(own) : [],
  }
}

const ownOpen = (rows: ReturnType<typeof registerRows>): AbsencesToday['ownOpen'] =>
  rows.flatMap(({ groupId, groupName, parts, isOwn }) =>
    parts
      .filter(({ closedAt, hasBegun }) => isOwn && closedAt === null && hasBegun)
      .map(({ part, remindedAt }) => ({
        groupId,
        groupName,
        part,
        isAskedFor: remindedAt !== null,
      })),
  )
