import type { Pupil, PupilStatus } from './pupil.ts'
import type { FamilyGuardian, FamilyHousehold } from './pupils-contract.ts'

/** The fields a school must know of each pupil (`domain.md` 39): defined here and nowhere else. */
export const requiredFields = [
  'firstName',
  'lastName',
  'birthDate',
  'sex',
  'group',
  'address',
  'guardian',
  'guardianPhone',
  'authority',
] as const
export type MissingField = (typeof requiredFields)[number]

type Known = {
  readonly pupil: Pick<Pupil, 'firstName' | 'lastName' | 'birthDate' | 'sex'>
  readonly status: PupilStatus
  /** Whether the pupil is in a class, or will be in one that is known by now. */
  readonly isInClass: boolean
  readonly households: readonly {
    readonly household: Pick<FamilyHousehold['household'], 'street' | 'town'>
  }[]
  readonly guardians: readonly {
    readonly link: Pick<FamilyGuardian['link'], 'authority'>
    readonly phones: readonly unknown[]
  }[]
}

/**
 * Which required fields are not known, in the order of the form. Only who is at school now misses
 * a group: who comes later is placed later, and who left needs none.
 */
export function missingFields(known: Known): MissingField[] {
  const { pupil, status, isInClass, households, guardians } = known
  const isKnown: Record<MissingField, boolean> = {
    firstName: pupil.firstName !== '',
    lastName: pupil.lastName !== '',
    birthDate: pupil.birthDate !== null,
    sex: pupil.sex !== 'unknown',
    group: isInClass || status !== 'current',
    address: households.some(({ household }) => household.street && household.town),
    guardian: guardians.length > 0,
    guardianPhone: guardians.some(({ phones }) => phones.length > 0),
    authority: guardians.length > 0 && guardians.every(({ link }) => link.authority !== 'unknown'),
  }
  return requiredFields.filter((field) => !isKnown[field])
}
