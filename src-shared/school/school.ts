import { z } from 'zod'
import { Country, Language } from '#shared/platform/language.ts'

export const SchoolId = z.uuid().brand('SchoolId')
export type SchoolId = z.output<typeof SchoolId>

const line = z.string().trim().max(200)
const optionalLine = line.transform((text) => text || null).nullable()

/** The school itself and its settings: one row. */
export const SchoolFields = z.object({
  name: line.min(1),
  place: optionalLine,
  country: Country,
  language: Language,
  /** BRIN with branch, instellingsnummer, skolenhetskod. */
  registrationNumber: optionalLine,
  street: optionalLine,
  postcode: optionalLine,
  town: optionalLine,
  phone: optionalLine,
  email: optionalLine,
  website: optionalLine,
  /** IANA name, `Europe/Amsterdam`. */
  timeZone: line.min(1),
  /** Minutes without a key or click before the screen locks; security.md 3 caps it at 15. */
  idleLockMinutes: z.number().int().min(1).max(15),
  /** Printed at the foot of lists. */
  confidentialityLine: optionalLine,
  /** Whether the national number is kept at all; `domain.md` 7.8. */
  keepsNationalNumber: z.boolean(),
})
export type SchoolFields = z.output<typeof SchoolFields>
export type School = SchoolFields & { readonly id: SchoolId }

export const timeZoneOfCountry: Record<Country, string> = {
  nl: 'Europe/Amsterdam',
  be: 'Europe/Brussels',
  se: 'Europe/Stockholm',
}
