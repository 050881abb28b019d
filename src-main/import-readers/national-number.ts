import { checkNationalNumber } from '#shared/pupils/national-number.ts'
import type { NationalNumberKind } from '#shared/pupils/pupil.ts'
import type { Problems } from './problems.ts'
import type { Value } from './read-values.ts'

type National = { readonly number: string; readonly kind: NationalNumberKind }

const digitsOfKind = { bsn: 9, onderwijsnummer: 9, rijksregisternummer: 11 } as const

/**
 * A national number with a failing check digit is kept with a warning: the school's own file is the
 * truth about what the school has, and the official samples fail too. Problems never repeat it.
 */
export function readNationalNumber(
  value: Value,
  kind: keyof typeof digitsOfKind,
  problems: Problems,
): National | null {
  const text = value.text.replace(/[\s.-]/g, '')
  if (text === '') return null
  const where = { file: value.file, line: value.line, field: value.field }
  // All zeros pass the sum of a BSN and mean that nobody knows the number.
  if (!/^\d+$/.test(text) || text.length !== digitsOfKind[kind] || /^0+$/.test(text)) {
    problems.warn('value-invalid', where)
    return null
  }
  const isBelgian = kind === 'rijksregisternummer'
  // A Belgian number may be a BIS number, which is told from the number itself.
  const check = checkNationalNumber(text, isBelgian ? 'be' : 'nl', isBelgian ? null : kind)
  if (!check.isValid) problems.warn('number-check-digit', where)
  return { number: text, kind: check.kind ?? kind }
}
