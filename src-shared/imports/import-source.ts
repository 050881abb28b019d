import type { PupilFields } from '#shared/pupils/pupil.ts'

/** The formats that are read; a further one adds a reader and a name here. */
export const importFormats = ['edexml', 'oneroster'] as const
export type ImportFormat = (typeof importFormats)[number]

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
}

export type SourceKey = {
  /** Which system's key: `edexml`, `eckid`, `oneroster`. */
  readonly source: string
  readonly value: string
}

export type SourcePupil = {
  readonly place: SourcePlace
  readonly keys: readonly SourceKey[]
  /** Only what the file says; an absent field is not touched. */
  readonly fields: Partial<PupilFields>
  readonly groupKeys: readonly string[]
  readonly guardianKeys: readonly string[]
  readonly startsOn: string | null
  readonly endsOn: string | null
  readonly postcode: string | null
  readonly phones: readonly string[]
  /** The file says that this record ends (OneRoster `tobedeleted`). */
  readonly isEnded: boolean
}

export type SourceGroup = {
  readonly place: SourcePlace
  readonly key: string
  readonly name: string
  readonly kind: 'class' | 'set'
  readonly yearGrades: readonly string[]
}

export type SourceStaff = {
  readonly place: SourcePlace
  readonly keys: readonly SourceKey[]
  readonly firstName: string
  readonly prefix: string | null
  readonly lastName: string
  readonly email: string | null
  readonly groupKeys: readonly string[]
}

export type SourceGuardian = {
  readonly place: SourcePlace
  readonly key: string
  readonly firstName: string
  readonly prefix: string | null
  readonly lastName: string
  readonly email: string | null
  readonly phones: readonly string[]
  /** Pupils of this guardian by key, besides those that name the guardian themselves. */
  readonly pupilKeys: readonly string[]
  readonly relation: string | null
}

/** Codes of everything that can be wrong with a file; each has a sentence in every language. */
export const importProblemCodes = [
  'not-readable',
  'unknown-format',
  'unknown-version',
  'not-xml',
  'doctype',
  'too-deep',
  'too-large',
  'too-slow',
  'zip-damaged',
  'zip-suspicious',
  'manifest-missing',
  'manifest-invalid',
  'file-missing',
  'file-not-listed',
  'column-missing',
  'column-unknown',
  'row-uneven',
  'element-unknown',
  'element-missing',
  'value-missing',
  'value-invalid',
  'value-too-long',
  'key-repeated',
  'key-dangling',
  'number-check-digit',
  'school-year-unknown',
  'group-unnamed',
  'extra-skipped',
  'bulk-with-status',
  'delta-without-status',
  'no-pupils',
] as const
export type ImportProblemCode = (typeof importProblemCodes)[number]

/** `refusal`: the whole file is refused; `row`: this record is left out; `warning`: taken as it is. */
export type ImportProblem = {
  readonly severity: 'refusal' | 'row' | 'warning'
  readonly code: ImportProblemCode
  readonly file: string
  readonly line: number | null
  readonly field: string | null
  /** What stood there, at most 60 characters; never a national number. */
  readonly value: string | null
}
