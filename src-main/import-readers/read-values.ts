import { Day } from '#shared/platform/day.ts'
import { limits } from './limits.ts'
import type { Problems } from './problems.ts'

/** One value of a file and where it stood. */
export type Value = {
  readonly text: string
  readonly file: string
  readonly line: number | null
  readonly field: string
}

/**
 * Text as Balie keeps it: trimmed, single spaces, and composed, so that `é` from a Mac and `é` from
 * Windows are the same name. Null when there is nothing.
 */
export function cleanText(text: string): string | null {
  // Most fields of most rows: a table of 20,000 rows asks a million times.
  if (text === '') return null
  return (
    text
      .normalize('NFC')
      .replace(/[\s\u00A0]+/gu, ' ')
      .trim() || null
  )
}

/** A line that may be missing; too long is dropped with a warning, since half a value misleads. */
export function readLine(value: Value, problems: Problems): string | null {
  const text = cleanText(value.text)
  if (text === null || text.length <= limits.line) return text
  problems.warn('value-too-long', { ...value, value: text })
  return null
}

/** A note that may be missing; too long is dropped with a warning, never cut without a word. */
export function readNote(value: Value, problems: Problems): string | null {
  const text = cleanText(value.text)
  if (text === null || text.length <= limits.note) return text
  problems.warn('value-too-long', { ...value, value: text })
  return null
}

/**
 * A day as ISO 8601, with or without its dashes; a time or zone behind it is cut off
 * (`2014-08-01T00:00:00`, `2014-08-01+02:00`). `21-06-2006` and `21/06/2006` can only be read one
 * way. `6/7/2006` can be read two ways and is dropped.
 */
export function readDay(value: Value, problems: Problems): Day | null {
  const text = cleanText(value.text)
  if (text === null) return null
  const parsed = Day.safeParse(asIso(text))
  if (parsed.success && !parsed.data.startsWith('0')) return parsed.data
  problems.warn('value-invalid', { ...value, value: text })
  return null
}

const behind = '(?:[T ].*|Z|[+-]\\d\\d:\\d\\d)?'
const withDashes = new RegExp(`^(\\d{4})-(\\d\\d)-(\\d\\d)${behind}$`)
const bare = /^(\d{4})(\d\d)(\d\d)(?:T.*)?$/
const dayFirst = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?: \d.*)?$/

function asIso(text: string): string | null {
  const [, year, month, day] = withDashes.exec(text) ?? bare.exec(text) ?? []
  if (year) return `${year}-${month}-${day}`
  const [, first = '', mark, second = '', last] = dayFirst.exec(text) ?? []
  if (!last) return null
  const iso = (m: string, d: string) => `${last}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`
  // With dashes or dots only the day goes first; Americans, who write slashes, put the month there.
  if (mark !== '/' || Number(first) > 12 || first === second) return iso(second, first)
  return Number(second) > 12 ? iso(first, second) : null
}

/** An address that a mail program would take; others are dropped with a warning. */
export function readEmail(value: Value, problems: Problems): string | null {
  const text = readLine(value, problems)
  if (text === null || /^[^\s@,;<>"]+@[^\s@,;<>"]+$/.test(text)) return text
  problems.warn('value-invalid', { ...value, value: text })
  return null
}
