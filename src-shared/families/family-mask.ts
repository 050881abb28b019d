import { displayName, type PersonName } from '#shared/pupils/person-name.ts'
import type { ProtectionLevel } from '#shared/pupils/pupil.ts'
import type { FamilyGuardian, FamilyHousehold } from '#shared/pupils/pupils-contract.ts'

type Protected = { readonly protectionLevel: ProtectionLevel; readonly alias: string | null }

/** From level 1 on, where a child lives and how to reach the family is hidden (`domain.md` 3.3). */
export const hidesAddress = ({ protectionLevel }: Pick<Protected, 'protectionLevel'>) =>
  protectionLevel >= 1

/** From level 2 on, the alias stands in for the name, and nobody may see whose child it is. */
export const hidesName = ({ protectionLevel }: Pick<Protected, 'protectionLevel'>) =>
  protectionLevel >= 2

/** What stands where no alias was agreed yet: a name that gives nothing away in any language. */
export const noAlias = '•••'

/** The pupil's name as lists may show it. */
export function shownName(pupil: PersonName & Protected) {
  return hidesName(pupil) ? (pupil.alias ?? noAlias) : displayName(pupil)
}

/** A household of which nothing is told but that it exists. */
export function maskedHousehold({ household, residence }: FamilyHousehold): FamilyHousehold {
  const { id } = household
  return {
    household: {
      id,
      street: null,
      houseNumber: null,
      houseNumberAddition: null,
      postcode: null,
      town: null,
      addressCountry: null,
      mailingAddress: null,
      note: null,
    },
    residence: { ...residence, arrangement: null },
    phones: [],
  }
}

/** A guardian without address, phone and e-mail; without a name either where `nameToo`. */
export function maskedGuardian(
  { guardian, link }: FamilyGuardian,
  nameToo: boolean,
): FamilyGuardian {
  const name = nameToo
    ? { firstName: noAlias, initials: null, prefix: null, lastName: '' }
    : { firstName: guardian.firstName, initials: guardian.initials }
  return {
    guardian: { ...guardian, ...name, email: null, note: null, householdId: null },
    link: { ...link, authorityDocument: null, informationDocument: null, note: null },
    phones: [],
  }
}
