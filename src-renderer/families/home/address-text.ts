import { type Household, type HouseholdFields, streetLine } from '#shared/families/household.ts'

/** `Parklaan 112 B`, or the town where no street is known. */
export const shortAddress = (household: Household) => streetLine(household) ?? household.town ?? '…'

/** `1234 AB Leerdam`. */
export const townLine = ({ postcode, town }: Pick<HouseholdFields, 'postcode' | 'town'>) =>
  [postcode, town].filter(Boolean).join(' ')

/** What is typed in an address form; empty counts as unknown. */
export type AddressDraft = Readonly<
  Record<'street' | 'houseNumber' | 'houseNumberAddition' | 'postcode' | 'town', string>
>

export const emptyAddress: AddressDraft = {
  street: '',
  houseNumber: '',
  houseNumberAddition: '',
  postcode: '',
  town: '',
}

export const draftOf = (household: Household): AddressDraft => ({
  street: household.street ?? '',
  houseNumber: household.houseNumber ?? '',
  houseNumberAddition: household.houseNumberAddition ?? '',
  postcode: household.postcode ?? '',
  town: household.town ?? '',
})

export const isBlank = ({ street, town }: AddressDraft) => !street.trim() && !town.trim()

export const draftText = ({ street, houseNumber, houseNumberAddition, town }: AddressDraft) =>
  [[street, houseNumber, houseNumberAddition].filter(Boolean).join(' '), town]
    .filter(Boolean)
    .join(', ')
