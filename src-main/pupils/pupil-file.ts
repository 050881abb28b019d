import { asc, desc, eq } from 'drizzle-orm'
import type { Consent } from '#shared/consents/consent.ts'
import { type consentPurposes, standingConsent } from '#shared/consents/consent.ts'
import { type Mask, maskFile } from '#shared/pupils/mask.ts'
import { checkNationalNumber } from '#shared/pupils/national-number.ts'
import { displayName } from '#shared/pupils/person-name.ts'
import { type Pupil, type PupilId, statusOn } from '#shared/pupils/pupil.ts'
import type { PupilFile } from '#shared/pupils/pupils-contract.ts'
import { missingFields } from '#shared/pupils/required-fields.ts'
import { consents } from '../consents/consents-table.ts'
import { groups, memberships } from '../groups/groups-table.ts'
import { isInClass } from '../groups/placed-pupils-table.ts'
import type { Context, ReadDb } from '../platform/database.ts'
import { contactsOf, guardiansOf, householdsOf, phonesOf } from './family-of.ts'
import { enrolments, medicals, photos } from './pupils-table.ts'
import { siblingsOf } from './siblings.ts'

/** Everything about one pupil, as the mask lets it be seen. */
export function readFile(db: ReadDb, pupil: Pupil, mask: Mask, caller: Context): PupilFile {
  return maskFile(wholeFile(db, pupil, caller), mask)
}

function wholeFile(db: ReadDb, pupil: Pupil, caller: Context): PupilFile {
  const { id } = pupil
  const stays = enrolmentsOf(db, id)
  const inGroups = membershipsOf(db, id)
  const households = householdsOf(db, id)
  const guardians = guardiansOf(db, id)
  const answers = consentsOf(db, id)
  const status = statusOn(caller.today, stays)
  return {
    pupil,
    name: displayName(pupil),
    status,
    enrolments: stays,
    memberships: inGroups,
    households,
    guardians,
    contacts: contactsOf(db, id),
    phones: phonesOf(db, [id]),
    siblings: siblingsOf(db, pupil, caller),
    medical: db.select().from(medicals).where(eq(medicals.id, id)).get() ?? null,
    consents: answers,
    standing: standingOf(answers),
    missing: missingFields({
      pupil,
      status,
      isInClass: isInClass(db, id, caller),
      households,
      guardians,
    }),
    numberWarning: isDoubtful(pupil, caller),
    hasPhoto: hasPhoto(db, id),
    hidden: { address: null, nationalNumber: null, medical: null, name: null, agreement: null },
  }
}

export function enrolmentsOf(db: ReadDb, id: PupilId) {
  return db
    .select()
    .from(enrolments)
    .where(eq(enrolments.pupilId, id))
    .orderBy(desc(enrolments.startsOn))
    .all()
}

function membershipsOf(db: ReadDb, id: PupilId) {
  return db
    .select({ membership: memberships, group: groups })
    .from(memberships)
    .innerJoin(groups, eq(groups.id, memberships.groupId))
    .where(eq(memberships.pupilId, id))
    .orderBy(desc(memberships.from), asc(groups.name))
    .all()
    .map(({ membership, group }) => ({ ...membership, group }))
}

function consentsOf(db: ReadDb, id: PupilId) {
  return db
    .select()
    .from(consents)
    .where(eq(consents.pupilId, id))
    .orderBy(desc(consents.recordedAt))
    .all()
}

function standingOf(answers: readonly Consent[]): PupilFile['standing'] {
  const standing = (purpose: (typeof consentPurposes)[number]) => standingConsent(purpose, answers)
  return {
    'photo-internal': standing('photo-internal'),
    'photo-website': standing('photo-website'),
    'photo-social-media': standing('photo-social-media'),
    'photo-press': standing('photo-press'),
    'class-list-name': standing('class-list-name'),
    'class-list-contact': standing('class-list-contact'),
    'share-next-school': standing('share-next-school'),
  }
}

function isDoubtful({ nationalNumber, nationalNumberKind }: Pupil, { country }: Context) {
  if (!nationalNumber) return false
  return !checkNationalNumber(nationalNumber, country, nationalNumberKind).isValid
}

function hasPhoto(db: ReadDb, id: PupilId) {
  return db.select({ id: photos.id }).from(photos).where(eq(photos.id, id)).get() !== undefined
}
