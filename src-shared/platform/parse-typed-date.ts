import { addDays, Day, PartialDay } from './day.ts'
import type { Language } from './language.ts'

export type DateOrder = 'dmy' | 'ymd'
export const dateOrderOf: Record<Language, DateOrder> = {
  nl: 'dmy',
  'nl-BE': 'dmy',
  sv: 'ymd',
  en: 'dmy',
}

export type TypedDateRules = {
  readonly order: DateOrder
  readonly today: Day
  /** A birth date lies in the past: `70` is 1970, and `ma` the last Monday. */
  readonly isPast?: boolean
}

/**
 * Reads a day as a clerk types it: `3-2-2018`, `03022018`, `3 feb 2018`, `vandaag`, `+3`, `ma`.
 *
 * Never guesses: a day that does not exist (`31-02-2018`) is null, and the field keeps the text.
 * Every language's words are known everywhere, since a Swede may well work in an English window.
 */
export function parseTypedDate(typed: string, rules: TypedDateRules): Day | null {
  const text = typed.trim().toLowerCase().replace(/\s+/g, ' ')
  return text ? (relativeDay(text, rules) ?? writtenDay(text, rules)) : null
}

/** As above, and also `2018`, `5-2018`, `mei 2018` or `??-05-2018` when the rest is unknown. */
export function parseTypedPartialDate(typed: string, rules: TypedDateRules): PartialDay | null {
  const text = typed.trim().toLowerCase().replace(/\s+/g, ' ')
  return partialDay(text) ?? asPartial(parseTypedDate(text, rules))
}

const asPartial = (day: Day | null) => (day ? PartialDay.parse(day) : null)

const words: Readonly<Record<string, number>> = {
  vandaag: 0,
  idag: 0,
  'i dag': 0,
  today: 0,
  nu: 0,
  now: 0,
  morgen: 1,
  imorgon: 1,
  'i morgon': 1,
  tomorrow: 1,
  overmorgen: 2,
  gisteren: -1,
  igår: -1,
  'i går': -1,
  yesterday: -1,
  eergisteren: -2,
}

/** From Sunday, as `Date` counts. */
const weekdays: readonly (readonly string[])[] = [
  ['zo', 'zondag', 'sö', 'söndag', 'su', 'sun', 'sunday'],
  ['ma', 'maandag', 'må', 'mån', 'måndag', 'mon', 'monday'],
  ['di', 'dinsdag', 'ti', 'tis', 'tisdag', 'tue', 'tuesday'],
  ['wo', 'woensdag', 'on', 'ons', 'onsdag', 'wed', 'wednesday'],
  ['do', 'donderdag', 'to', 'tors', 'torsdag', 'thu', 'thursday'],
  ['vr', 'vrijdag', 'fr', 'fre', 'fredag', 'fri', 'friday'],
  ['za', 'zaterdag', 'lö', 'lör', 'lördag', 'sat', 'saturday'],
]

/** Three letters are enough in all four languages, save `mrt`. */
const months = [
  ['jan'],
  ['feb'],
  ['mrt', 'maa', 'mar'],
  ['apr'],
  ['mei', 'maj', 'may'],
  ['jun'],
  ['jul'],
  ['aug'],
  ['sep'],
  ['okt', 'oct'],
  ['nov'],
  ['dec'],
]

function relativeDay(text: string, { today, isPast }: TypedDateRules): Day | null {
  const days = Object.hasOwn(words, text) ? words[text] : undefined
  if (days !== undefined) return addDays(today, days)

  const shift = /^([+-]) ?(\d{1,3})$/.exec(text)
  if (shift) return addDays(today, Number(`${shift[1]}${shift[2]}`))

  const wanted = weekdays.findIndex((names) => names.includes(text))
  if (wanted < 0) return null
  const present = new Date(`${today}T00:00:00Z`).getUTCDay()
  return addDays(today, isPast ? -((present - wanted + 7) % 7) : (wanted - present + 7) % 7)
}

function writtenDay(text: string, rules: TypedDateRules): Day | null {
  return separated(text, rules) ?? onlyDigits(text, rules) ?? withMonthName(text, rules)
}

function separated(text: string, rules: TypedDateRules): Day | null {
  const [, first, second, third] = /^(\d{1,4})[-/. ](\d{1,2})(?:[-/. ](\d{1,4}))?$/.exec(text) ?? []
  if (!first || !second) return null
  // A four-digit year shows the order by itself, whatever the language's own order is.
  if (first.length === 4) return third ? existing(first, second, third) : null
  if (third?.length === 4) return existing(third, second, first)
  if (first.length > 2 || (third && third.length !== 2)) return null

  const isDayFirst = rules.order === 'dmy'
  if (!third) {
    const year = rules.today.slice(0, 4)
    return isDayFirst ? existing(year, second, first) : existing(year, first, second)
  }
  return isDayFirst
    ? existing(wholeYear(third, rules), second, first)
    : existing(wholeYear(first, rules), second, third)
}

function onlyDigits(text: string, rules: TypedDateRules): Day | null {
  if (/^\d{8}$/.test(text)) {
    const dayFirst = existing(text.slice(4), text.slice(2, 4), text.slice(0, 2))
    const yearFirst = existing(text.slice(0, 4), text.slice(4, 6), text.slice(6))
    return rules.order === 'dmy' ? (dayFirst ?? yearFirst) : (yearFirst ?? dayFirst)
  }
  if (!/^\d{6}$/.test(text)) return null
  const [a, b, c] = [text.slice(0, 2), text.slice(2, 4), text.slice(4)]
  return rules.order === 'dmy'
    ? existing(wholeYear(c, rules), b, a)
    : existing(wholeYear(a, rules), b, c)
}

function withMonthName(text: string, rules: TypedDateRules): Day | null {
  const [, day, name, year] =
    /^(\d{1,2})[-. ]{0,2}(\p{L}{3,})\.?(?:[- ]?(\d{2}|\d{4}))?$/u.exec(text) ?? []
  const month = name && monthOf(name)
  if (!day || !month) return null
  const wanted = year ? wholeYear(year, rules) : rules.today.slice(0, 4)
  return existing(wanted, month, day)
}

function partialDay(text: string): PartialDay | null {
  if (/^\d{4}$/.test(text)) return existingPartial(text)

  const known = text.replace(/^(?:\?{1,2}|x{1,2}|0{1,2})[-/. ]/, '')
  if (known !== text && /^(?:\?{1,2}|x{1,2}|0{1,2})[-/. ]/.test(known)) {
    return existingPartial(known.replace(/^.{1,2}[-/. ]/, ''))
  }
  const [, month, year] = /^(\d{1,2})[-/. ](\d{4})$/.exec(known) ?? []
  if (month && year) return existingPartial(`${year}-${month.padStart(2, '0')}`)

  const [, first, second] =
    /^(\d{4})[-/. ](\d{1,2})(?:[-/. ](?:\?{1,2}|x{1,2}|00))?$/.exec(text) ?? []
  if (first && second) return existingPartial(`${first}-${second.padStart(2, '0')}`)

  const [, name, ofYear] = /^(\p{L}{3,})\.? (\d{4})$/u.exec(known) ?? []
  const named = name && monthOf(name)
  return named && ofYear ? existingPartial(`${ofYear}-${named}`) : null
}

function monthOf(name: string) {
  const index = months.findIndex((starts) => starts.some((start) => name.startsWith(start)))
  return index < 0 ? null : String(index + 1).padStart(2, '0')
}

/** `18` is 2018, and so is `70` 2070, unless the day has to lie in the past. */
function wholeYear(digits: string, { today, isPast }: TypedDateRules) {
  if (digits.length === 4) return digits
  const year = 2000 + Number(digits)
  return String(isPast && year > Number(today.slice(0, 4)) ? year - 100 : year)
}

const isYearOfOurs = (text: string) =>
  Number(text.slice(0, 4)) >= 1900 && Number(text.slice(0, 4)) <= 2200

function existing(year: string, month: string, day: string): Day | null {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const { success, data } = Day.safeParse(text)
  return success && isYearOfOurs(text) ? data : null
}

function existingPartial(text: string): PartialDay | null {
  const { success, data } = PartialDay.safeParse(text)
  return success && isYearOfOurs(text) ? data : null
}
