import type { StaffRole } from '#shared/platform/role.ts'
import { tablePaths } from './scopes.ts'

/** Tables about computers and people who work here. */
const administration = new Set(['schools', 'staff', 'groupStaff'])

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
