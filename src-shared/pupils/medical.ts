import { z } from 'zod'
import type { PupilId } from './pupil.ts'

const optionalText = z
  .string()
  .trim()
  .max(4000)
  .transform((text) => text || null)
  .nullable()

/** Health data (GDPR article 9): a section of its own, readable with the right `medical` only. */
export const MedicalFields = z.object({
  /** One short line for lists and the emergency sheet: `Notenallergie, EpiPen in lokaal`. */
  alert: z
    .string()
    .trim()
    .max(120)
    .transform((text) => text || null)
    .nullable(),
  allergies: optionalText,
  conditions: optionalText,
  medication: optionalText,
  diet: optionalText,
  /** Whether the guardians signed the form that lets the school give medication. */
  medicationPermitted: z.boolean(),
  instructions: optionalText,
})
export type MedicalFields = z.output<typeof MedicalFields>

/** One row a pupil; its id is the pupil's. */
export type Medical = MedicalFields & { readonly id: PupilId }
