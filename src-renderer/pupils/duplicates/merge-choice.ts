import type { Pupil, PupilFields } from '#shared/pupils/pupil.ts'

/** Compared one by one; names first, as people recognise a child. */
export const comparedFields = [
  'firstName',
  'prefix',
  'lastName',
  'officialNames',
  'initials',
  'sex',
  'birthDate',
  'birthPlace',
  'nationalNumber',
  'nationalNumberKind',
  'pupilNumber',
  'homeLanguages',
  'nationality',
  'email',
  'yearGrade',
  'note',
] as const satisfies readonly (keyof PupilFields)[]
export type ComparedField = (typeof comparedFields)[number]

export type Side = 0 | 1
export type Sides = Readonly<Partial<Record<ComparedField, Side>>>

export function differingFields(a: Pupil, b: Pupil): readonly ComparedField[] {
  return comparedFields.filter((field) => textOf(a, field) !== textOf(b, field))
}

/** What is filled in beats what is empty; otherwise the record that stays. */
export function sideFor(field: ComparedField, pair: readonly [Pupil, Pupil], keep: Side): Side {
  const other: Side = keep === 0 ? 1 : 0
  return isEmpty(pair[keep], field) && !isEmpty(pair[other], field) ? other : keep
}

/** Every field as chosen, ready to be written over the record that stays. */
export function mergedFields(pair: readonly [Pupil, Pupil], sides: Sides, keep: Side): PupilFields {
  const from = (field: ComparedField) => pair[sides[field] ?? sideFor(field, pair, keep)]
  return {
    firstName: from('firstName').firstName,
    prefix: from('prefix').prefix,
    lastName: from('lastName').lastName,
    officialNames: from('officialNames').officialNames,
    initials: from('initials').initials,
    sex: from('sex').sex,
    birthDate: from('birthDate').birthDate,
    birthPlace: from('birthPlace').birthPlace,
    nationalNumber: from('nationalNumber').nationalNumber,
    nationalNumberKind: from('nationalNumberKind').nationalNumberKind,
    pupilNumber: from('pupilNumber').pupilNumber,
    homeLanguages: from('homeLanguages').homeLanguages,
    nationality: from('nationality').nationality,
    email: from('email').email,
    yearGrade: from('yearGrade').yearGrade,
    note: from('note').note,
  }
}

const isEmpty = (pupil: Pupil, field: ComparedField) => {
  const text = textOf(pupil, field)
  return text === '' || (field === 'sex' && text === 'unknown')
}

export function textOf(pupil: Pupil, field: ComparedField) {
  const value = pupil[field]
  return typeof value === 'object' && value !== null ? value.join(', ') : (value ?? '')
}
