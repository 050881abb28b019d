import type { StaffRole } from '#shared/platform/role.ts'

/** Kinds of pupil data that are not for every role. */
export const fieldClasses = [
  'identity',
  'address',
  'national-number',
  'medical',
  'authority',
  'consent',
  'history',
] as const
export type FieldClass = (typeof fieldClasses)[number]

/** What each role may see of the pupils it may see at all; `medical` also needs the personal right. */
const visible: Record<StaffRole, readonly FieldClass[]> = {
  office: ['identity', 'address', 'national-number', 'medical', 'authority', 'consent', 'history'],
  principal: fieldClasses,
  teacher: ['identity', 'address', 'medical', 'authority', 'consent'],
  ict: [],
}

export type Viewer = { readonly role: StaffRole; readonly seesMedical: boolean }

export function maySee({ role, seesMedical }: Viewer, fieldClass: FieldClass) {
  if (fieldClass === 'medical' && !seesMedical) return false
  return visible[role].includes(fieldClass)
}

/**
 * Whether the caller may make, change or let in somebody with these rights. ICT looks after
 * computers: it must not let itself in where the pupils are, nor borrow the sign-in of who is.
 */
export function mayManage({ role }: Pick<Viewer, 'role'>, person: Viewer) {
  return role !== 'ict' || (person.role === 'ict' && !person.seesMedical)
}

/** A teacher sees the pupils of own groups only. */
export function seesEveryPupil({ role }: Viewer) {
  return role === 'office' || role === 'principal'
}

/** Who may ask, with a reason and in the log, to see what a protected pupil's mask hides. */
export function mayReveal({ role }: Viewer) {
  return role === 'office' || role === 'principal'
}
