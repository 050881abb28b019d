import { z } from 'zod'
import { Day } from '#shared/platform/day.ts'
import type { PupilId } from '#shared/pupils/pupil.ts'

export const ContactId = z.uuid().brand('ContactId')
export type ContactId = z.output<typeof ContactId>
export const ContactLinkId = z.uuid().brand('ContactLinkId')
export type ContactLinkId = z.output<typeof ContactLinkId>
export const PhoneId = z.uuid().brand('PhoneId')
export type PhoneId = z.output<typeof PhoneId>

const line = z.string().trim().max(200)
const optionalLine = line.transform((text) => text || null).nullable()

export const contactKinds = [
  'emergency',
  'babysitter',
  'collector',
  'doctor',
  'dentist',
  'after-school-care',
  'other',
] as const
export const ContactKind = z.enum(contactKinds)
export type ContactKind = z.output<typeof ContactKind>

/** Somebody who is no guardian: one doctor is one row, shared by all the doctor's pupils. */
export const ContactFields = z.object({
  kind: ContactKind,
  name: line.min(1),
  organisation: optionalLine,
  address: optionalLine,
  email: optionalLine,
  note: optionalLine,
})
export type ContactFields = z.output<typeof ContactFields>
export type Contact = ContactFields & { readonly id: ContactId }

export const ContactLinkFields = z.object({
  /** 1 is called first, after the guardians. */
  contactOrder: z.number().int().min(1).max(99),
  relation: optionalLine,
  mayCollect: z.boolean(),
  /** This person may never take the child along. */
  collectingForbidden: z.boolean(),
  validFrom: Day.nullable(),
  validUntil: Day.nullable(),
})
export type ContactLinkFields = z.output<typeof ContactLinkFields>
export type ContactLink = ContactLinkFields & {
  /** UUIDv5 of pupil and contact. */
  readonly id: ContactLinkId
  readonly pupilId: PupilId
  readonly contactId: ContactId
}

export const phoneKinds = ['mobile', 'home', 'work', 'other'] as const
export const PhoneKind = z.enum(phoneKinds)
export type PhoneKind = z.output<typeof PhoneKind>

export const phoneOwners = ['guardian', 'household', 'contact', 'pupil', 'staff'] as const
export const PhoneOwner = z.enum(phoneOwners)
export type PhoneOwner = z.output<typeof PhoneOwner>

export const PhoneFields = z.object({
  kind: PhoneKind,
  /** E.164, `+31612345678`; a number that could not be read stays as it was typed. */
  number: line.min(1),
  mayCallDuringSchool: z.boolean(),
})
export type PhoneFields = z.output<typeof PhoneFields>
export type Phone = PhoneFields & {
  readonly id: PhoneId
  readonly ownerKind: PhoneOwner
  /** Id of the guardian, household, contact, pupil or staff member. */
  readonly ownerId: string
  /** 1 is called first. */
  readonly position: number
}
