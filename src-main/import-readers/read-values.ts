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

/**
 * A day as ISO 8601; a time or zone behind it is cut off (`2014-08-01T00:00:00`, `2014-08-01+02:00`).
 * `21-06-2006` can only be read one way. `6/7/2006` can be read two ways and is dropped.
 */
export function readDay(value: Value, problems: Problems): Day | null {
  const text = cleanText(value.text)
  if (text === null) return null
  const [, iso] = /^(\d{4}-\d\d-\d\d)(?:[T ].*|Z|[+-]\d\d:\d\d)?$/.exec(text) ?? []
  const [, day, month, year] = /^(\d{1,2})-(\d{1,2})-(\d{4})$/.exec(text) ?? []
  const parts = year ? [year, month?.padStart(2, '0'), day?.padStart(2, '0')].join('-') : iso
  const parsed = Day.safeParse(parts)
  if (parsed.success && !parsed.data.startsWith('0')) return parsed.data
  problems.warn('value-invalid', { ...value, value: text })
  return null
}

/** An address that a mail program would take; others are dropped with a warning. */
export function readEmail(value: Value, problems: Problems): string | null {
  const text = readLine(value, problems)
  if (text === null || /^[^\s@,;<>"]+@[^\s@,;<>"]+$/.test(text)) return text
  problems.warn('value-invalid', { ...value, value: text })
  return null
}
