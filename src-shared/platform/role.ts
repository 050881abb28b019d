/**
 * Who is calling. `nobody` is the window before sign-in. What a role may see is in
 * `staff/rights.ts`; which methods it may call stands in each contract.
 */
export const roles = ['office', 'teacher', 'principal', 'ict'] as const
export type StaffRole = (typeof roles)[number]
export type Role = StaffRole | 'nobody'

export const anybody = ['nobody', ...roles] as const
export const everyone = roles
/** Everyone who works with pupils: the ICT role looks after computers and sees no pupil. */
export const pupilStaff = ['office', 'teacher', 'principal'] as const
export const office = ['office', 'principal'] as const
/** May look after users and settings. */
export const administrators = ['office', 'principal', 'ict'] as const
