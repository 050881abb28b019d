import type { Day } from '#shared/platform/day.ts'
import type { MedicalFields } from '#shared/pupils/medical.ts'
import type { NameSet } from '../names/name-set.ts'
import type { Random } from '../random.ts'

export type ClassPlan = {
  readonly name: string
  readonly grades: readonly string[]
  readonly size: number
}

export type Town = { readonly name: string; readonly postcodes: readonly string[] }

export type StaffName = readonly [firstName: string, prefix: string | null, lastName: string]

/** What a school of one country looks like; everything else is the same everywhere. */
export type CountryProfile = {
  readonly school: {
    readonly name: string
    readonly place: string
    readonly registrationNumber: string
    readonly street: string
    readonly postcode: string
    readonly confidentialityLine: string
  }
  readonly classes: readonly ClassPlan[]
  readonly grades: readonly string[]
  readonly gradesOfSet: { readonly name: string; readonly grades: readonly string[] }
  /** First day of the school year, `08-01`. */
  readonly yearStartsOn: string
  /** A school year's name by the year it begins in. */
  readonly yearName: (year: number) => string
  /** The first birth date of the lowest grade: years before the school year, and the day. */
  readonly lowestGradeBornFrom: { readonly yearsBefore: number; readonly day: string }
  /** A child may not start before this many days of age; 0 where classes start together. */
  readonly minimumAgeInDays: number
  readonly people: readonly (readonly [NameSet, number])[]
  readonly officeStaff: { readonly principal: StaffName; readonly ict: StaffName }
  readonly streets: readonly string[]
  readonly towns: readonly Town[]
  readonly addressCountry: string
  readonly postcode: (prefix: string, random: Random) => string
  readonly additions: readonly string[]
  readonly homeLanguage: string
  readonly nationality: string
  /** Mobile and fixed numbers that ring nowhere; `n` counts up. */
  readonly mobile: (n: number) => string
  readonly landline: (n: number) => string
  readonly nationalNumber: NationalNumbers
  readonly words: PracticeWords
  readonly medicals: readonly MedicalFields[]
}

/** Hands out a number from a range that belongs to nobody, or null when there is none left. */
export type NationalNumbers = {
  readonly kind: 'bsn' | 'rijksregisternummer' | 'personnummer'
  readonly make: (nth: number, birthDate: Day, sex: 'female' | 'male') => string | null
}

/** Words that an office types itself, and that thus stand in the rows. */
export type PracticeWords = {
  readonly everyOtherWeek: string
  readonly weekends: string
  readonly soleAuthorityDocument: string
  readonly noContactDocument: string
  readonly noContactNote: string
  readonly guardianshipDocument: string
  readonly fosterDocument: string
  readonly guardianOrganisation: string
  readonly forwardingAddress: string
  readonly agreements: readonly [string, string, string]
  readonly grandmother: string
  readonly grandfather: string
  readonly neighbour: string
  readonly aunt: string
  readonly babysitter: string
  readonly neverCollect: string
  readonly doctors: readonly string[]
  readonly dentist: string
  readonly afterSchoolCares: readonly string[]
  readonly otherSchools: readonly string[]
  readonly nextSchools: readonly string[]
  readonly moved: string
  readonly finished: string
  readonly consentNote: string
  /** Why the office locked an account. */
  readonly lockReason: string
  readonly pupilNotes: readonly string[]
  readonly guardianNote: string
}
