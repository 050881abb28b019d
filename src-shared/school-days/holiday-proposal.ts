import { z } from 'zod'
import type { Day } from '#shared/platform/day.ts'
import type { Country } from '#shared/platform/language.ts'
import type { ExceptionKind } from './day-exception.ts'

/**
 * Where holidays differ. The Netherlands have three regions; Flanders is one; in Sweden each
 * municipality decides, and what its schools have in common is the week of the sports holiday.
 */
export const holidayRegions = [
  'NL-NO',
  'NL-MI',
  'NL-ZU',
  'BE-NL',
  'SE-7',
  'SE-8',
  'SE-9',
  'SE-10',
] as const
export const HolidayRegion = z.enum(holidayRegions)
export type HolidayRegion = z.output<typeof HolidayRegion>

export const regionsOf = (country: Country): readonly HolidayRegion[] =>
  holidayRegions.filter((region) => region.toLowerCase().startsWith(`${country}-`))

/**
 * Why somebody should look before taking a holiday over: the published dates are longer than such a
 * holiday can be, not every school is free, or the days are only usual and the municipality decides.
 */
export const doubts = ['too-long', 'not-everywhere', 'usual'] as const
export type Doubt = (typeof doubts)[number]

/** A holiday of the open data as it can be taken over into a school year. */
export type HolidayProposal = {
  /** The same in each release of the data, also when its days change. */
  readonly key: string
  readonly kind: ExceptionKind
  readonly name: string
  readonly startsOn: Day
  readonly endsOn: Day
  readonly doubt: Doubt | null
  /** What the school has of it now; null when it has nothing. */
  readonly known: { readonly startsOn: Day; readonly endsOn: Day } | null
}

export const isTaken = ({ known, startsOn, endsOn }: HolidayProposal): boolean =>
  known?.startsOn === startsOn && known.endsOn === endsOn
