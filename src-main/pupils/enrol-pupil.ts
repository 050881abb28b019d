import { eq } from 'drizzle-orm'
import { GuardianLinkId } from '#shared/families/guardian.ts'
import { ResidenceId } from '#shared/families/household.ts'
import type { GroupId } from '#shared/groups/group.ts'
import { ok, refuse } from '#shared/platform/result.ts'
import { shownName } from '#shared/pupils/mask.ts'
import {
  type Enrolment,
  type EnrolmentFields,
  EnrolmentId,
  enrolmentsOverlap,
  type Pupil,
  type PupilFields,
  PupilId,
} from '#shared/pupils/pupil.ts'
import { guardianLinks, residences } from '../families/families-table.ts'
import { groups, memberships } from '../groups/groups-table.ts'
import type { Context, WriteDb } from '../platform/database.ts'
import { linkId } from '../platform/ids.ts'
import { withReadNumber } from './change-pupil.ts'
import { findPupil } from './find-pupil.ts'
import { enrolmentsOf } from './pupil-file.ts'
import { enrolments, pupils } from './pupils-table.ts'
import { isMasked } from './reveals-table.ts'

export type NewPupil = {
  readonly fields: PupilFields
  readonly enrolment: EnrolmentFields
  readonly groupId: GroupId | null
  readonly siblingOf: PupilId | null
}

export function enrolPupil(db: WriteDb, wanted: NewPupil, { newId, country }: Context) {
  const { fields, enrolment, groupId, siblingOf } = wanted
  const sibling = siblingOf && findPupil(db, siblingOf)
  if (siblingOf && !sibling) return refuse('pupil.not-found')
  const group = groupId && db.select().from(groups).where(eq(groups.id, groupId)).get()
  if (groupId && !group) return refuse('group.not-found')

  const id = PupilId.parse(newId())
  const pupil: Pupil = {
    ...fields,
    id,
    // The home of a protected child is that of its sibling: it may not become visible there.
    protectionLevel: sibling ? sibling.protectionLevel : 0,
    alias: null,
    protectionAgreement: null,
    mergedInto: null,
  }
  db.save(pupils, withReadNumber(db, pupil, null, country))
  db.save(enrolments, { ...enrolment, id: EnrolmentId.parse(newId()), pupilId: id })
  if (groupId) joinGroup(db, id, groupId, enrolment)
  if (siblingOf) copyFamily(db, siblingOf, id)
  db.describe(shownName(pupil))
  return ok(id)
}

function joinGroup(db: WriteDb, pupilId: PupilId, groupId: GroupId, enrolment: EnrolmentFields) {
  const id = linkId('memberships', pupilId, groupId)
  db.save(memberships, { id, pupilId, groupId, from: enrolment.startsOn, until: enrolment.endsOn })
}

/** The same homes and guardians, with everything that was agreed about them. */
function copyFamily(db: WriteDb, from: PupilId, to: PupilId) {
  for (const home of db.select().from(residences).where(eq(residences.pupilId, from)).all()) {
    const id = ResidenceId.parse(linkId('residences', to, home.householdId))
    db.save(residences, { ...home, id, pupilId: to })
  }
  for (const link of db.select().from(guardianLinks).where(eq(guardianLinks.pupilId, from)).all()) {
    const id = GuardianLinkId.parse(linkId('guardianLinks', to, link.guardianId))
    db.save(guardianLinks, { ...link, id, pupilId: to })
  }
}

export function addEnrolment(
  db: WriteDb,
  pupilId: PupilId,
  fields: EnrolmentFields,
  { newId }: Context,
) {
  const pupil = findPupil(db, pupilId)
  if (!pupil) return refuse('pupil.not-found')
  const other = enrolmentsOf(db, pupilId).find((known) => enrolmentsOverlap(known, fields))
  if (other) return refuse('enrolment.overlaps', { from: other.startsOn ?? '' })

  const id = EnrolmentId.parse(newId())
  db.save(enrolments, { ...fields, id, pupilId })
  db.describe(shownName(pupil))
  return ok(id)
}

export function changeEnrolment(
  db: WriteDb,
  id: EnrolmentId,
  fields: EnrolmentFields,
  caller: Context,
) {
  const known = db.select().from(enrolments).where(eq(enrolments.id, id)).get()
  const pupil = known && findPupil(db, known.pupilId)
  if (!pupil) return refuse('enrolment.not-found')
  const others = enrolmentsOf(db, pupil.id).filter((other) => other.id !== id)
  const overlapping = others.find((other) => enrolmentsOverlap(other, fields))
  if (overlapping) return refuse('enrolment.overlaps', { from: overlapping.startsOn ?? '' })

  const hidden = isMasked(db, pupil, caller) ? hiddenFields(known) : {}
  db.save(enrolments, { ...known, ...fields, ...hidden })
  db.describe(shownName(pupil))
  return ok(null)
}

/** The form shows these as empty for a protected pupil, so that it cannot mean to empty them. */
const hiddenFields = ({ endReason, fromSchool, toSchool }: Enrolment) => ({
  endReason,
  fromSchool,
  toSchool,
})
