import { codesOn } from '#shared/absences/absence-codes.ts'
import type { AbsencesContract } from '#shared/absences/absences-contract.ts'
import { changed } from '#shared/platform/changed.ts'
import { ok } from '#shared/platform/result.ts'
import type { Service } from '../platform/database.ts'
import { linkId } from '../platform/ids.ts'
import { absenceSettings } from './absences-table.ts'
import { readAbsenceSettings, readCodeBook } from './day-marks-table.ts'

type Methods = Service<AbsencesContract>

export const settings: Methods['settings'] = (db, _input, { country, today }) => ({
  ...readAbsenceSettings(db),
  codes: codesOn(readCodeBook(db, country), today),
})

export const changeSettings: Methods['changeSettings'] = (db, changes) => {
  const { id: _, ...present } = { id: '', ...readAbsenceSettings(db) }
  // One row, whichever desk makes it first.
  db.save(absenceSettings, { ...changed(present, changes), id: linkId('absenceSettings') })
  return ok(null)
}
