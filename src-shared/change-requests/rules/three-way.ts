import type { Country } from '#shared/platform/language.ts'
import type { ChangePart } from '../change-request.ts'
import { askFieldOf } from './ask-fields.ts'
import { readAsked } from './asked-value.ts'

/**
 * How what is asked stands to the record. `moved`: the office changed the field after the guardian saw
 * it, to something else than was asked, so that a person has to choose between then, now and asked.
 */
export type PartStanding = 'plain' | 'moved' | 'unchanged'

/** `now` is the present value as `presentText` gives it. */
export function standingOf(
  { act, tbl, field, seen, asked }: Pick<ChangePart, 'act' | 'tbl' | 'field' | 'seen' | 'asked'>,
  now: string | null,
  country: Country,
): PartStanding {
  if (act === 'add') return 'plain'
  // The row has gone by itself.
  if (act === 'end') return now === null ? 'unchanged' : now === seen ? 'plain' : 'moved'
  const entry = askFieldOf({ act, tbl, field }, country)
  const wanted = entry ? readAsked(entry, asked, country).value : asked
  if (wanted === now) return 'unchanged'
  return now === seen ? 'plain' : 'moved'
}
