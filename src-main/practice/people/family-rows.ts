import { type Guardian, GuardianId, GuardianLinkId } from '#shared/families/guardian.ts'
import { type Household, HouseholdId, ResidenceId } from '#shared/families/household.ts'
import { addDays } from '#shared/platform/day.ts'
import { linkId } from '../../platform/ids.ts'
import type { Making } from '../making.ts'
import { type Adult, adultsOf } from './adults.ts'
import type { Family } from './families.ts'
import { borneBy, emailOf, type PersonName, pickFamilyName } from './family-names.ts'
import type { Place } from './places.ts'

export type SettledFamily = Family & {
  readonly name: PersonName
  readonly households: readonly Household[]
  readonly guardians: readonly { readonly adult: Adult; readonly guardian: Guardian }[]
}

/** Gives a family its homes and grown-ups, and ties the children to them. */
export function settleFamily(making: Making, family: Family): SettledFamily {
  const { profile, random } = making
  const name = pickFamilyName(family.names, random)
  const adults = adultsOf(family.kind, profile.words, random)
  const hasSecondHome = adults.some(({ home }) => home === 1)
  const households = [makeHousehold(making, family)]
  if (hasSecondHome) households.push(makeHousehold(making, { ...family, protection: 0 }))

  const guardians = adults.map((adult) => ({
    adult,
    guardian: makeGuardian(making, family, adult, name, households),
  }))
  const settled = { ...family, name, households, guardians }
  for (const place of family.members) linkChild(making, settled, place)
  return settled
}

function makeHousehold(
  { rows, random, profile, newId, addPhone }: Making,
  family: Family,
): Household {
  const town = random.pick(profile.towns)
  const id = HouseholdId.parse(newId())
  const household: Household = {
    id,
    street: random.pick(profile.streets),
    houseNumber: String(random.between(1, 240)),
    houseNumberAddition: random.chance(0.15) ? random.pick(profile.additions) : null,
    postcode: profile.postcode(random.pick(town.postcodes), random),
    town: town.name,
    addressCountry: profile.addressCountry,
    mailingAddress: family.protection > 0 ? profile.words.forwardingAddress : null,
    note: null,
  }
  rows.households.push(household)
  if (random.chance(0.25)) addPhone({ kind: 'household', id }, { kind: 'home', duringSchool: true })
  return household
}

function makeGuardian(
  making: Making,
  { names }: Family,
  adult: Adult,
  familyName: PersonName,
  households: readonly Household[],
): Guardian {
  const { rows, random, profile, newId } = making
  const id = GuardianId.parse(newId())
  const borne = adult.sharesName ? familyName : pickFamilyName(names, random)
  const name = adult.organisation
    ? { prefix: null, lastName: adult.organisation }
    : borneBy(borne, adult.sex, names)
  const firstName = adult.organisation
    ? ''
    : random.pick(adult.sex === 'male' ? names.men : names.women)
  const guardian: Guardian = {
    id,
    firstName,
    initials: firstName ? `${firstName.slice(0, 1)}.` : null,
    ...name,
    sex: adult.sex,
    email: random.chance(0.88)
      ? emailOf(firstName || 'post', name, rows.guardians.length + 1)
      : null,
    language: names.languages.length > 0 && random.chance(0.25) ? 'en' : null,
    note: random.chance(0.03) ? profile.words.guardianNote : null,
    householdId: adult.home === null ? null : (households[adult.home]?.id ?? null),
  }
  rows.guardians.push(guardian)
  addPhones(making, guardian)
  return guardian
}

function addPhones({ random, addPhone }: Making, { id, firstName }: Guardian) {
  const owner = { kind: 'guardian', id } as const
  if (firstName) addPhone(owner, { kind: 'mobile', duringSchool: random.chance(0.85) })
  if (!firstName || random.chance(0.35)) addPhone(owner, { kind: 'work', duringSchool: true })
}

function linkChild({ rows, random, profile }: Making, family: SettledFamily, place: Place) {
  const { households, guardians, kind } = family
  const visitsSecondHome = kind === 'separated' || kind === 'blended'
  const isYoungest = place === family.members.at(-1) && family.members.length > 1
  const present = guardians.filter(({ adult }) => !(isYoungest && adult.ofYoungest === 'nobody'))

  households.forEach((household, index) => {
    if (index > 0 && (!visitsSecondHome || present.length < guardians.length)) return
    const words = random.chance(0.6) ? profile.words.everyOtherWeek : profile.words.weekends
    rows.residences.push({
      id: ResidenceId.parse(linkId('residences', place.id, household.id)),
      pupilId: place.id,
      householdId: household.id,
      isMain: index === 0,
      arrangement: index === 0 ? null : words,
    })
  })

  present.forEach(({ adult, guardian }, index) => {
    const isFather = isYoungest && adult.ofYoungest === 'father'
    rows.guardianLinks.push({
      id: GuardianLinkId.parse(linkId('guardianLinks', place.id, guardian.id)),
      pupilId: place.id,
      guardianId: guardian.id,
      relation: isFather ? 'father' : adult.relation,
      authority: 'unknown',
      authorityDocument: null,
      authorityOn: adult.link.authorityDocument ? addDays(place.birthDate, 900) : null,
      informationRight: 'full',
      informationDocument: null,
      contactOrder: index + 1,
      mayCollect: true,
      portalAccess: true,
      receivesLetters: true,
      noContact: false,
      note: null,
      ...(isFather ? { authority: 'joint' } : adult.link),
    })
  })
}
