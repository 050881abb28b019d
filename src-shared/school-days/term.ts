import { z } from 'zod'
import { Day } from '#shared/platform/day.ts'

/** A part of a school year with a name of its own: hösttermin, trimester. */
export const TermFields = z
  .object({ name: z.string().trim().min(1).max(100), startsOn: Day, endsOn: Day })
  .refine(({ startsOn, endsOn }) => startsOn <= endsOn, { path: ['endsOn'] })
export type TermFields = z.output<typeof TermFields>
export type Term = TermFields & { readonly id: string }
