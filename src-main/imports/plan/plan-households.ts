import { eq } from 'drizzle-orm'
import type { GuardianId } from '#shared/families/guardian.ts'
import {
  type Household,
  HouseholdId,
  type Residence,
  ResidenceId,
  streetLine,
} from '#shared/families/household.ts'
import type { SourceHousehold } from '#shared/imports/import-source.ts'
import type { PupilId } from '#shared/pupils/pupil.ts'
import { guardians, households, residences } from '../../families/families-table.ts'
import { linkId } from '../../platform/ids.ts'
import type { PlannedGuardians } from './plan-guardians.ts'
import type { PlannedPupils } from './plan-pupils.ts'
import { addLine, type Match, type Planning, tell, type Write } from './planning.ts'

type People = { readonly pupils: PlannedPupils; readonly guardians: PlannedGuardians }

/**
 * Addresses of the file. A household that is known is completed; one with another street or postcode
 * is told and left alone, since half a new address beside half an old one is no address at all.
 */
export function planHouseholds(planning: Planning, people: People) {
  const saidByPupil = postcodesByPupil(planning, people)
  for (const record of planning.source.households) {
    const pupilIds = record.pupilKeys.flatMap((key) => people.pupils.find(key) ?? [])
    const [first] = pupilIds
    const line = {
      kind: 'households',
      key: record.key,
      place: record.place,
      name: first ? people.pupils.nameOf(first) : record.key,
      groupName: null,
    } as const
    if (!first) {
      // Shown, since it comes along when the pupil is decided on.
      if (record.pupilKeys.some(people.pupils.has)) addLine(planning, line, { kind: 'new' }, null)
      continue
    }
    const known = findKnown(planning, pupilIds)
    const match: Match = known ? { kind: 'known', id: known.id } : { kind: 'new' }
    const plan = known
      ? planKnown(planning, record, { known, saidByPupil })
      : planNew(planning, record, { pupilIds, people })
    addLine(planning, line, match, plan)
  }
}

/** The main household of one of the pupils. */
function findKnown({ school }: Planning, pupilIds: readonly PupilId[]): Household | null {
  const own = pupilIds.flatMap((id) => school.residencesByPupil.get(id) ?? [])
  const main = own.find(({ isMain }) => isMain) ?? own[0]
  return main ? (school.households.get(main.householdId) ?? null) : null
}

function planKnown(
  planning: Planning,
  record: SourceHousehold,
  { known, saidByPupil }: { known: Household; saidByPupil: ReadonlyMap<string, string> },
) {
  const fields = Object.entries(record.fields).filter(([, value]) => value)
  const wanted: Household = { ...known, ...Object.fromEntries(fields) }
  const changes = changesOf(known, wanted)
  if (changes.length === 0) return { changes, writes: [] }
  const isOther = changes.some(({ field, from }) => from !== null && field !== 'addressCountry')
  const residents = planning.school.residencesByHousehold.get(known.id) ?? []
  const postcodes = new Set(residents.flatMap(({ pupilId }) => saidByPupil.get(pupilId) ?? []))
  // With nothing but a postcode known, another postcode is simply the new one, if all agree on it.
  const isBare = streetLine(known) === null && known.town === null
  if ((isOther && !isBare) || postcodes.size > 1) {
    const value = record.fields.postcode ?? null
    tell(planning, 'warning', 'address-differs', { ...record.place, field: 'postcode', value })
    return { changes: [], writes: [] }
  }
  return { changes, writes: [((db) => db.save(households, wanted)) satisfies Write] }
}

function planNew(
  planning: Planning,
  record: SourceHousehold,
  { pupilIds, people }: { pupilIds: readonly PupilId[]; people: People },
) {
  const id = HouseholdId.parse(planning.newId())
  const household: Household = { ...blank, ...record.fields, id }
  const homes = pupilIds.map(
    (pupilId): Residence => ({
      id: ResidenceId.parse(linkId('residences', pupilId, id)),
      pupilId,
      householdId: id,
      isMain: true,
      arrangement: null,
    }),
  )
  const guardianIds = record.guardianKeys.flatMap((key) => people.guardians.find(key) ?? [])
  const writes: Write[] = [
    (db) => db.save(households, household),
    ...homes.map(
      (home): Write =>
        (db) =>
          db.save(residences, home),
    ),
    ...guardianIds.map((guardianId) => moveIn(guardianId, id)),
  ]
  return { changes: [], writes }
}

/** Asked when it is written, since the guardian may be new too; nobody is moved from another home. */
const moveIn =
  (guardianId: GuardianId, householdId: HouseholdId): Write =>
  (db) => {
    const guardian = db.select().from(guardians).where(eq(guardians.id, guardianId)).get()
    if (guardian?.householdId === null) db.save(guardians, { ...guardian, householdId })
  }

const blank = {
  street: null,
  houseNumber: null,
  houseNumberAddition: null,
  postcode: null,
  town: null,
  addressCountry: null,
  mailingAddress: null,
  note: null,
}

/** What each pupil's own record says: two answers for one household cannot both be right. */
function postcodesByPupil({ source }: Planning, { pupils }: People) {
  const said = new Map<string, string>()
  for (const { pupilKeys, fields } of source.households) {
    for (const key of pupilKeys) {
      const id = pupils.find(key)
      if (id && fields.postcode) said.set(id, fields.postcode)
    }
  }
  return said
}

/** Spaces in a postcode say nothing. */
function changesOf(known: Household, wanted: Household) {
  const plain = (value: string | null) => value?.replace(/\s/g, '').toUpperCase() ?? null
  const fields = [
    'street',
    'houseNumber',
    'houseNumberAddition',
    'postcode',
    'town',
    'addressCountry',
  ] as const
  return fields
    .filter((field) => plain(known[field]) !== plain(wanted[field]))
    .map((field) => ({ field, from: known[field], to: wanted[field] }))
}
