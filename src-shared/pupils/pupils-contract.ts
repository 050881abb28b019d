import { z } from 'zod'
import type { Consent, ConsentPurpose } from '#shared/consents/consent.ts'
import type { Contact, ContactLink, Phone } from '#shared/families/contact.ts'
import type { Guardian, GuardianLink } from '#shared/families/guardian.ts'
import type { Household, Residence } from '#shared/families/household.ts'
import { type Group, GroupId, type GroupMembership } from '#shared/groups/group.ts'
import { command, defineContract, office, pupilStaff, query } from '#shared/platform/contract.ts'
import type { Day } from '#shared/platform/day.ts'
import type { Result } from '#shared/platform/result.ts'
import { type Medical, MedicalFields } from './medical.ts'
import {
  type Enrolment,
  EnrolmentFields,
  EnrolmentId,
  Protection,
  type Pupil,
  PupilFields,
  PupilId,
  type PupilStatus,
} from './pupil.ts'
import type { MissingField } from './required-fields.ts'

/** A pupil in a list: what the caller may see, masks already applied in the data thread. */
export type PupilRow = {
  readonly id: PupilId
  /** `Anna van den Berg`, or the alias of a pupil whose name is protected. */
  readonly name: string
  /** As the country sorts it: `Berg, Anna van den` (NL), `Van den Berg, Anna` (Flanders). */
  readonly sortName: string
  readonly groupIds: readonly GroupId[]
  /** Names of the classes on this day, `4A`. */
  readonly groupName: string
  readonly birthDate: string | null
  readonly sex: Pupil['sex']
  /** Null when unknown or protected. */
  readonly address: string | null
  readonly town: string | null
  /** E.164, the first number to call; null when unknown or protected. */
  readonly phone: string | null
  readonly status: PupilStatus
  /** Last day of a former pupil, first day of a future one. */
  readonly statusOn: Day | null
  readonly isProtected: boolean
  readonly hasMedicalAlert: boolean
  readonly missingCount: number
  /** Folded text that the list filter looks in: names, group, address, phones, guardians. */
  readonly haystack: string
}

/** What a masked field holds in an answer: the screen shows it as hidden, with the reason. */
export type Masked = 'role' | 'protection' | null

export type FamilyGuardian = {
  readonly guardian: Guardian
  readonly link: GuardianLink
  readonly phones: readonly Phone[]
}

export type FamilyHousehold = {
  readonly household: Household
  readonly residence: Residence
  readonly phones: readonly Phone[]
}

/** Everything about one pupil that the caller may see; null sections are hidden for the reason given. */
export type PupilFile = {
  readonly pupil: Pupil
  readonly name: string
  readonly status: PupilStatus
  readonly enrolments: readonly Enrolment[]
  readonly memberships: readonly (GroupMembership & { readonly group: Group })[]
  readonly households: readonly FamilyHousehold[]
  readonly guardians: readonly FamilyGuardian[]
  readonly contacts: readonly {
    readonly contact: Contact
    readonly link: ContactLink
    readonly phones: readonly Phone[]
  }[]
  readonly phones: readonly Phone[]
  readonly siblings: readonly {
    readonly id: PupilId
    readonly name: string
    readonly groupName: string
  }[]
  readonly medical: Medical | null
  readonly consents: readonly Consent[]
  readonly standing: Readonly<Record<ConsentPurpose, 'granted' | 'refused' | 'unknown'>>
  readonly missing: readonly MissingField[]
  readonly numberWarning: boolean
  readonly hasPhoto: boolean
  /** Why a section is hidden from the caller, null when it is shown. */
  readonly hidden: {
    readonly address: Masked
    readonly nationalNumber: Masked
    readonly medical: Masked
    readonly name: Masked
    /** What was agreed with the guardians about the protection. */
    readonly agreement: Masked
  }
}

export type Duplicate = {
  readonly pupils: readonly [PupilRow, PupilRow]
  /** `number`: the same national number; `name-and-birth`: the same name and birth date. */
  readonly because: 'number' | 'name-and-birth'
}

export type PupilRefusal =
  | 'pupil.not-found'
  | 'pupil.protected'
  | 'enrolment.not-found'
  | 'enrolment.overlaps'
  | 'enrolment.ends-before-it-starts'
  | 'photo.too-large'
  | 'photo.unreadable'
  | 'pupil.same-record'
  | 'group.not-found'

const id = z.object({ id: PupilId })
const reason = z.string().trim().min(3).max(500)

export const pupilsContract = defineContract('pupils', {
  /** Every pupil the caller may see: current, future and former. */
  list: query(pupilStaff, z.object({})).answers<readonly PupilRow[]>(),
  file: query(pupilStaff, id).answers<Result<PupilFile, 'pupil.not-found'>>(),
  /** A new pupil with the first enrolment, and the group if one is known. */
  enrol: command(
    office,
    z.object({
      fields: PupilFields,
      enrolment: EnrolmentFields,
      groupId: GroupId.nullable(),
      /** Lives with, and shares the guardians of, this sibling. */
      siblingOf: PupilId.nullable(),
    }),
  ).answers<Result<PupilId, PupilRefusal>>(),
  change: command(office, z.object({ id: PupilId, fields: PupilFields.partial() })).answers<
    Result<null, PupilRefusal>
  >(),
  /** The same change for several pupils at once. */
  changeMany: command(
    office,
    z.object({ ids: z.array(PupilId).max(5000), fields: PupilFields.partial() }),
  ).answers<Result<number, PupilRefusal>>(),
  changeMedical: command(
    office,
    z.object({ id: PupilId, fields: MedicalFields.partial() }),
  ).answers<Result<null, PupilRefusal>>(),
  addEnrolment: command(office, z.object({ id: PupilId, fields: EnrolmentFields })).answers<
    Result<EnrolmentId, PupilRefusal>
  >(),
  changeEnrolment: command(office, z.object({ id: EnrolmentId, fields: EnrolmentFields })).answers<
    Result<null, PupilRefusal>
  >(),
  protect: command(office, z.object({ id: PupilId, fields: Protection })).answers<
    Result<null, PupilRefusal>
  >(),
  /** Shows what a mask hides, once, to the caller; written down with the reason. */
  reveal: command(office, z.object({ id: PupilId, reason })).answers<
    Result<PupilFile, PupilRefusal>
  >(),
  /** Data URL of the photo, null when there is none or it is masked. */
  photo: query(pupilStaff, id).answers<string | null>(),
  /** A JPEG or PNG data URL of at most 300 kB, or null to remove the photo. */
  setPhoto: command(
    office,
    // Roomier than a photo may be, so that a large one is refused with a sentence.
    z.object({ id: PupilId, dataUrl: z.string().max(20_000_000).nullable() }),
  ).answers<Result<null, PupilRefusal>>(),
  /** Pupils that may be one child entered twice. */
  duplicates: query(office, z.object({})).answers<readonly Duplicate[]>(),
  /** One record goes on with the chosen fields; the other points to it. Undoable. */
  merge: command(
    office,
    z.object({ keep: PupilId, drop: PupilId, fields: PupilFields.partial() }),
  ).answers<Result<null, PupilRefusal>>(),
})
export type PupilsContract = typeof pupilsContract
