import { eq, inArray } from 'drizzle-orm'
import { codesOn } from '#shared/absences/absence-codes.ts'
import type { AbsenceMark, DayPart } from '#shared/absences/absence-mark.ts'
import { covers } from '#shared/absences/absence-report.ts'
import type { AbsencesContract } from '#shared/absences/absences-contract.ts'
import { clockTimeAt } from '#shared/absences/clock-time.ts'
import type { RegisterPupil, ReportedLine } from '#shared/absences/registers/register-view.ts'
import type { GroupId } from '#shared/groups/group.ts'
import type { Day } from '#shared/platform/day.ts'
import { ok, refuse } from '#shared/platform/result.ts'
import { shownName, shownSortName } from '#shared/pupils/mask.ts'
import { displayName, sortedByName } from '#shared/pupils/person-name.ts'
import { groups, whoIsVisible } from '../../groups/groups-table.ts'
import type { Context, ReadDb, Service } from '../../platform/database.ts'
import { schools } from '../../school/school-table.ts'
import { staff } from '../../staff/staff-table.ts'
import { seats } from '../absences-table.ts'
import {
  type DayPupil,
  markOf,
  pupilsOnDay,
  readCodeBook,
  readSaid,
  type Said,
} from '../day-marks-table.ts'
import { type Lessons, readLessons, runningPart } from '../lessons-table.ts'
import { mayWriteRegister, registerOf } from './register-rights.ts'

const shownDays = 5

/** The register of a group with everything that was said before anybody touched it. */
export const openRegister: Service<AbsencesContract>['openRegister'] = (db, wanted, caller) => {
  const { groupId, day } = wanted
  const group = db.select().from(groups).where(eq(groups.id, groupId)).get()
  if (!group) return refuse('register.not-found')
  const lessons = readLessons(db, day, caller.country)
  const ofDay = lessons.ofGroup(groupId, day)
  const nowTime = clockTimeAt(caller.now, timeZoneOf(db))
  const part = wanted.part ?? runningPart(ofDay, nowTime, day, caller.today)
  const register = registerOf(db, groupId, day, part)
  const names = staffNames(db)
  const isVisible = whoIsVisible(db, caller)
  const members = pupilsOnDay(db, day, groupId).filter(({ id }) => isVisible(id))
  const codes = readCodeBook(db, caller.country)
  return ok({
    groupId,
    groupName: group.name,
    day,
    lessons: ofDay,
    part,
    register: {
      closedAt: register.closedAt,
      closedBy: nameOf(names, register.closedBy),
      remindedAt: register.remindedAt,
      remindedBy: nameOf(names, register.remindedBy),
    },
    mayWrite: mayWriteRegister(db, groupId, caller),
    pupils: registerPupils(db, { members, lessons, day, part, names, caller }),
    codes: codesOn(codes, day),
    nextSchoolDay: lessons.nextSchoolDay,
    lastSchoolDay: lessons.lastSchoolDay,
    nowTime,
  })
}

export const timeZoneOf = (db: ReadDb) => db.select().from(schools).get()?.timeZone ?? 'UTC'

type Reading = {
  readonly members: readonly DayPupil[]
  readonly lessons: Lessons
  readonly day: Day
  readonly part: DayPart
  readonly names: ReadonlyMap<string, string>
  readonly caller: Context
}

function registerPupils(db: ReadDb, reading: Reading): readonly RegisterPupil[] {
  const { members, lessons, day, part, caller } = reading
  const groupId = members[0]?.groupId
  if (!groupId) return []
  const days = lessons.daysBefore(groupId, day, shownDays)
  const ids = members.map(({ id }) => id)
  const said = readSaid(db, { from: days[0] ?? day, until: day }, ids)
  const codes = readCodeBook(db, caller.country)
  const places = readPlaces(db, groupId, ids)
  const rows = members.flatMap((pupil) => {
    const lesson = lessons.ofPupil(pupil, day).find((each) => each.part === part)
    if (!lesson) return []
    const mark = markOf(said, codes, { pupilId: pupil.id, day, lesson })
    const lastDays = days.map((each) => ({
      day: each,
      kind: worstOf(
        lessons
          .ofPupil(pupil, each)
          .map((of) => markOf(said, codes, { pupilId: pupil.id, day: each, lesson: of })),
      ),
    }))
    return [
      {
        pupilId: pupil.id,
        name: shownName(pupil),
        sortName: shownSortName(pupil, caller.country),
        mark,
        isLocked: isLocked(mark),
        reported: reportedLine(said, pupil, day, part),
        ...markedBy(said, reading, pupil),
        lastDays,
        place: places.get(pupil.id) ?? null,
      },
    ]
  })
  return sortedByName(rows, caller.country).map(({ sortName: _, ...row }) => row)
}

/** What a report, a leave or the office filled in, a tap does not change. */
const isLocked = ({ source }: AbsenceMark) =>
  source === 'guardian' || source === 'leave' || source === 'office'

export function reportedLine(
  said: Said,
  { id }: Pick<DayPupil, 'id'>,
  day: Day,
  part: DayPart,
): ReportedLine | null {
  const report = said
    .reportsOf(id)
    .filter((each) => covers(each, day, part))
    .toSorted((a, b) => b.reportedAt.localeCompare(a.reportedAt))[0]
  if (!report) return null
  const { source, reportedAt, from, until, code, weekdays } = report
  return { id: report.id, source, reportedAt, from, until, code, weekdays }
}

function markedBy(said: Said, { day, part, names }: Reading, { id }: DayPupil) {
  const last = said.decisionOf(id, day, part) ?? said.observationOf(id, day, part)
  return { markedBy: nameOf(names, last?.by ?? null), markedAt: last?.at ?? null }
}

const order = ['absent', 'late', 'left-early', 'away', 'present'] as const

function worstOf(marks: readonly AbsenceMark[]) {
  return order.find((kind) => marks.some((mark) => mark.kind === kind)) ?? null
}

function readPlaces(db: ReadDb, groupId: GroupId, ids: readonly DayPupil['id'][]) {
  const rows = db
    .select()
    .from(seats)
    .where(inArray(seats.pupilId, [...ids]))
    .all()
  const own = rows.filter((row) => row.groupId === groupId)
  return new Map(own.map(({ pupilId, place }) => [pupilId, place]))
}

export function staffNames(db: ReadDb): ReadonlyMap<string, string> {
  const { id, firstName, prefix, lastName } = staff
  const rows = db.select({ id, firstName, prefix, lastName }).from(staff).all()
  return new Map(rows.map((row) => [row.id, displayName(row)]))
}

const nameOf = (names: ReadonlyMap<string, string>, id: string | null) =>
  id === null ? null : (names.get(id) ?? null)
