import type { TableMapping } from '#shared/imports/table-mapping.ts'
import { addDays, Day, PartialDay } from '#shared/platform/day.ts'
import { parseTypedDate } from '#shared/platform/parse-typed-date.ts'
import type { Problems } from '../problems.ts'
import { cleanText, type Value } from '../read-values.ts'

export type DateRules = {
  readonly order: TableMapping['dateOrder']
  readonly today: Day
}

/**
 * A day of a table: ISO, the order of the table (`4-3-2018`, `04/03/18`), eight figures, a written month
 * or Excel's count of days since 1900. A time behind it is cut off. What cannot be a day is told.
 */
export function readTableDay(value: Value, rules: DateRules, problems: Problems): Day | null {
  const text = cleanText(value.text)
  if (text === null || /^[-–?]+$/.test(text)) return null
  const day = dayOf(text.replace(/[T ]\d{1,2}:\d{2}.*$/, ''), rules)
  if (day === null) problems.warn('value-invalid', { ...value, value: text })
  return day
}

/** A birth date may be known by its year alone, or its year and month; it never lies ahead. */
export function readBirthDate(
  value: Value,
  rules: DateRules,
  problems: Problems,
): PartialDay | null {
  const text = cleanText(value.text)
  const partial = PartialDay.safeParse(text)
  if (partial.success && partial.data.length < 10 && partial.data.slice(0, 4) > '1900') {
    return partial.data
  }
  const day = readTableDay(value, rules, problems)
  if (day !== null && day > rules.today) {
    problems.warn('value-invalid', { ...value, value: text })
    return null
  }
  return day && PartialDay.parse(day)
}

function dayOf(text: string, rules: DateRules): Day | null {
  if (/^\d{5}$/.test(text)) return serialDay(Number(text))
  const [, whole] = /^(\d{8})$/.exec(text) ?? []
  if (whole) return wholeDay(whole, rules)
  const [, a, b, c] = /^(\d{1,4})[-/. ]{1,2}(\d{1,2})[-/. ]{1,2}(\d{1,4})$/.exec(text) ?? []
  if (a && b && c) return inOrder([a, b, c], rules)
  const isWritten = /^\d{1,2}[-. ]{0,2}\p{L}{3,}\.?[- ]?\d{2,4}$/u.test(text)
  return isWritten ? parseTypedDate(text, { order: 'dmy', today: rules.today, isPast: true }) : null
}

/** Four figures are the year wherever they stand; else the order of the table says which is which. */
function inOrder([a, b, c]: readonly [string, string, string], rules: DateRules): Day | null {
  if (a.length === 4) return existing(a, b, c)
  if (a.length === 3 || c.length === 3 || c.length === 1) return null
  if (c.length === 4) {
    if (rules.order === 'mdy') return existing(c, a, b)
    return existing(c, b, a)
  }
  const year = (digits: string) => wholeYear(digits, rules)
  if (rules.order === 'ymd') return a.length === 2 ? existing(year(a), b, c) : null
  return rules.order === 'mdy' ? existing(year(c), a, b) : existing(year(c), b, a)
}

function wholeDay(digits: string, { order }: DateRules): Day | null {
  const yearFirst = existing(digits.slice(0, 4), digits.slice(4, 6), digits.slice(6))
  const [a, b, year] = [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)]
  const yearLast = order === 'mdy' ? existing(year, a, b) : existing(year, b, a)
  return yearFirst ?? yearLast
}

/** `18` is 2018 and `98` is 1998: days of a school lie in the past or this coming year. */
function wholeYear(digits: string, { today }: DateRules): string {
  const year = 2000 + Number(digits)
  return String(year > Number(today.slice(0, 4)) + 1 ? year - 100 : year)
}

/** Excel's day 1 is 1 January 1900, and it counts a 29 February 1900 that never was. */
function serialDay(days: number): Day | null {
  if (days < 15_000 || days > 73_000) return null
  return addDays(Day.parse('1899-12-30'), days)
}

function existing(year: string, month: string, day: string): Day | null {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const parsed = Day.safeParse(text)
  return parsed.success && text >= '1900' && text < '2200' ? parsed.data : null
}
