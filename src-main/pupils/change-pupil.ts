import { eq } from 'drizzle-orm'
import { type Changes, changed } from '#shared/platform/changed.ts'
import type { Country } from '#shared/platform/language.ts'
import { ok, refuse } from '#shared/platform/result.ts'
import { shownName } from '#shared/pupils/mask.ts'
import type { Medical, MedicalFields } from '#shared/pupils/medical.ts'
import { checkNationalNumber } from '#shared/pupils/national-number.ts'
import type { Protection, Pupil, PupilFields, PupilId } from '#shared/pupils/pupil.ts'
import { maySee } from '#shared/staff/rights.ts'
import type { Context, ReadDb, WriteDb } from '../platform/database.ts'
import { CallRefused } from '../platform/router.ts'
import { schools } from '../school/school-table.ts'
import { findPupil } from './find-pupil.ts'
import { medicals, pupils } from './pupils-table.ts'
import { isMasked } from './reveals-table.ts'

type Fields = Changes<PupilFields>

export function changePupil(db: WriteDb, id: PupilId, fields: Fields, caller: Context) {
  const pupil = findPupil(db, id)
  if (!pupil) return refuse('pupil.not-found')
  if (isMasked(db, pupil, caller)) return refuse('pupil.protected')

  const wanted = withReadNumber(db, changed<Pupil>(pupil, fields), pupil, caller.country)
  db.save(pupils, wanted)
  db.describe(shownName(wanted))
  return ok(null)
}

/** Pupils that went meanwhile, or that the caller may not see whole, are passed over. */
export function changePupils(
  db: WriteDb,
  ids: readonly PupilId[],
  fields: Fields,
  caller: Context,
) {
  const found = ids
    .map((id) => findPupil(db, id))
    .filter((pupil) => pupil !== undefined)
    .filter((pupil) => !isMasked(db, pupil, caller))
  for (const pupil of found) {
    db.save(pupils, withReadNumber(db, changed<Pupil>(pupil, fields), pupil, caller.country))
  }
  db.describe(namesOf(found))
  return ok(found.length)
}

/** `Anna van den Berg, Bram Smit, Noor de Boer +9`. */
function namesOf(several: readonly Pupil[]) {
  const shown = several.slice(0, 3).map(shownName).join(', ')
  return several.length > 3 ? `${shown} +${several.length - 3}` : shown
}

/**
 * The number as it is stored, with its kind found out where none is given. A number that fails its
 * check is kept with a warning: the paper in the office may well be right.
 */
export function withReadNumber(
  db: ReadDb,
  wanted: Pupil,
  before: Pupil | null,
  country: Country,
): Pupil {
  const isUntouched =
    before?.nationalNumber === wanted.nationalNumber &&
    before.nationalNumberKind === wanted.nationalNumberKind
  if (isUntouched) return wanted
  if (!wanted.nationalNumber || !keepsNumbers(db)) {
    return { ...wanted, nationalNumber: null, nationalNumberKind: null }
  }
  // A new number is not of the old one's kind just because nobody said so.
  const isKindOld = before?.nationalNumberKind === wanted.nationalNumberKind
  const isNumberNew = before?.nationalNumber !== wanted.nationalNumber
  const kind = isNumberNew && isKindOld ? null : wanted.nationalNumberKind
  const check = checkNationalNumber(wanted.nationalNumber, country, kind)
  return { ...wanted, nationalNumber: check.normal, nationalNumberKind: check.kind }
}

function keepsNumbers(db: ReadDb) {
  return db.select({ keeps: schools.keepsNationalNumber }).from(schools).get()?.keeps ?? true
}

export function changeMedical(
  db: WriteDb,
  id: PupilId,
  fields: Changes<MedicalFields>,
  caller: Context,
) {
  // No window offers it without the right: whoever cannot read it may not write over it.
  if (!maySee(caller, 'medical')) throw new CallRefused('Not allowed: pupils.changeMedical')
  const pupil = findPupil(db, id)
  if (!pupil) return refuse('pupil.not-found')

  const known = db.select().from(medicals).where(eq(medicals.id, id)).get()
  db.save(medicals, changed<Medical>(known ?? nothingMedical(id), fields))
  db.describe(shownName(pupil))
  return ok(null)
}

const nothingMedical = (id: PupilId): Medical => ({
  id,
  alert: null,
  allergies: null,
  conditions: null,
  medication: null,
  diet: null,
  medicationPermitted: false,
  instructions: null,
})

export function protectPupil(db: WriteDb, id: PupilId, fields: Protection, caller: Context) {
  const pupil = findPupil(db, id)
  if (!pupil) return refuse('pupil.not-found')
  // Lowering the level shows what it hid: that takes a reason in the log, as any reveal does.
  const isLowered = fields.protectionLevel < pupil.protectionLevel
  if (isLowered && isMasked(db, pupil, caller)) return refuse('pupil.protected')

  const wanted = { ...pupil, ...fields }
  db.save(pupils, wanted)
  // Before and after: the list of last actions must not tell the name that is to be hidden.
  db.describe(shownName(isLowered ? pupil : wanted))
  return ok(null)
}
