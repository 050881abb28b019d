import { eq } from 'drizzle-orm'
import type { DayPart } from '#shared/absences/absence-mark.ts'
import type { AbsencesContract, RegisterRefusal } from '#shared/absences/absences-contract.ts'
import { mayMarkClosed } from '#shared/absences/registers/register-view.ts'
import type { GroupId } from '#shared/groups/group.ts'
import type { Day } from '#shared/platform/day.ts'
import { ok, refuse } from '#shared/platform/result.ts'
import { shownName } from '#shared/pupils/mask.ts'
import { groups } from '../../groups/groups-table.ts'
import type { Context, ReadDb, Service } from '../../platform/database.ts'
import { linkId } from '../../platform/ids.ts'
import { absenceMarks, registers } from '../absences-table.ts'
import { pupilsOnDay } from '../day-marks-table.ts'
import { readLessons } from '../lessons-table.ts'
import { mayWriteRegister, registerOf } from './register-rights.ts'

type Commands = Service<AbsencesContract>
type Place = { readonly groupId: GroupId; readonly day: Day; readonly part: DayPart }

/** Only what somebody touched is written, so that two who register at once never undo each other. */
export const mark: Commands['mark'] = (db, { groupId, day, part, pupilId, seen }, caller) => {
  const refusal = refusalFor(db, { groupId, day, part }, caller)
  if (refusal) return refuse(refusal)
  const pupil = pupilsOnDay(db, day, groupId).find(({ id }) => id === pupilId)
  if (!pupil) return refuse('register.not-in-group')
  const { closedAt } = registerOf(db, groupId, day, part)
  if (closedAt && !mayMarkClosed(seen)) return refuse('register.closed')

  const observation = { ...seen, by: caller.staffId, at: caller.now }
  const id = linkId('absenceMarks', pupilId, day, part)
  db.save(absenceMarks, { id, pupilId, day, part, observation })
  db.describe(shownName(pupil))
  return ok(null)
}

export const close: Commands['close'] = (db, place, caller) => {
  const refusal = refusalFor(db, place, caller)
  if (refusal) return refuse(refusal)
  const register = registerOf(db, place.groupId, place.day, place.part)
  if (register.closedAt) return ok(null)
  db.save(registers, { ...register, closedAt: caller.now, closedBy: caller.staffId })
  db.describe(groupName(db, place.groupId))
  return ok(null)
}

export const reopen: Commands['reopen'] = (db, place, caller) => {
  const refusal = refusalFor(db, place, caller)
  if (refusal) return refuse(refusal)
  const register = registerOf(db, place.groupId, place.day, place.part)
  if (!register.closedAt) return ok(null)
  db.save(registers, { ...register, closedAt: null, closedBy: null })
  db.describe(groupName(db, place.groupId))
  return ok(null)
}

export const remind: Commands['remind'] = (db, place, caller) => {
  const refusal = refusalFor(db, place, caller)
  if (refusal) return refuse(refusal)
  const register = registerOf(db, place.groupId, place.day, place.part)
  if (register.closedAt) return refuse('register.closed')
  db.save(registers, { ...register, remindedAt: caller.now, remindedBy: caller.staffId })
  db.describe(groupName(db, place.groupId))
  return ok(null)
}

function refusalFor(
  db: ReadDb,
  { groupId, day, part }: Place,
  caller: Context,
): RegisterRefusal | null {
  if (!mayWriteRegister(db, groupId, caller)) return 'register.not-yours'
  const lessons = readLessons(db, day, caller.country).ofGroup(groupId, day)
  return lessons.some((lesson) => lesson.part === part) ? null : 'register.no-lessons'
}

const groupName = (db: ReadDb, groupId: GroupId) =>
  db.select({ name: groups.name }).from(groups).where(eq(groups.id, groupId)).get()?.name ?? ''
