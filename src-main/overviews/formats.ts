import type { Day, PartialDay } from '#shared/platform/day.ts'
import type { Language } from '#shared/platform/language.ts'
import { figures, type Html } from './html.ts'

const intlLanguages: Record<Language, string> = {
  nl: 'nl-NL',
  'nl-BE': 'nl-BE',
  sv: 'sv-SE',
  en: 'en-GB',
}

export type PaperFormats = ReturnType<typeof createPaperFormats>

const made = new Map<Language, PaperFormats>()

/** How days are written on paper in a language (screens.md 5.3); made once, since Intl is slow to start. */
export function paperFormats(language: Language): PaperFormats {
  const known = made.get(language) ?? createPaperFormats(language)
  made.set(language, known)
  return known
}

function createPaperFormats(language: Language) {
  const written = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(intlLanguages[language], { timeZone: 'UTC', ...options })
    return (day: string) => format.format(new Date(`${day}T00:00:00Z`))
  }
  const languageNames = new Intl.DisplayNames(intlLanguages[language], { type: 'language' })
  const english = written({ day: 'numeric', month: 'short', year: 'numeric' })
  const mark = language === 'nl' ? '-' : '/'

  function day(text: Day | PartialDay) {
    if (language === 'sv') return text
    if (text.length < 10) return text.split('-').toReversed().join(mark)
    return language === 'en' ? english(text) : text.split('-').toReversed().join(mark)
  }
  return {
    /** `03-02-2018`, also when only `02-2018` or `2018` is known. */
    day,
    /** The same for a column of days. */
    dayCell: (text: Day | PartialDay): Html => figures(day(text)),
    /** `maandag 23 november 2026`. */
    longDay: written({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    /** `november`. */
    month: written({ month: 'long' }),
    /** `tr`, `ar`: `Turks, Arabisch`. */
    languageNames: (codes: readonly string[]) =>
      codes.map((code) => nameOf(languageNames, code)).join(', '),
  }
}

function nameOf(names: Intl.DisplayNames, code: string) {
  try {
    return names.of(code) ?? code
  } catch {
    // Imports may bring codes that are none.
    return code
  }
}

/** Whole years between a birth date and a day; null while the day of birth is not known. */
export function ageOn(day: Day, birthDate: string | null) {
  if (birthDate?.length !== 10) return null
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return day.slice(5) >= birthDate.slice(5) ? years : years - 1
}
