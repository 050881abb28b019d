import { and, eq } from 'drizzle-orm'
import { type Changes, changed } from '#shared/platform/changed.ts'
import { ok, refuse } from '#shared/platform/result.ts'
import { shownName } from '#shared/pupils/mask.ts'
import type { Medical } from '#shared/pupils/medical.ts'
import type { ProtectionLevel, Pupil, PupilFields, PupilId } from '#shared/pupils/pupil.ts'
import { consents } from '../consents/consents-table.ts'
import { phones } from '../families/families-table.ts'
import { externalKeys } from '../imports/imports-table.ts'
import type { Context, WriteDb } from '../platform/database.ts'
import { withReadNumber } from './change-pupil.ts'
import { findPupil } from './find-pupil.ts'
import { moveLinks } from './merge-links.ts'
import { enrolments, medicals, photos, pupils } from './pupils-table.ts'
import { isMasked } from './reveals-table.ts'

export type Merge = {
  readonly keep: PupilId
  readonly drop: PupilId
  readonly fields: Changes<PupilFields>
}

/** One record goes on; the other keeps its own fields, points to it and is in no list any more. */
export function mergePupils(db: WriteDb, { keep, drop, fields }: Merge, caller: Context) {
  if (keep === drop) return refuse('pupil.same-record')
  const kept = findPupil(db, keep)
  const dropped = findPupil(db, drop)
  if (!kept || !dropped) return refuse('pupil.not-found')
  if (isMasked(db, kept, caller) || isMasked(db, dropped, caller)) return refuse('pupil.protected')

  const merged = { ...changed<Pupil>(kept, fields), ...strongestProtection(kept, dropped) }
  db.save(pupils, withReadNumber(db, merged, kept, caller.country))
  db.save(pupils, { ...dropped, mergedInto: keep })
  for (const earlier of mergedInto(db, drop)) db.save(pupils, { ...earlier, mergedInto: keep })
  moveLinks(db, drop, keep)
  moveRows(db, drop, keep)
  mergeMedical(db, drop, keep)
  mergePhoto(db, drop, keep)
  db.describe(shownName(merged))
  return ok(null)
}

/** A child protected in one record is protected. */
function strongestProtection(kept: Pupil, dropped: Pupil) {
  const protectionLevel: ProtectionLevel =
    kept.protectionLevel >= dropped.protectionLevel ? kept.protectionLevel : dropped.protectionLevel
  return {
    protectionLevel,
    alias: kept.alias ?? dropped.alias,
    protectionAgreement: kept.protectionAgreement ?? dropped.protectionAgreement,
  }
}

function mergedInto(db: WriteDb, id: PupilId) {
  return db.select().from(pupils).where(eq(pupils.mergedInto, id)).all()
}

/** Rows with an id of their own go along as they are. The log of reveals stays where it happened. */
function moveRows(db: WriteDb, from: PupilId, to: PupilId) {
  for (const row of db.select().from(enrolments).where(eq(enrolments.pupilId, from)).all()) {
    db.save(enrolments, { ...row, pupilId: to })
  }
  for (const row of db.select().from(consents).where(eq(consents.pupilId, from)).all()) {
    db.save(consents, { ...row, pupilId: to })
  }
  const ownPhones = and(eq(phones.ownerKind, 'pupil'), eq(phones.ownerId, from))
  for (const row of db.select().from(phones).where(ownPhones).all()) {
    db.save(phones, { ...row, ownerId: to })
  }
  const ownKeys = and(eq(externalKeys.ownerTable, 'pupils'), eq(externalKeys.ownerId, from))
  for (const row of db.select().from(externalKeys).where(ownKeys).all()) {
    db.save(externalKeys, { ...row, ownerId: to })
  }
}

/** What one record does not say of a child's health, the other does; both are kept where they differ. */
function mergeMedical(db: WriteDb, from: PupilId, to: PupilId) {
  const dropped = db.select().from(medicals).where(eq(medicals.id, from)).get()
  if (!dropped) return
  const kept = db.select().from(medicals).where(eq(medicals.id, to)).get()
  db.save(medicals, kept ? bothMedical(kept, dropped) : { ...dropped, id: to })
  db.remove(medicals, from)
}

function bothMedical(a: Medical, b: Medical): Medical {
  const both = (x: string | null, y: string | null) => (x && y && x !== y ? `${x}; ${y}` : (x ?? y))
  return {
    id: a.id,
    alert: both(a.alert, b.alert),
    allergies: both(a.allergies, b.allergies),
    conditions: both(a.conditions, b.conditions),
    medication: both(a.medication, b.medication),
    diet: both(a.diet, b.diet),
    medicationPermitted: a.medicationPermitted && b.medicationPermitted,
    instructions: both(a.instructions, b.instructions),
  }
}

function mergePhoto(db: WriteDb, from: PupilId, to: PupilId) {
  const dropped = db.select().from(photos).where(eq(photos.id, from)).get()
  if (!dropped) return
  const kept = db.select({ id: photos.id }).from(photos).where(eq(photos.id, to)).get()
  if (!kept) db.save(photos, { ...dropped, id: to })
  db.remove(photos, from)
}
