import type { GuardianFields, GuardianLinkFields } from '#shared/families/guardian.ts'
import type { HouseholdFields, ResidenceFields } from '#shared/families/household.ts'
import type { ProtectionLevel, PupilFields } from '#shared/pupils/pupil.ts'

/** The formats that are read; a further one adds a reader and a name here. */
export const importFormats = [
  'edexml',
  'oneroster',
  'ss12000',
  'sds',
  'vcard',
  'ics',
  'csv',
  'xlsx',
] as const
export type ImportFormat = (typeof importFormats)[number]

export const importedKinds = [
  'pupils',
  'guardians',
  'households',
  'groups',
  'staff',
  'events',
] as const
export type ImportedKind = (typeof importedKinds)[number]

/** Where something stood in the file, for a sentence that names it. */
export type SourcePlace = {
  readonly file: string
  /** 1-based line; null where the format has none. */
  readonly line: number | null
}

/** What every reader makes of its file: people and groups with the keys of their own system. */
export type ImportSource = {
  readonly format: ImportFormat
  /** `2.1`, `1.2`. */
  readonly version: string
  readonly schoolName: string | null
  readonly schoolNumber: string | null
  /** `2026-2027`, null when the file does not say. */
  readonly schoolYear: string | null
  /** A delta changes and ends what it names and says nothing of the rest. */
  readonly isDelta: boolean
  readonly pupils: readonly SourcePupil[]
  readonly groups: readonly SourceGroup[]
  readonly staff: readonly SourceStaff[]
  readonly guardians: readonly SourceGuardian[]
  readonly households: readonly SourceHousehold[]
  /** Appointments of a calendar file; absent where the format has none. */
  readonly events?: readonly SourceEvent[]
}

/** A key that is worth remembering: the same person has it in the next file of that system. */
export type SourceKey = {
  /** Which system's key: `edexml`, `eckid`, `oneroster`. */
  readonly source: string
  readonly value: string
}

type SourceRecord = {
  readonly place: SourcePlace
  /** By which the other records of the file name this one; unique within its kind. */
  readonly key: string
  readonly keys: readonly SourceKey[]
  /** The record says too little to make somebody new of it: unknown ones are reported, not made. */
  readonly onlyIfKnown: boolean
}

export type SourceMembership = {
  readonly groupKey: string
  readonly from: string | null
  readonly until: string | null
  /** The file takes the pupil out of this group. */
  readonly isEnded: boolean
}

export type SourcePhone = { readonly kind: 'mobile' | 'home' | 'work'; readonly number: string }

export type SourcePupil = SourceRecord & {
  /** Only what the file says; an absent field is not touched. */
  readonly fields: Partial<PupilFields>
  readonly memberships: readonly SourceMembership[]
  readonly guardianKeys: readonly string[]
  readonly startsOn: string | null
  readonly endsOn: string | null
  readonly phones: readonly SourcePhone[]
  /** The file says that this pupil left without saying when. */
  readonly isEnded: boolean
  /** A marking of the file such as `securityMarking`; it raises the school's level, never lowers it. */
  readonly protection?: ProtectionLevel
}

export type SourceGroup = SourceRecord & {
  readonly name: string
  readonly kind: 'class' | 'set'
  readonly yearGrades: readonly string[]
  /** Null when it is the file's own, or not said. */
  readonly schoolYear: string | null
}

export type SourceStaff = SourceRecord & {
  readonly firstName: string
  readonly prefix: string | null
  readonly lastName: string
  readonly userName: string | null
  readonly email: string | null
  readonly groups: readonly { readonly groupKey: string; readonly task: 'teacher' | 'assistant' }[]
}

export type SourceGuardian = SourceRecord & {
  readonly firstName: string
  readonly prefix: string | null
  readonly lastName: string
  readonly email: string | null
  readonly phones: readonly SourcePhone[]
  /** Pupils of this guardian by key, besides those that name the guardian themselves. */
  readonly pupilKeys: readonly string[]
  readonly relation: 'parent' | 'other'
  /** What else the file says of the guardian. */
  readonly more?: Partial<Pick<GuardianFields, 'initials' | 'sex' | 'language' | 'note'>>
  /**
   * What the file says of the tie to a pupil, for ties that are new. A field that it does not say
   * keeps the careful value: authority unknown, portal shut.
   */
  readonly ties?: readonly SourceTie[]
}

export type SourceTie = {
  readonly pupilKey: string
  readonly fields: Partial<GuardianLinkFields>
}

/** An address, or the part of it that the file carries, with those who live there. */
export type SourceHousehold = {
  readonly place: SourcePlace
  readonly key: string
  readonly fields: Partial<HouseholdFields>
  readonly pupilKeys: readonly string[]
  readonly guardianKeys: readonly string[]
  /** How the pupils live here; absent: it is their main home. */
  readonly residence?: ResidenceFields
}

/** One appointment of a calendar file, as the calendar will show it. */
export type SourceEvent = {
  readonly place: SourcePlace
  /** UID, with the RECURRENCE-ID behind it for one changed occurrence. */
  readonly key: string
  readonly title: string
  readonly description: string | null
  readonly location: string | null
  /** A day, `2026-11-22`, or a moment in UTC, `2026-11-22T08:00:00Z`. */
  readonly startsAt: string
  /** Not included, as in RFC 5545: the day or the moment after. */
  readonly endsAt: string
  /** IANA name in which a repeated event repeats; null for days and for UTC. */
  readonly timeZone: string | null
  /** The text of RRULE; null for an event that happens once. */
  readonly recurrence: string | null
  /** Starts that are left out of the repetition, in the form of `startsAt`. */
  readonly exceptions: readonly string[]
  readonly isCancelled: boolean
}

/** Codes of everything that can be wrong with a file; each has a sentence in every language. */
export const importProblemCodes = [
  'not-readable',
  'unknown-format',
  'unknown-version',
  'not-xml',
  'not-json',
  'doctype',
  'too-deep',
  'too-large',
  'too-slow',
  'encoding-guessed',
  'zip-damaged',
  'zip-suspicious',
  'manifest-missing',
  'manifest-invalid',
  'file-missing',
  'file-not-listed',
  'several-files',
  'separator-unusual',
  'column-missing',
  'column-unknown',
  'column-renamed',
  'column-repeated',
  'row-uneven',
  'quotes-broken',
  'member-unknown',
  'member-repeated',
  'element-unknown',
  'element-missing',
  'value-missing',
  'value-invalid',
  'value-too-long',
  'key-repeated',
  'key-dangling',
  'number-check-digit',
  'school-year-unknown',
  'school-year-differs',
  'school-year-past',
  'several-schools',
  'other-school',
  'group-unnamed',
  'extra-skipped',
  'role-skipped',
  'role-unclear',
  'protection-unclear',
  'link-ignored',
  'ended-skipped',
  'guardian-without-pupil',
  'address-differs',
  'bulk-with-status',
  'delta-without-status',
  'no-pupils',
  'no-events',
  'time-zone-unknown',
  'uwlr-not-read',
  'oso-not-read',
  'document-not-read',
  'old-spreadsheet',
  'mapping-name-missing',
  'mapping-field-twice',
  'mapping-unsure',
  'mapping-not-table',
  'dates-unclear',
  'cell-error',
  'value-differs',
  'person-unclear',
  'guardian-unnamed',
] as const
export type ImportProblemCode = (typeof importProblemCodes)[number]

/** `refusal`: the whole file is refused; `row`: this record is left out; `warning`: taken as it is. */
export type ImportProblem = {
  readonly severity: 'refusal' | 'row' | 'warning'
  readonly code: ImportProblemCode
  readonly file: string
  readonly line: number | null
  readonly field: string | null
  /** Of whom or what a record is left out; null when it is no person, group or address. */
  readonly kind: ImportedKind | null
  /** What stood there, at most 60 characters; never a national number. */
  readonly value: string | null
}
