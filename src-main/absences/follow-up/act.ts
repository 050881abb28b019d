import { eq } from 'drizzle-orm'
import { codeOn } from '#shared/absences/absence-codes.ts'
import { isUnexplained } from '#shared/absences/absence-mark.ts'
import type { AbsencesContract } from '#shared/absences/absences-contract.ts'
import { ok, refuse } from '#shared/platform/result.ts'
import type { Service } from '../../platform/database.ts'
import { linkId } from '../../platform/ids.ts'
import { pupils } from '../../pupils/pupils-table.ts'
import { absenceDays, absenceDecisions, absenceNotices, callAttempts } from '../absences-table.ts'
import { readCodeBook } from '../day-marks-table.ts'
import { nameOf, saveReport } from '../reports/report.ts'
import { readSchoolDay } from '../school-day.ts'
import { reachableGuardians } from './call-targets.ts'
import { followUpOf, marksOfDay } from './follow-up.ts'

type Commands = Service<AbsencesContract>

/** A call, and with a reason that was heard the report for the day that follows from it. */
export const logCall: Commands['logCall'] = (db, call, caller) => {
  const { pupilId, day, code } = call
  const pupil = db.select().from(pupils).where(eq(pupils.id, pupilId)).get()
  if (!pupil || pupil.mergedInto) return refuse('absence.pupil-not-found')
  if (code !== null && !codeOn(readCodeBook(db, caller.country), code, day)) {
    return refuse('absence.code-unknown')
  }
  const { guardianId, contactId, result, note } = call
  const id = caller.newId()
  db.save(callAttempts, {
    id,
    pupilId,
    day,
    at: caller.now,
    staffId: caller.staffId,
    guardianId,
    contactId,
    result,
    note,
  })
  if (code !== null)
    saveReport(db, { pupilId, causeId: id, fields: wholeDay(day, code, note) }, caller)
  db.describe(nameOf(db, pupilId))
  return ok(null)
}

const wholeDay = (
  day: Parameters<Commands['logCall']>[1]['day'],
  code: string,
  note: string | null,
) => ({
  from: day,
  until: day,
  part: 'day' as const,
  fromTime: null,
  untilTime: null,
  weekdays: [],
  everyWeeks: 1 as const,
  code,
  evidence: null,
  note,
})

/** The office has the last word, against what it saw: of two who decide at once the first stands. */
export const decide: Commands['decide'] = (db, { marks, seen, evidence }, caller) => {
  const codes = readCodeBook(db, caller.country)
  for (const { pupilId, day, part } of marks) {
    if (seen.code !== null && !codeOn(codes, seen.code, day)) return refuse('absence.code-unknown')
    const pupil = db.select().from(pupils).where(eq(pupils.id, pupilId)).get()
    if (!pupil || pupil.mergedInto) return refuse('absence.pupil-not-found')
    db.save(absenceDecisions, {
      id: linkId('absenceDecisions', pupilId, day, part),
      pupilId,
      day,
      part,
      decision: { ...seen, evidence, by: caller.staffId, at: caller.now },
    })
  }
  const [first] = marks
  if (first) db.describe(nameOf(db, first.pupilId))
  return ok(null)
}

/** Asks the portal to tell every guardian who may know, or writes down that they were told. */
export const notify: Commands['notify'] = (db, { pupilIds, day, channel }, caller) => {
  const schoolDay = readSchoolDay(db, day, caller)
  const isPortals = channel === 'mail' || channel === 'sms'
  let count = 0
  for (const { link, guardian } of reachableGuardians(db, pupilIds)) {
    const marks = marksOfDay(schoolDay, { id: link.pupilId })
    const missed = marks.find(isUnexplained) ?? marks.find(({ kind }) => kind !== 'present')
    if (!missed) continue
    count += 1
    db.save(absenceNotices, {
      id: linkId('absenceNotices', link.pupilId, day, guardian.id, channel),
      pupilId: link.pupilId,
      day,
      part: missed.part,
      guardianId: guardian.id,
      channel,
      askedBy: caller.staffId,
      askedAt: caller.now,
      state: isPortals ? 'asked' : 'told',
      stateAt: caller.now,
    })
  }
  if (count === 0) return refuse('absence.nobody-to-tell')
  const [first] = pupilIds
  db.describe(pupilIds.length > 1 ? String(pupilIds.length) : first ? nameOf(db, first) : '')
  return ok({ count })
}

/** Everybody is accounted for. Never silently: what is open is refused, or said with a reason. */
export const finishDay: Commands['finishDay'] = (db, { day, reason }, caller) => {
  const { openGroups, toCall, untold } = followUpOf(db, readSchoolDay(db, day, caller), caller)
  if (openGroups.length > 0) return refuse('day.registers-open')
  if (toCall.length > 0 && reason === null) return refuse('day.unexplained')
  if (untold.length > 0 && reason === null) return refuse('day.not-told')
  const id = linkId('absenceDays', day)
  db.save(absenceDays, { id, day, finishedAt: caller.now, finishedBy: caller.staffId, reason })
  return ok(null)
}
