import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { useMemo } from 'react'
import { addDays, type Day, dayAt, type Moment, type PartialDay } from '#shared/platform/day.ts'
import type { Country, Language } from '#shared/platform/language.ts'
import { speak } from '#shared/platform/messages.ts'
import { type DateOrder, dateOrderOf } from '#shared/platform/parse-typed-date.ts'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { type Locale, useLocale } from './language.tsx'

/** Twenty-four hours and A4 everywhere, so English is the British one. */
const intlLanguages: Record<Language, string> = {
  nl: 'nl-NL',
  'nl-BE': 'nl-BE',
  sv: 'sv-SE',
  en: 'en-GB',
}

/** Names sort by the country's rules: å ä ö after z in Sweden whatever the words are in. */
const sortLanguages: Record<Country, string> = { nl: 'nl-NL', be: 'nl-BE', se: 'sv-SE' }

export type Formats = ReturnType<typeof createFormats>

/** How this school writes days, times, numbers and phones. */
export function useFormats(): Formats {
  const locale = useLocale()
  return useMemo(() => createFormats(locale), [locale])
}

export function createFormats({ language, country, timeZone }: Locale) {
  const intl = intlLanguages[language]
  const say = speak(uiMessages, language)
  const written = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(intl, { timeZone: 'UTC', ...options })
    return (day: string) => format.format(new Date(`${day}T00:00:00Z`))
  }
  const short = dayWriter(language, written)
  const month = written({ month: 'long', year: 'numeric' })
  const clock = new Intl.DateTimeFormat(intl, { timeZone, hour: '2-digit', minute: '2-digit' })
  const numbers = new Intl.NumberFormat(intl)
  const collator = new Intl.Collator(sortLanguages[country], { numeric: true })

  const today = (): Day => dayAt(new Date().toISOString(), timeZone)
  const time = (moment: Moment) => clock.format(new Date(moment))
  const moment = (at: Moment) => {
    const day = dayAt(at, timeZone)
    if (day === today()) return say('today-at', { time: time(at) })
    if (day === addDays(today(), -1)) return say('yesterday-at', { time: time(at) })
    return `${short(day)} ${time(at)}`
  }

  return {
    /** `03-02-2018`, `03/02/2018`, `2018-02-03`, `3 Feb 2018`. */
    day: short,
    /** `maandag 23 november 2026`. */
    longDay: written({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    /** `23 november`. */
    dayOfYear: written({ day: 'numeric', month: 'long' }),
    /** `ma 23 nov`. */
    weekday: written({ weekday: 'short', day: 'numeric', month: 'short' }),
    /** A birth date of which the day or month is unknown: `februari 2018`, `2018`. */
    partialDay: (day: PartialDay | string) =>
      day.length === 10 ? short(day) : day.length === 7 ? month(`${day}-01`) : day,
    time,
    /** `vandaag 09:31`, `gisteren 16:02`, `21-11-2026 08:05`. */
    moment,
    number: (value: number) => numbers.format(value),
    /** `06 12345678` for the school's own country, `+46 70 123 45 67` for another. */
    phone: (e164: string) => writePhone(e164, country),
    compare: (a: string, b: string) => collator.compare(a, b),
    dateOrder: dateOrderOf[language] satisfies DateOrder,
    today,
  }
}

type Write = (options: Intl.DateTimeFormatOptions) => (day: string) => string

function dayWriter(language: Language, written: Write) {
  if (language === 'sv') return (day: string) => day
  if (language === 'en') return written({ day: 'numeric', month: 'short', year: 'numeric' })
  const mark = language === 'nl' ? '-' : '/'
  return (day: string) => day.split('-').toReversed().join(mark)
}

const phoneCountries: Record<Country, string> = { nl: 'NL', be: 'BE', se: 'SE' }

function writePhone(e164: string, country: Country) {
  const number = parsePhoneNumberFromString(e164)
  if (!number) return e164
  return number.country === phoneCountries[country]
    ? number.formatNational()
    : number.formatInternational()
}
