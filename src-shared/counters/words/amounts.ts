import type { Language } from '#shared/platform/language.ts'
import type { Say } from '#shared/platform/messages.ts'
import type { CounterUnit } from '../counter.ts'
import type { counterWords } from './counter-words.ts'

/** `14,5 uur`: minutes as hours with at most two decimals, in the language's own figures. */
export function hoursText(minutes: number, language: Language): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(minutes / 60)
}

/** An amount in its unit; minutes as hours where they are a sum. */
export function amountText(
  amount: number,
  unit: CounterUnit,
  { say, language }: { say: Say<typeof counterWords>; language: Language },
): string {
  if (unit === 'minutes') return say('unit.hours', { hours: hoursText(amount, language) })
  return say(`unit.${unit}`, { count: amount })
}
