import { z } from 'zod'
import type { PupilId } from '#shared/pupils/pupil.ts'

export const HouseholdId = z.uuid().brand('HouseholdId')
export type HouseholdId = z.output<typeof HouseholdId>
export const ResidenceId = z.uuid().brand('ResidenceId')
export type ResidenceId = z.output<typeof ResidenceId>

const optionalLine = z
  .string()
  .trim()
  .max(200)
  .transform((text) => text || null)
  .nullable()

/** An address with the people who live there. House number and addition (bus, toevoeging) apart. */
export const HouseholdFields = z.object({
  street: optionalLine,
  houseNumber: optionalLine,
  houseNumberAddition: optionalLine,
  postcode: optionalLine,
  town: optionalLine,
  /** ISO 3166-1 alpha-2, `NL`. */
  addressCountry: optionalLine,
  /** Where post goes instead: a box, or the authority that forwards mail of a protected family. */
  mailingAddress: optionalLine,
  note: optionalLine,
})
export type HouseholdFields = z.output<typeof HouseholdFields>
export type Household = HouseholdFields & { readonly id: HouseholdId }

/** Where a pupil lives; separated parents mean two residences, of which one is the main one. */
export const ResidenceFields = z.object({
  isMain: z.boolean(),
  /** `wisselt om de week`. */
  arrangement: optionalLine,
})
export type ResidenceFields = z.output<typeof ResidenceFields>
export type Residence = ResidenceFields & {
  /** UUIDv5 of pupil and household. */
  readonly id: ResidenceId
  readonly pupilId: PupilId
  readonly householdId: HouseholdId
}

/** `Parklaan 112 B`, or null when no street is known. */
export function streetLine(
  household: Pick<Household, 'street' | 'houseNumber' | 'houseNumberAddition'>,
) {
  if (!household.street) return null
  return [household.street, household.houseNumber, household.houseNumberAddition]
    .filter(Boolean)
    .join(' ')
}
