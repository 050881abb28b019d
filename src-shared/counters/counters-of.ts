import type { Country } from '#shared/platform/language.ts'
import type { Counter, CounterFacts } from './counter.ts'
import { fiveYearOld } from './flanders/five-year-old.ts'
import { parentsNotes } from './flanders/parents-notes.ts'
import { problematicAbsence } from './flanders/problematic-absence.ts'
import { longAbsence } from './netherlands/long-absence.ts'
import { luxuryAbsence } from './netherlands/luxury-absence.ts'
import { sixteenHours } from './netherlands/sixteen-hours.ts'
import { repeatedAbsence } from './sweden/repeated-absence.ts'
import { sameDay } from './sweden/same-day.ts'

/** Every counter of one pupil that the country has. */
export function countersOf(country: Country, facts: CounterFacts): readonly Counter[] {
  if (country === 'nl')
    return [...sixteenHours(facts), ...longAbsence(facts), ...luxuryAbsence(facts)]
  if (country === 'se') return [sameDay(facts), repeatedAbsence(facts)]
  const counted = [problematicAbsence(facts), parentsNotes(facts)]
  return facts.isFiveYearOld ? [...counted, fiveYearOld(facts)] : counted
}

/** What somebody should look at, the nearest deadline first. */
export const needsAttention = ({ state }: Pick<Counter, 'state'>) =>
  state === 'due' || state === 'near'
