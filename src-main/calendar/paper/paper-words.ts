import type { Day } from '#shared/platform/day.ts'
import type { Language } from '#shared/platform/language.ts'

const intlLanguages: Record<Language, string> = {
  nl: 'nl-NL',
  'nl-BE': 'nl-BE',
  sv: 'sv-SE',
  en: 'en-GB',
}

/** How the calendar on paper names days and hours. */
export function paperWords(language: Language, timeZone: string) {
  const written = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(intlLanguages[language], { timeZone: 'UTC', ...options })
    return (day: Day) => format.format(Date.parse(`${day}T00:00:00Z`))
  }
  const hour = new Intl.DateTimeFormat(intlLanguages[language], { timeZone, timeStyle: 'short' })
  const dayAndMonth = written({ weekday: 'short', day: 'numeric', month: 'short' })
  return {
    month: written({ month: 'long', year: 'numeric' }),
    weekday: written({ weekday: 'short' }),
    dayAndMonth,
    span: (from: Day, until: Day) =>
      from === until ? dayAndMonth(from) : `${dayAndMonth(from)} – ${dayAndMonth(until)}`,
    hour: (moment: string) => hour.format(Date.parse(moment)),
  }
}
export type PaperWords = ReturnType<typeof paperWords>
