import type { StaffRole } from '#shared/platform/role.ts'
import { tablePaths } from './scopes.ts'

/** Tables about computers and people who work here. */
const administration = new Set(['schools', 'staff', 'groupStaff'])

/**
 * Tables in which a teacher writes too, for pupils or groups of their own: which field says whom a
 * row is about. The portal holds a desk to it (`own-groups.ts`), the contracts say it to the window.
 */
export const teachersWrite: Readonly<
  Record<string, { readonly by: 'pupil' | 'group'; readonly field: string }>
> = {
  absenceMarks: { by: 'pupil', field: 'pupilId' },
  seats: { by: 'pupil', field: 'pupilId' },
  registers: { by: 'group', field: 'groupId' },
}

/**
 * Whether a role may write rows of a table at all, as the contracts have it: the office everything,
 * a teacher what is their own, ICT the administration. `isOwn` says whose own row it is.
 */
export function mayWrite(role: StaffRole, table: string, isOwn: boolean): boolean {
  const path = tablePaths[table]
  if (!path) return false
  if (path.about === 'own') return isOwn
  if (role === 'ict') return administration.has(table)
  return role === 'office' || role === 'principal'
}
