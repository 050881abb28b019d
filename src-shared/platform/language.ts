import { z } from 'zod'

/** Screen and letter languages. `nl-BE` holds only what differs from `nl`. */
export const languages = ['nl', 'nl-BE', 'sv', 'en'] as const
export const Language = z.enum(languages)
export type Language = z.output<typeof Language>

/** The country decides law, numbers and sorting; the language only the words. */
export const countries = ['nl', 'be', 'se'] as const
export const Country = z.enum(countries)
export type Country = z.output<typeof Country>

export const languageOfCountry: Record<Country, Language> = { nl: 'nl', be: 'nl-BE', se: 'sv' }
