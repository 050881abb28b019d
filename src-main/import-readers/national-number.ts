import { stdnum } from 'stdnum'
import type { NationalNumberKind } from '#shared/pupils/pupil.ts'
import type { Problems } from './problems.ts'
import type { Value } from './read-values.ts'

type National = { readonly number: string; readonly kind: NationalNumberKind }

const rules = {
  bsn: { digits: 9, isValid: (text: string) => stdnum.NL?.bsn?.validate(text).isValid },
  onderwijsnummer: {
    digits: 9,
    isValid: (text: string) => stdnum.NL?.onderwijsnummer?.validate(text).isValid,
  },
  rijksregisternummer: {
    digits: 11,
    isValid: (text: string) => stdnum.BE?.insz?.validate(text).isValid,
  },
} as const

/**
 * A national number with a failing check digit is kept with a warning: the school's own file is the
 * truth about what the school has, and the official samples fail too. Problems never repeat it.
 */
export function readNationalNumber(
  value: Value,
  kind: keyof typeof rules,
  problems: Problems,
): National | null {
  const text = value.text.replace(/[\s.-]/g, '')
  if (text === '') return null
  const { digits, isValid } = rules[kind]
  const where = { file: value.file, line: value.line, field: value.field }
  // All zeros pass the check of a BSN and mean that nobody knows the number.
  if (!/^\d+$/.test(text) || text.length !== digits || /^0+$/.test(text)) {
    problems.warn('value-invalid', where)
    return null
  }
  if (!isValid(text)) problems.warn('number-check-digit', where)
  return { number: text, kind: kind === 'rijksregisternummer' && isBis(text) ? 'bisnummer' : kind }
}

/** A BIS number has 20 or 40 added to the month of birth. */
const isBis = (text: string) => Number(text.slice(2, 4)) > 20
