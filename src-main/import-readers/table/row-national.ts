import { PartialDay } from '#shared/platform/day.ts'
import { checkNationalNumber } from '#shared/pupils/national-number.ts'
import type { NationalNumberKind, PupilFields } from '#shared/pupils/pupil.ts'
import { cleanText, type Value } from '../read-values.ts'
import type { TablePart } from './table-part.ts'

/** How many figures each kind has; a spreadsheet drops the zeros in front of a BSN. */
const figures: Partial<Readonly<Record<NationalNumberKind, RegExp>>> = {
  bsn: /^\d{9}$/,
  onderwijsnummer: /^\d{9}$/,
  rijksregisternummer: /^\d{11}$/,
  bisnummer: /^\d{11}$/,
}

/**
 * A national number of the school's country. One that fails its check is kept with a warning, as in
 * every format; one of another shape is none. Problems never repeat it. A valid Swedish one brings the
 * birth date.
 */
export function readNational(value: Value, { country, problems }: TablePart): Partial<PupilFields> {
  const text = cleanText(value.text)
  if (text === null || /^[-–?]+$/.test(text)) return {}
  const where = { file: value.file, line: value.line, field: value.field }
  const plain = country === 'se' ? text : text.replace(/[\s.-]/g, '')
  const padded = country === 'nl' && /^\d{8}$/.test(plain) ? `0${plain}` : plain
  const { kind, isValid, normal } = checkNationalNumber(padded, country, null)
  const isShaped = kind !== null && (isValid || (figures[kind]?.test(padded) ?? true))
  if (!isShaped || /^0+$/.test(padded)) {
    problems.warn('value-invalid', where)
    return {}
  }
  if (!isValid) problems.warn('number-check-digit', where)
  const birthDate = isValid ? birthDateIn(kind, normal) : null
  return {
    nationalNumber: normal,
    nationalNumberKind: kind,
    ...(birthDate && { birthDate }),
  }
}

/** A Swedish number begins with the day of birth, which counts where no column says it. */
function birthDateIn(kind: NationalNumberKind, normal: string): PartialDay | null {
  if (kind !== 'personnummer') return null
  const parsed = PartialDay.safeParse(normal.replace(/^(\d{4})(\d\d)(\d\d).*$/, '$1-$2-$3'))
  return parsed.success ? parsed.data : null
}
