import type { Phone } from '#shared/families/contact.ts'
import type { Household } from '#shared/families/household.ts'
import type { PupilId } from '#shared/pupils/pupil.ts'
import type { ReadDb } from '../../platform/database.ts'
import {
  type ListedContact,
  type ListedGuardian,
  type ListedHome,
  readContacts,
  readGuardians,
  readHomes,
  readHouseholds,
  readPhones,
} from './family-records.ts'
import { readConsents, readEnrolments, readMedicals, readPhotos } from './pupil-records.ts'

/** What else is known of the pupils of a print job; each table is read once, when first asked for. */
export type Records = ReturnType<typeof createRecords>

export function createRecords(db: ReadDb, pupilIds: readonly PupilId[]) {
  const ids = [...new Set(pupilIds)]
  const guardiansOf = once(() => readGuardians(db, ids))
  const contactsOf = once(() => readContacts(db, ids))
  const homesOf = once(() => readHomes(db, ids))
  const medicalById = once(() => readMedicals(db, ids))
  const photoById = once(() => readPhotos(db, ids))
  const consentsOf = once(() => readConsents(db, ids))
  const enrolmentsOf = once(() => readEnrolments(db, ids))

  const everyGuardian = once(() => [...guardiansOf().values()].flat())
  /** Also where guardians live: a father may live where no pupil does. */
  const householdById = once(() =>
    readHouseholds(
      db,
      everyGuardian().flatMap(({ guardian }) => guardian.householdId ?? []),
    ),
  )
  const phonesOf = once(() =>
    readPhones(db, [
      ...ids,
      ...everyGuardian().map(({ guardian }) => guardian.id),
      ...[...contactsOf().values()].flat().map(({ contact }) => contact.id),
      ...householdById().keys(),
      ...[...homesOf().values()].flat().map(({ household }) => household.id),
    ]),
  )

  return {
    guardians: (id: PupilId): readonly ListedGuardian[] => guardiansOf().get(id) ?? [],
    contacts: (id: PupilId): readonly ListedContact[] => contactsOf().get(id) ?? [],
    homes: (id: PupilId): readonly ListedHome[] => homesOf().get(id) ?? [],
    household: (id: Household['id']) => householdById().get(id) ?? null,
    phones: (ownerId: string): readonly Phone[] => phonesOf().get(ownerId) ?? [],
    medical: (id: PupilId) => medicalById().get(id) ?? null,
    photo: (id: PupilId) => photoById().get(id) ?? null,
    consents: (id: PupilId) => consentsOf().get(id) ?? [],
    enrolments: (id: PupilId) => enrolmentsOf().get(id) ?? [],
  }
}

function once<Value>(read: () => Value): () => Value {
  let known: { readonly value: Value } | null = null
  return () => {
    known ??= { value: read() }
    return known.value
  }
}
