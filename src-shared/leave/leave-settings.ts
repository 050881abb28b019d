import { z } from 'zod'

/** How a school deals with leave; one row. */
export const LeaveSettingsFields = z.object({
  /** Guardians may ask on the portal. */
  guardiansAsk: z.boolean(),
  /** Everybody with authority must agree before leave is granted. */
  asksEverybody: z.boolean(),
  /** Only the principal decides, also on what the office may. */
  principalDecides: z.boolean(),
  /** The school's own words above the form. */
  rules: z.string().trim().max(2000),
})
export type LeaveSettingsFields = z.output<typeof LeaveSettingsFields>
export type LeaveSettings = LeaveSettingsFields & { readonly id: string }

/** While a school has said nothing: asked of everybody only where the law's custom is (Sweden). */
export const usualLeaveSettings = (country: string): LeaveSettingsFields => ({
  guardiansAsk: true,
  asksEverybody: country === 'se',
  principalDecides: false,
  rules: '',
})
