import { inArray } from 'drizzle-orm'
import type { PupilId } from '#shared/pupils/pupil.ts'
import { consents } from '../../consents/consents-table.ts'
import type { ReadDb } from '../../platform/database.ts'
import { enrolments, medicals, photos } from '../../pupils/pupils-table.ts'

type Ids = readonly PupilId[]

export function readMedicals(db: ReadDb, ids: Ids) {
  const rows = db
    .select()
    .from(medicals)
    .where(inArray(medicals.id, [...ids]))
    .all()
  return new Map(rows.map((medical) => [medical.id, medical]))
}

export function readPhotos(db: ReadDb, ids: Ids) {
  const rows = db
    .select()
    .from(photos)
    .where(inArray(photos.id, [...ids]))
    .all()
  return new Map(rows.map(({ id, dataUrl }) => [id, dataUrl]))
}

export function readConsents(db: ReadDb, ids: Ids) {
  const rows = db
    .select()
    .from(consents)
    .where(inArray(consents.pupilId, [...ids]))
    .all()
  return Map.groupBy(rows, ({ pupilId }) => pupilId)
}

export function readEnrolments(db: ReadDb, ids: Ids) {
  const rows = db
    .select()
    .from(enrolments)
    .where(inArray(enrolments.pupilId, [...ids]))
    .all()
  return Map.groupBy(rows, ({ pupilId }) => pupilId)
}
