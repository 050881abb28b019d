import type { PhoneKind } from '#shared/families/contact.ts'
import type { GuardianFields, GuardianLinkFields } from '#shared/families/guardian.ts'
import type { HouseholdFields, ResidenceFields } from '#shared/families/household.ts'
import type {
  GroupFields,
  GroupMembership,
  GroupTask,
  SchoolYearFields,
} from '#shared/groups/group.ts'
import type { Day, Moment } from '#shared/platform/day.ts'
import type { EnrolmentFields, ProtectionLevel, PupilFields } from '#shared/pupils/pupil.ts'
import type { School } from '#shared/school/school.ts'
import type { Staff } from '#shared/staff/staff.ts'

/**
 * The school as it may leave the house: one running school year, read and masked already. A writer
 * writes all that it finds here and has a place for, and needs no rule about who may know what:
 * who may not go along is not in it, and neither is what is hidden of those who are.
 *
 * Ids are the school's own and every reference leads to a record that is in it.
 */
export type ExportedSchool = {
  readonly school: School
  /** The day of the export, in the school's own calendar. */
  readonly today: Day
  /** The school year of all groups; null for a school that has none yet. */
  readonly year: ExportedYear | null
  /** At school or coming. By last name, first name and id: two exports of one school are alike. */
  readonly pupils: readonly ExportedPupil[]
  readonly guardians: readonly ExportedGuardian[]
  readonly households: readonly ExportedHousehold[]
  readonly groups: readonly ExportedGroup[]
  /** Those who are active, or have a group. */
  readonly staff: readonly ExportedStaff[]
  /** Null unless a delta was asked for. */
  readonly delta: ExportedDelta | null
}

export type ExportedYear = SchoolYearFields & { readonly id: string }

/** A key by which another system knows the record: source `edexml`, `eckid`, `oneroster`, … */
export type ExportedKey = { readonly source: string; readonly value: string }

export type ExportedRecord = { readonly id: string; readonly keys: readonly ExportedKey[] }

/**
 * The national number is null unless the office asked for it and the school keeps it. From
 * protection level 1 there is no address, phone or e-mail, from 2 the first name is the alias,
 * there is no last name, no guardian and no key of another system.
 */
export type ExportedPupil = ExportedRecord & {
  readonly fields: PupilFields
  readonly protectionLevel: ProtectionLevel
  /** Oldest first; mostly one. */
  readonly enrolments: readonly EnrolmentFields[]
  /** In groups of the year that are not over, the class first. */
  readonly memberships: readonly ExportedMembership[]
  /** The main one first. */
  readonly residences: readonly ExportedResidence[]
  /** In the order of calling. */
  readonly guardians: readonly ExportedTie[]
  readonly phones: readonly ExportedPhone[]
}

export type ExportedMembership = Pick<GroupMembership, 'id' | 'groupId' | 'from' | 'until'>
export type ExportedResidence = ResidenceFields & { readonly householdId: string }
export type ExportedTie = GuardianLinkFields & { readonly guardianId: string }

/** E.164 where it could be read, `+31612345678`. In the order of calling. */
export type ExportedPhone = {
  readonly kind: PhoneKind
  readonly number: string
  readonly mayCallDuringSchool: boolean
}

export type ExportedGuardian = ExportedRecord & {
  readonly fields: GuardianFields
  readonly householdId: string | null
  readonly pupilIds: readonly string[]
  readonly phones: readonly ExportedPhone[]
}

export type ExportedHousehold = {
  readonly id: string
  readonly fields: HouseholdFields
  readonly pupilIds: readonly string[]
  readonly guardianIds: readonly string[]
  readonly phones: readonly ExportedPhone[]
}

export type ExportedGroup = ExportedRecord & {
  readonly fields: GroupFields
  readonly staff: readonly ExportedTask[]
}

/** Who works with which group; the same row stands with the group and with the person. */
export type ExportedTask = {
  readonly id: string
  readonly staffId: string
  readonly groupId: string
  readonly task: GroupTask
}

export type ExportedStaff = ExportedRecord & {
  readonly fields: Pick<
    Staff,
    'firstName' | 'prefix' | 'lastName' | 'userName' | 'email' | 'role' | 'isActive'
  >
  readonly groups: readonly ExportedTask[]
}

/** What changed since a moment. Writers without a delta never get one. */
export type ExportedDelta = {
  readonly since: Moment
  readonly now: Moment
  /** Ids of pupils, guardians, groups, staff, memberships and tasks of the school above. */
  readonly changed: ReadonlySet<string>
  /** Who and what was here and is not in this export any more; of a person no more than the key. */
  readonly gone: readonly GoneRecord[]
}

export type GoneRecord =
  | (ExportedRecord & { readonly kind: 'pupil' | 'guardian' | 'group' | 'staff' })
  | {
      readonly kind: 'membership' | 'task'
      readonly id: string
      /** Whose it was, with the keys of both ends. */
      readonly person: ExportedRecord
      readonly group: ExportedRecord
      readonly task: GroupTask | null
    }
