import { eq } from 'drizzle-orm'
import { ContactLinkId } from '#shared/families/contact.ts'
import { type GuardianLink, GuardianLinkId } from '#shared/families/guardian.ts'
import { ResidenceId } from '#shared/families/household.ts'
import type { PupilId } from '#shared/pupils/pupil.ts'
import { contactLinks, guardianLinks, residences } from '../families/families-table.ts'
import { memberships } from '../groups/groups-table.ts'
import type { WriteDb } from '../platform/database.ts'
import { linkId } from '../platform/ids.ts'

/**
 * A link's id is made of the two it ties, so that a link moves by being made anew. Where both
 * records have the same link, the kept one stays, with every restriction of the other.
 */
export function moveLinks(db: WriteDb, from: PupilId, to: PupilId) {
  moveResidences(db, from, to)
  moveGuardians(db, from, to)
  moveContacts(db, from, to)
  moveMemberships(db, from, to)
}

function moveResidences(db: WriteDb, from: PupilId, to: PupilId) {
  const own = db.select().from(residences).where(eq(residences.pupilId, to)).all()
  const hasMain = own.some(({ isMain }) => isMain)
  for (const row of db.select().from(residences).where(eq(residences.pupilId, from)).all()) {
    db.remove(residences, row.id)
    if (own.some(({ householdId }) => householdId === row.householdId)) continue
    const id = ResidenceId.parse(linkId('residences', to, row.householdId))
    db.save(residences, { ...row, id, pupilId: to, isMain: row.isMain && !hasMain })
  }
}

function moveGuardians(db: WriteDb, from: PupilId, to: PupilId) {
  const own = db.select().from(guardianLinks).where(eq(guardianLinks.pupilId, to)).all()
  for (const row of db.select().from(guardianLinks).where(eq(guardianLinks.pupilId, from)).all()) {
    db.remove(guardianLinks, row.id)
    const known = own.find(({ guardianId }) => guardianId === row.guardianId)
    const id = GuardianLinkId.parse(linkId('guardianLinks', to, row.guardianId))
    db.save(guardianLinks, known ? strictest(known, row) : { ...row, id, pupilId: to })
  }
}

/** A court's order must not get lost because it was written on the other record. */
function strictest(kept: GuardianLink, other: GuardianLink): GuardianLink {
  const isUnknown = kept.authority === 'unknown'
  return {
    ...kept,
    authority: isUnknown ? other.authority : kept.authority,
    authorityDocument: kept.authorityDocument ?? other.authorityDocument,
    authorityOn: kept.authorityOn ?? other.authorityOn,
    informationDocument: kept.informationDocument ?? other.informationDocument,
    mayCollect: kept.mayCollect && other.mayCollect,
    portalAccess: kept.portalAccess && other.portalAccess,
    noContact: kept.noContact || other.noContact,
    note: kept.note ?? other.note,
  }
}

function moveContacts(db: WriteDb, from: PupilId, to: PupilId) {
  const own = db.select().from(contactLinks).where(eq(contactLinks.pupilId, to)).all()
  for (const row of db.select().from(contactLinks).where(eq(contactLinks.pupilId, from)).all()) {
    db.remove(contactLinks, row.id)
    const known = own.find(({ contactId }) => contactId === row.contactId)
    const id = ContactLinkId.parse(linkId('contactLinks', to, row.contactId))
    const moved = known ?? { ...row, id, pupilId: to }
    const collectingForbidden = moved.collectingForbidden || row.collectingForbidden
    const mayCollect = moved.mayCollect && row.mayCollect
    db.save(contactLinks, { ...moved, collectingForbidden, mayCollect })
  }
}

function moveMemberships(db: WriteDb, from: PupilId, to: PupilId) {
  const own = db.select().from(memberships).where(eq(memberships.pupilId, to)).all()
  for (const row of db.select().from(memberships).where(eq(memberships.pupilId, from)).all()) {
    db.remove(memberships, row.id)
    if (own.some(({ groupId }) => groupId === row.groupId)) continue
    db.save(memberships, { ...row, id: linkId('memberships', to, row.groupId), pupilId: to })
  }
}
