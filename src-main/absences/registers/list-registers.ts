import { eq } from 'drizzle-orm'
import { type AbsenceMark, isUnexplained } from '#shared/absences/absence-mark.ts'
import type { AbsencesContract } from '#shared/absences/absences-contract.ts'
import { clockTimeAt } from '#shared/absences/clock-time.ts'
import type { RegisterRow } from '#shared/absences/registers/register-view.ts'
import type { GroupId } from '#shared/groups/group.ts'
import type { Day } from '#shared/platform/day.ts'
import { seesEveryPupil } from '#shared/staff/rights.ts'
import { groupStaff } from '../../groups/groups-table.ts'
import type { Context, ReadDb, Service } from '../../platform/database.ts'
import { registers } from '../absences-table.ts'
import { readSchoolDay, type SchoolDay } from '../school-day.ts'
import { staffNames, timeZoneOf } from './open-register.ts'
import { ownGroupIds } from './register-rights.ts'

/** The registers of a day; a teacher sees those of own groups. */
export const listRegisters: Service<AbsencesContract>['listRegisters'] = (db, { day }, caller) => {
  const schoolDay = readSchoolDay(db, day, caller)
  const { isSchoolDay, nextSchoolDay, lastSchoolDay } = schoolDay.lessons
  return { isSchoolDay, nextSchoolDay, lastSchoolDay, rows: registerRows(db, schoolDay, caller) }
}

export function registerRows(db: ReadDb, schoolDay: SchoolDay, caller: Context): RegisterRow[] {
  const { day, groups, lessons } = schoolDay
  const own = ownGroupIds(db, caller.staffId)
  const rows = db.select().from(registers).where(eq(registers.day, day)).all()
  const names = staffNames(db)
  const teachers = readTeachers(db, names)
  const nowTime = clockTimeAt(caller.now, timeZoneOf(db))
  return groups
    .filter(({ id }) => seesEveryPupil(caller) || own.has(id))
    .map((group) => ({
      groupId: group.id,
      groupName: group.name,
      pupilCount: group.pupils.length,
      teachers: teachers.get(group.id) ?? [],
      isOwn: own.has(group.id),
      parts: lessons.ofGroup(group.id, day).map(({ part, startsAt }) => {
        const register = rows.find((row) => row.groupId === group.id && row.part === part)
        const marks = group.pupils.flatMap((pupil) => schoolDay.marksOf(pupil.id, part))
        return {
          part,
          closedAt: register?.closedAt ?? null,
          closedBy: names.get(register?.closedBy ?? '') ?? null,
          remindedAt: register?.remindedAt ?? null,
          hasBegun: hasBegun(day, startsAt, caller.today, nowTime),
          ...countsOf(marks),
        }
      }),
    }))
}

export const hasBegun = (day: Day, startsAt: string, today: Day, nowTime: string) =>
  day < today || (day === today && startsAt <= nowTime)

function countsOf(marks: readonly AbsenceMark[]) {
  const absent = marks.filter(({ kind }) => kind === 'absent')
  return {
    present: marks.length - absent.length,
    absent: absent.length,
    unexplained: absent.filter(isUnexplained).length,
    late: marks.filter(({ kind }) => kind === 'late').length,
  }
}

export function readTeachers(
  db: ReadDb,
  names: ReadonlyMap<string, string>,
): ReadonlyMap<GroupId, readonly string[]> {
  const rows = db.select().from(groupStaff).where(eq(groupStaff.task, 'teacher')).all()
  const byGroup = Map.groupBy(rows, ({ groupId }) => groupId)
  return new Map(
    [...byGroup].map(([id, all]) => [id, all.flatMap(({ staffId }) => names.get(staffId) ?? [])]),
  )
}
