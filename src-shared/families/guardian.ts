import { z } from 'zod'
import { Day } from '#shared/platform/day.ts'
import { Language } from '#shared/platform/language.ts'
import { type PupilId, Sex } from '#shared/pupils/pupil.ts'
import type { HouseholdId } from './household.ts'

export const GuardianId = z.uuid().brand('GuardianId')
export type GuardianId = z.output<typeof GuardianId>
export const GuardianLinkId = z.uuid().brand('GuardianLinkId')
export type GuardianLinkId = z.output<typeof GuardianLinkId>

const line = z.string().trim().max(200)
const optionalLine = line.transform((text) => text || null).nullable()
const optionalText = z
  .string()
  .trim()
  .max(4000)
  .transform((text) => text || null)
  .nullable()

export const GuardianFields = z.object({
  firstName: line,
  initials: optionalLine,
  prefix: optionalLine,
  lastName: line,
  sex: Sex,
  email: optionalLine,
  /** Drives letters and mails to this guardian. */
  language: Language.nullable(),
  note: optionalText,
})
export type GuardianFields = z.output<typeof GuardianFields>
export type Guardian = GuardianFields & {
  readonly id: GuardianId
  /** Where the guardian lives; null while no address is known. */
  readonly householdId: HouseholdId | null
}

export const relations = [
  'mother',
  'father',
  'parent',
  'step-parent',
  'foster-parent',
  'legal-guardian',
  'grandparent',
  'other',
] as const
export const Relation = z.enum(relations)
export type Relation = z.output<typeof Relation>

export const authorities = ['joint', 'sole', 'none', 'legal-guardian', 'foster', 'unknown'] as const
export const Authority = z.enum(authorities)
export type Authority = z.output<typeof Authority>

/** NL: article 1:377c BW gives a parent without authority information on request. */
export const informationRights = ['full', 'on-request', 'none'] as const
export const InformationRight = z.enum(informationRights)
export type InformationRight = z.output<typeof InformationRight>

/** What ties one guardian to one pupil, with everything law and school agreed about it. */
export const GuardianLinkFields = z.object({
  relation: Relation,
  authority: Authority,
  authorityDocument: optionalLine,
  authorityOn: Day.nullable(),
  informationRight: InformationRight,
  informationDocument: optionalLine,
  /** 1 is called first. */
  contactOrder: z.number().int().min(1).max(99),
  mayCollect: z.boolean(),
  portalAccess: z.boolean(),
  receivesLetters: z.boolean(),
  /** A court forbids contact: banner on the child, no portal, no mail. Needs the principal. */
  noContact: z.boolean(),
  note: optionalText,
})
export type GuardianLinkFields = z.output<typeof GuardianLinkFields>
export type GuardianLink = GuardianLinkFields & {
  /** UUIDv5 of pupil and guardian, so that two offline desks make the same row. */
  readonly id: GuardianLinkId
  readonly pupilId: PupilId
  readonly guardianId: GuardianId
}
