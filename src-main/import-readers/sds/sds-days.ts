import { Day } from '#shared/platform/day.ts'
import type { Problems } from '../problems.ts'
import type { Value } from '../read-values.ts'
import type { SdsTables } from './sds-tables.ts'

const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/

export type DayReader = (value: Value) => Day | null

/**
 * Days as ISO 8601, `20180304`, or with slashes: `4/2/2000` is read one way only, the way in which
 * every day of the files exists. When both ways work nothing is taken.
 */
export function createDayReader(tables: SdsTables, problems: Problems): DayReader {
  const all = [
    ...tables.rows('pupils').map((row) => row.value('birthDate').text),
    ...tables.rows('sections').flatMap((row) => [row.value('from').text, row.value('until').text]),
    ...tables.rows('details').map((row) => row.value('birthDate').text),
  ]
  const parts = all.flatMap((text) => {
    const [, first, second] = slashed.exec(text) ?? []
    return first && second ? [[Number(first), Number(second)]] : []
  })
  const mayBeMonthFirst = parts.every(([first = 0]) => first <= 12)
  const mayBeDayFirst = parts.every(([, second = 0]) => second <= 12)
  const order = mayBeMonthFirst === mayBeDayFirst ? null : mayBeMonthFirst ? 'month' : 'day'
  return (value) => {
    if (value.text === '') return null
    const parsed = Day.safeParse(isoOf(value.text, order))
    if (parsed.success) return parsed.data
    const code = slashed.test(value.text) && order === null ? 'warnOnce' : 'warn'
    problems[code]('value-invalid', { ...value, value: value.text })
    return null
  }
}

function isoOf(text: string, order: 'month' | 'day' | null): string | null {
  const [, first = '', second = '', year] = slashed.exec(text) ?? []
  if (year && order) {
    const [month, day] = order === 'month' ? [first, second] : [second, first]
    return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  }
  const [, isoYear, month, day] = /^(\d{4})-?(\d\d)-?(\d\d)(?:T.*)?$/.exec(text) ?? []
  return isoYear ? `${isoYear}-${month}-${day}` : null
}
