import { z } from 'zod'
import { Language } from '#shared/platform/language.ts'
import { roles } from '#shared/platform/role.ts'

export const StaffId = z.uuid().brand('StaffId')
export type StaffId = z.output<typeof StaffId>

const line = z.string().trim().max(200)
const optionalLine = line.transform((text) => text || null).nullable()

export const StaffFields = z.object({
  firstName: line.min(1),
  prefix: optionalLine,
  lastName: line,
  /** What the person types to sign in, unique in the school. */
  userName: line.toLowerCase().min(2).max(60),
  email: optionalLine,
  role: z.enum(roles),
  language: Language.nullable(),
  /** Health data are for those who need them: a right beside the role. */
  seesMedical: z.boolean(),
  /** A leaver keeps a row, since the history names it, but cannot sign in. */
  isActive: z.boolean(),
})
export type StaffFields = z.output<typeof StaffFields>
export type Staff = StaffFields & { readonly id: StaffId }
