import { and, asc, eq, inArray } from 'drizzle-orm'
import type { CallTarget } from '#shared/absences/follow-up/follow-up.ts'
import { isMemberOn } from '#shared/groups/group.ts'
import type { Day } from '#shared/platform/day.ts'
import { displayName } from '#shared/pupils/person-name.ts'
import type { PupilId } from '#shared/pupils/pupil.ts'
import {
  contactLinks,
  contacts,
  guardianLinks,
  guardians,
  phones,
} from '../../families/families-table.ts'
import type { ReadDb } from '../../platform/database.ts'

/** Whom to call about these pupils: guardians in their order, then the others; only with a number. */
export function callTargets(
  db: ReadDb,
  ids: readonly PupilId[],
  day: Day,
): ReadonlyMap<PupilId, readonly CallTarget[]> {
  const byPupil = new Map<PupilId, CallTarget[]>()
  const add = (pupilId: PupilId, target: CallTarget) => {
    if (target.numbers.length === 0) return
    byPupil.set(pupilId, [...(byPupil.get(pupilId) ?? []), target])
  }
  for (const { link, guardian, numbers } of reachableGuardians(db, ids)) {
    add(link.pupilId, {
      guardianId: guardian.id,
      contactId: null,
      name: displayName(guardian),
      about: link.relation,
      numbers,
      mayBeTold: true,
    })
  }
  for (const { link, contact, numbers } of otherContacts(db, ids, day)) {
    add(link.pupilId, {
      guardianId: null,
      contactId: contact.id,
      name: contact.name,
      about: contact.kind,
      numbers,
      mayBeTold: false,
    })
  }
  return byPupil
}

/** Guardians who may hear where their child is, in calling order; a court may forbid contact. */
export function reachableGuardians(db: ReadDb, ids: readonly PupilId[]) {
  const rows = db
    .select({ link: guardianLinks, guardian: guardians })
    .from(guardianLinks)
    .innerJoin(guardians, eq(guardians.id, guardianLinks.guardianId))
    .where(and(inArray(guardianLinks.pupilId, [...ids]), eq(guardianLinks.noContact, false)))
    .orderBy(asc(guardianLinks.contactOrder))
    .all()
    .filter(({ link }) => link.authority !== 'none' || link.informationRight !== 'none')
  const numbers = numbersOf(
    db,
    rows.map(({ guardian }) => guardian.id),
  )
  return rows.map((row) => ({ ...row, numbers: numbers.get(row.guardian.id) ?? [] }))
}

const neverCalled = ['doctor', 'dentist']

function otherContacts(db: ReadDb, ids: readonly PupilId[], day: Day) {
  const rows = db
    .select({ link: contactLinks, contact: contacts })
    .from(contactLinks)
    .innerJoin(contacts, eq(contacts.id, contactLinks.contactId))
    .where(inArray(contactLinks.pupilId, [...ids]))
    .orderBy(asc(contactLinks.contactOrder))
    .all()
    .filter(({ link, contact }) => {
      const counts = isMemberOn(day, { from: link.validFrom, until: link.validUntil })
      return counts && !link.collectingForbidden && !neverCalled.includes(contact.kind)
    })
  const numbers = numbersOf(
    db,
    rows.map(({ contact }) => contact.id),
  )
  return rows.map((row) => ({ ...row, numbers: numbers.get(row.contact.id) ?? [] }))
}

/** Numbers that may be called during school come first. */
function numbersOf(db: ReadDb, owners: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const rows = db
    .select()
    .from(phones)
    .where(inArray(phones.ownerId, [...owners]))
    .orderBy(asc(phones.position))
    .all()
    .sort((a, b) => Number(b.mayCallDuringSchool) - Number(a.mayCallDuringSchool))
  const byOwner = Map.groupBy(rows, ({ ownerId }) => ownerId)
  return new Map([...byOwner].map(([id, all]) => [id, all.map(({ number }) => number)]))
}
