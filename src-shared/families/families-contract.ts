import { z } from 'zod'
import { command, defineContract, office, pupilStaff, query } from '#shared/platform/contract.ts'
import type { Result } from '#shared/platform/result.ts'
import { PupilId } from '#shared/pupils/pupil.ts'
import type { FamilyGuardian, FamilyHousehold } from '#shared/pupils/pupils-contract.ts'
import {
  type Contact,
  ContactFields,
  ContactId,
  ContactLinkFields,
  ContactLinkId,
  PhoneFields,
  PhoneOwner,
} from './contact.ts'
import { GuardianFields, GuardianId, GuardianLinkFields, GuardianLinkId } from './guardian.ts'
import { HouseholdFields, HouseholdId, ResidenceFields, ResidenceId } from './household.ts'

/** A family in a list: everyone tied to each other through guardians and pupils. */
export type FamilyRow = {
  /** The household that stands for the family, for opening it; null when no address is known. */
  readonly key: string
  /** `De Vries–Jansen`: the guardians' last names. */
  readonly name: string
  readonly guardianNames: string
  readonly pupilNames: string
  readonly pupilIds: readonly PupilId[]
  readonly address: string | null
  readonly town: string | null
  readonly phone: string | null
  readonly householdCount: number
  readonly isProtected: boolean
  readonly haystack: string
}

/** One family with its households, and who may see and get what of which child. */
export type FamilyFile = {
  readonly name: string
  readonly pupils: readonly {
    readonly id: PupilId
    readonly name: string
    readonly groupName: string
    readonly isProtected: boolean
    readonly residences: readonly FamilyHousehold[]
    readonly guardians: readonly FamilyGuardian[]
  }[]
}

export type FamilyRefusal =
  | 'guardian.not-found'
  | 'household.not-found'
  | 'contact.not-found'
  | 'pupil.not-found'
  | 'pupil.protected'
  | 'link.exists'
  | 'link.not-found'
  | 'link.no-contact-needs-principal'
  | 'residence.not-found'
  | 'guardian.email-taken'

const newPhones = z.array(PhoneFields).max(12)

export const familiesContract = defineContract('families', {
  list: query(pupilStaff, z.object({})).answers<readonly FamilyRow[]>(),
  /** The whole family around one pupil. */
  file: query(pupilStaff, z.object({ pupilId: PupilId })).answers<
    Result<FamilyFile, 'pupil.not-found'>
  >(),
  addGuardian: command(
    office,
    z.object({
      pupilIds: z.array(PupilId).min(1).max(12),
      fields: GuardianFields,
      link: GuardianLinkFields,
      phones: newPhones,
      /** Lives in this household; null makes none. */
      householdId: HouseholdId.nullable(),
    }),
  ).answers<Result<GuardianId, FamilyRefusal>>(),
  changeGuardian: command(
    office,
    z.object({ id: GuardianId, fields: GuardianFields.partial() }),
  ).answers<Result<null, FamilyRefusal>>(),
  moveGuardian: command(
    office,
    z.object({ id: GuardianId, householdId: HouseholdId.nullable() }),
  ).answers<Result<null, FamilyRefusal>>(),
  /** Ties a known guardian to one more pupil. */
  linkGuardian: command(
    office,
    z.object({ pupilId: PupilId, guardianId: GuardianId, fields: GuardianLinkFields }),
  ).answers<Result<GuardianLinkId, FamilyRefusal>>(),
  changeLink: command(
    office,
    z.object({ id: GuardianLinkId, fields: GuardianLinkFields.partial() }),
  ).answers<Result<null, FamilyRefusal>>(),
  unlinkGuardian: command(office, z.object({ id: GuardianLinkId })).answers<
    Result<null, FamilyRefusal>
  >(),
  /** A new household and the pupils who live there. */
  addHousehold: command(
    office,
    z.object({
      fields: HouseholdFields,
      pupilIds: z.array(PupilId).max(12),
      residence: ResidenceFields,
      guardianIds: z.array(GuardianId).max(12),
    }),
  ).answers<Result<HouseholdId, FamilyRefusal>>(),
  /**
   * Changes an address. `only` null changes it for everyone who lives there; otherwise the named
   * people move to a household of their own with the new address and the others stay.
   */
  changeHousehold: command(
    office,
    z.object({
      id: HouseholdId,
      fields: HouseholdFields.partial(),
      only: z
        .object({ pupilIds: z.array(PupilId).max(12), guardianIds: z.array(GuardianId).max(12) })
        .nullable(),
    }),
  ).answers<Result<HouseholdId, FamilyRefusal>>(),
  addResidence: command(
    office,
    z.object({ pupilId: PupilId, householdId: HouseholdId, fields: ResidenceFields }),
  ).answers<Result<ResidenceId, FamilyRefusal>>(),
  changeResidence: command(
    office,
    z.object({ id: ResidenceId, fields: ResidenceFields.partial() }),
  ).answers<Result<null, FamilyRefusal>>(),
  endResidence: command(office, z.object({ id: ResidenceId })).answers<
    Result<null, FamilyRefusal>
  >(),
  /** Replaces all numbers of one owner, in calling order. */
  setPhones: command(
    office,
    z.object({ ownerKind: PhoneOwner, ownerId: z.uuid(), phones: newPhones }),
  ).answers<Result<null, FamilyRefusal>>(),
  /** Doctors, dentists and others already known, for sharing one row between pupils. */
  contacts: query(pupilStaff, z.object({})).answers<readonly Contact[]>(),
  addContact: command(
    office,
    z.object({
      pupilId: PupilId,
      /** A known contact, or null for a new one with `fields`. */
      contactId: ContactId.nullable(),
      fields: ContactFields.nullable(),
      link: ContactLinkFields,
      phones: newPhones,
    }),
  ).answers<Result<ContactLinkId, FamilyRefusal>>(),
  changeContact: command(
    office,
    z.object({ id: ContactId, fields: ContactFields.partial() }),
  ).answers<Result<null, FamilyRefusal>>(),
  changeContactLink: command(
    office,
    z.object({ id: ContactLinkId, fields: ContactLinkFields.partial() }),
  ).answers<Result<null, FamilyRefusal>>(),
  unlinkContact: command(office, z.object({ id: ContactLinkId })).answers<
    Result<null, FamilyRefusal>
  >(),
})
export type FamiliesContract = typeof familiesContract
