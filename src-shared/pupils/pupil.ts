import { z } from 'zod'
import { Day, PartialDay } from '#shared/platform/day.ts'

export const PupilId = z.uuid().brand('PupilId')
export type PupilId = z.output<typeof PupilId>

export const sexes = ['female', 'male', 'other', 'unknown'] as const
export const Sex = z.enum(sexes)
export type Sex = z.output<typeof Sex>

/** The kinds of national number; `local` is a number the school gave while none is known. */
export const nationalNumberKinds = [
  'bsn',
  'onderwijsnummer',
  'rijksregisternummer',
  'bisnummer',
  'personnummer',
  'samordningsnummer',
  'local',
] as const
export const NationalNumberKind = z.enum(nationalNumberKinds)
export type NationalNumberKind = z.output<typeof NationalNumberKind>

const line = z.string().trim().max(200)
const optionalLine = line.transform((text) => text || null).nullable()
const optionalText = z
  .string()
  .trim()
  .max(4000)
  .transform((text) => text || null)
  .nullable()

/**
 * Protection of identity, `domain.md` 3.3. 0 none; 1 hidden address (geheim adres,
 * sekretessmarkering); 2 protected registration (skyddad folkbokföring); 3 assumed identity
 * (fingerade uppgifter). From 1 address, phone and photo are masked; from 2 the alias stands in
 * for the name everywhere.
 */
export const protectionLevels = [0, 1, 2, 3] as const
export const ProtectionLevel = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)])
export type ProtectionLevel = z.output<typeof ProtectionLevel>

/** What the office fills in about a pupil. Household, guardians and groups are rows of their own. */
export const PupilFields = z.object({
  /** The name the child is called by (roepnaam, tilltalsnamn). */
  firstName: line.min(1),
  /** All first names as registered. */
  officialNames: optionalLine,
  initials: optionalLine,
  /** Tussenvoegsel, voorvoegsel: `van der`; kept apart because the countries sort it differently. */
  prefix: optionalLine,
  lastName: line,
  sex: Sex,
  birthDate: PartialDay.nullable(),
  birthPlace: optionalLine,
  nationalNumber: optionalLine,
  nationalNumberKind: NationalNumberKind.nullable(),
  /** Leerlingnummer, stamnummer, elev-id: the school's own number. */
  pupilNumber: optionalLine,
  /** BCP 47 codes of the languages spoken at home. */
  homeLanguages: z.array(z.string().trim().min(2).max(35)).max(8),
  nationality: optionalLine,
  email: optionalLine,
  /** Year in school as the country counts: NL 1–8, Flanders K1–K3 and 1–6, Sweden F and 1–9. */
  yearGrade: optionalLine,
  note: optionalText,
})
export type PupilFields = z.output<typeof PupilFields>

/** A protected pupil's cover, and what was agreed with the guardians about it. */
export const Protection = z.object({
  protectionLevel: ProtectionLevel,
  alias: optionalLine,
  protectionAgreement: optionalText,
})
export type Protection = z.output<typeof Protection>

export type Pupil = PupilFields &
  Protection & {
    readonly id: PupilId
    /** Set when two records were one child: the record that went on. */
    readonly mergedInto: PupilId | null
  }

/** Application, enrolment and leaving: one row each time a child comes to the school. */
export const EnrolmentId = z.uuid().brand('EnrolmentId')
export type EnrolmentId = z.output<typeof EnrolmentId>
export const EnrolmentFields = z
  .object({
    appliedOn: Day.nullable(),
    startsOn: Day.nullable(),
    endsOn: Day.nullable(),
    endReason: optionalLine,
    fromSchool: optionalLine,
    toSchool: optionalLine,
  })
  .refine(({ startsOn, endsOn }) => !startsOn || !endsOn || startsOn <= endsOn, {
    path: ['endsOn'],
    error: 'enrolment.ends-before-it-starts',
  })
export type EnrolmentFields = z.output<typeof EnrolmentFields>
export type Enrolment = EnrolmentFields & { readonly id: EnrolmentId; readonly pupilId: PupilId }

/** Whether the child is at school on a day; an `applicant` has no start yet. */
export type PupilStatus = 'current' | 'future' | 'former' | 'applicant'

type Stay = Pick<Enrolment, 'startsOn' | 'endsOn'>

/** `today` is compared with every enrolment; a pupil without any counts as current (an import). */
export function statusOn(today: Day, enrolments: readonly Stay[]): PupilStatus {
  if (enrolments.length === 0) return 'current'
  // An import may know the last day and not the first: that child has been here.
  const started = enrolments.filter(({ startsOn, endsOn }) =>
    startsOn ? startsOn <= today : endsOn !== null,
  )
  if (started.some(({ endsOn }) => !endsOn || endsOn >= today)) return 'current'
  if (enrolments.some(({ startsOn }) => startsOn && startsOn > today)) return 'future'
  return started.length > 0 ? 'former' : 'applicant'
}

/** The day that goes with the status: the last of a former pupil, the first of a future one. */
export function dayOfStatus(status: PupilStatus, today: Day, enrolments: readonly Stay[]) {
  if (status === 'former') {
    return enrolments.map(({ endsOn }) => endsOn).reduce(later, null)
  }
  if (status !== 'future') return null
  return enrolments
    .map(({ startsOn }) => startsOn)
    .filter((startsOn) => startsOn && startsOn > today)
    .reduce(earlier, null)
}

const later = (a: Day | null, b: Day | null) => (!a || (b && b > a) ? b : a)
const earlier = (a: Day | null, b: Day | null) => (!a || (b && b < a) ? b : a)

/** Whether two times at school share a day; an application without a first day shares none. */
export function enrolmentsOverlap(a: Stay, b: Stay) {
  if (!a.startsOn || !b.startsOn) return false
  return (!b.endsOn || a.startsOn <= b.endsOn) && (!a.endsOn || b.startsOn <= a.endsOn)
}
