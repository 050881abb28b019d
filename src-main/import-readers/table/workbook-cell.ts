import type { CellObject } from '@e965/xlsx'

type Formats = Pick<typeof import('@e965/xlsx')['SSF'], 'is_date' | 'parse_date_code'>

/**
 * A cell as text: a day as `2018-03-04`, a number without the dots its format puts in, but with the
 * zeros that a format puts before it (`0612345678` under `0000000000`). Errors and gaps are empty.
 */
export function textOfCell(cell: CellObject, formats: Formats, is1904: boolean): string {
  const { t, v, w, z } = cell
  if (t === 's') return String(v ?? '')
  if (t === 'b') return v === true ? '1' : '0'
  if (t === 'd') return v instanceof Date ? v.toISOString().slice(0, 10) : String(v ?? '')
  if (t !== 'n' || typeof v !== 'number') return ''
  if (typeof z === 'string' && formats.is_date(z)) return dayOf(v, formats, is1904) ?? String(v)
  const shown = w?.trim() ?? ''
  const isSameDigits =
    Number.isInteger(v) && shown.replace(/[ -]/g, '').replace(/^0+/, '') === String(v)
  return isSameDigits ? shown : plainNumber(v)
}

/** A serial number of days since 1900 or 1904; a time alone is no day. */
function dayOf(serial: number, formats: Formats, is1904: boolean): string | null {
  if (serial < 1) return null
  const { y, m, d } = formats.parse_date_code(serial, { date1904: is1904 })
  return [String(y).padStart(4, '0'), String(m).padStart(2, '0'), String(d).padStart(2, '0')].join(
    '-',
  )
}

/** `201603042381` and not `2.01603E+11`. */
const plainNumber = (value: number) =>
  Number.isInteger(value) && Math.abs(value) < 1e15 ? value.toFixed(0) : String(value)
