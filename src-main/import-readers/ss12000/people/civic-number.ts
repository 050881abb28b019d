import { Day } from '#shared/platform/day.ts'
import { checkNationalNumber } from '#shared/pupils/national-number.ts'
import type { NationalNumberKind } from '#shared/pupils/pupil.ts'
import type { Problems } from '../../problems.ts'
import type { Value } from '../../read-values.ts'

export type CivicNumber = {
  readonly national: { readonly number: string; readonly kind: NationalNumberKind } | null
  /** A number says when somebody was born: a personnummer that holds, or a date in its place. */
  readonly birthDate: Day | null
}

const nothing: CivicNumber = { national: null, birthDate: null }

/**
 * `civicNo`: personnummer or samordningsnummer with twelve digits, and as real files also write
 * them: ten digits, a dash or plus, or only the eight digits of a birth date. A temporary number
 * with letters (`20130101TF01`) is kept as the school's own. Problems never repeat the number.
 */
export function readCivicNumber(value: Value, nationality: string, problems: Problems) {
  const text = value.text.replace(/\s/g, '').replace(/[–—]/g, '-')
  const where = { file: value.file, line: value.line, field: value.field }
  if (text === '') return nothing
  if (nationality !== '' && !/^(SE|SWE|Sverige)$/i.test(nationality)) {
    problems.warnOnce('extra-skipped', where)
    return nothing
  }
  if (/^\d{8}$/.test(text)) return readBirthDate(text, where, problems)
  const check = checkNationalNumber(text, 'se', null)
  if (check.kind === null || /^[-+\d]*0{8,}[-+\d]*$/.test(text)) {
    problems.warn('value-invalid', where)
    return nothing
  }
  if (!check.isValid) problems.warn('number-check-digit', where)
  const number = check.isValid ? check.normal : written(check.normal)
  const isPersonal = check.isValid && check.kind === 'personnummer'
  return {
    national: { number, kind: check.kind },
    birthDate: isPersonal ? dayOf(number.slice(0, 8)) : null,
  }
}

/** With its dash, as numbers that hold are kept. */
const written = (text: string) => text.replace(/^(\d{6}|\d{8})(\d{4})$/, '$1-$2')

type Where = Parameters<Problems['warnOnce']>[1]

function readBirthDate(digits: string, where: Where, problems: Problems): CivicNumber {
  const birthDate = dayOf(digits)
  // Made-up files count on from 20100000: said once, not for every child.
  if (!birthDate) problems.warnOnce('value-invalid', where)
  return { national: null, birthDate }
}

function dayOf(digits: string): Day | null {
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)$/.exec(digits) ?? []
  const parsed = Day.safeParse([year, month, day].join('-'))
  return parsed.success ? parsed.data : null
}
