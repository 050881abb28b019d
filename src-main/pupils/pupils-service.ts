import { ok, refuse } from '#shared/platform/result.ts'
import { maskOf, revealedMaskOf, shownName } from '#shared/pupils/mask.ts'
import type { PupilsContract } from '#shared/pupils/pupils-contract.ts'
import type { Service } from '../platform/database.ts'
import { changeMedical, changePupil, changePupils, protectPupil } from './change-pupil.ts'
import { findDuplicates } from './duplicates.ts'
import { addEnrolment, changeEnrolment, enrolPupil } from './enrol-pupil.ts'
import { findPupil, findVisiblePupil } from './find-pupil.ts'
import { mergePupils } from './merge-pupils.ts'
import { readPhoto, setPhoto } from './photo.ts'
import { readFile } from './pupil-file.ts'
import { listPupils } from './pupil-list.ts'
import { type ChangedRows, createPupilRecords } from './pupil-records.ts'
import { disclosures } from './pupils-table.ts'

/** Pupils: their lists, files, enrolments and protection. `changed` must hear of every commit. */
export function createPupils() {
  const records = createPupilRecords()

  const service: Service<PupilsContract> = {
    list: (db, _input, caller) => listPupils(db, records.read(db, caller), caller),

    file(db, { id }, caller) {
      const pupil = findVisiblePupil(db, id, caller)
      if (!pupil) return refuse('pupil.not-found')
      return ok(readFile(db, pupil, maskOf(caller, pupil), caller))
    },

    enrol: enrolPupil,
    change: (db, { id, fields }, caller) => changePupil(db, id, fields, caller),
    changeMany: (db, { ids, fields }, caller) => changePupils(db, ids, fields, caller),
    changeMedical: (db, { id, fields }, caller) => changeMedical(db, id, fields, caller),
    addEnrolment: (db, { id, fields }, caller) => addEnrolment(db, id, fields, caller),
    changeEnrolment: (db, { id, fields }, caller) => changeEnrolment(db, id, fields, caller),
    protect: (db, { id, fields }, caller) => protectPupil(db, id, fields, caller),

    reveal(db, { id, reason }, caller) {
      const pupil = findPupil(db, id)
      if (!pupil) return refuse('pupil.not-found')

      const { newId, now, staffId } = caller
      db.save(disclosures, { id: newId(), pupilId: id, staffId, at: now, reason })
      db.describe(shownName(pupil))
      return ok(readFile(db, pupil, revealedMaskOf(caller), caller))
    },

    photo: (db, { id }, caller) => readPhoto(db, id, caller),
    setPhoto: (db, { id, dataUrl }, caller) => setPhoto(db, id, dataUrl, caller),
    duplicates: (db, _input, caller) => findDuplicates(records.read(db, caller), caller),
    merge: mergePupils,
  }

  return {
    service,
    changed: (rows: ChangedRows) => records.changed(rows),
    /** The school's file closes: nothing of it may stay in memory. */
    forget: () => records.forget(),
  }
}
