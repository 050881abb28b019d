import type { TableField } from '#shared/imports/table-fields.ts'
import { readLine } from '../read-values.ts'
import type { RowCells } from './row-cells.ts'
import { splitFullName, splitLastName } from './split-name.ts'
import type { TablePart } from './table-part.ts'

export type RowNames = {
  readonly firstName: string | null
  readonly initials: string | null
  readonly prefix: string | null
  readonly lastName: string | null
}

/** The name of the pupil or a guardian, from columns of its parts or from one cell. */
export function readNames(
  row: RowCells,
  who: 'pupil' | 'guardian1' | 'guardian2',
  part: TablePart,
): RowNames {
  const text = (what: 'firstName' | 'initials' | 'prefix' | 'lastName' | 'fullName') =>
    readLine(row.value(`${who}.${what}` satisfies TableField), part.problems)
  // Who has no name to be called by is called by the first of the official ones.
  const called = who === 'pupil' ? firstWord(row.value('pupil.officialNames').text) : null
  const [first, last] = [text('firstName') ?? called, text('lastName')]
  const whole = readWhole(row, who, part)
  const own = last === null ? null : splitLastName(last)
  const prefix = text('prefix')
  // Without a column of its own, initials stand where the first name is expected: `J.M.`.
  const isInitials = first !== null && /^(\p{Lu}\.\s?)+$/u.test(first) && who !== 'pupil'
  return {
    firstName: (isInitials ? null : first) ?? whole?.firstName ?? null,
    initials: text('initials') ?? (isInitials ? first : null),
    prefix: last === null ? (whole?.prefix ?? null) : (prefix ?? own?.prefix ?? null),
    lastName: (prefix === null ? own?.lastName : last) ?? whole?.lastName ?? null,
  }
}

const firstWord = (text: string) => text.trim().split(/\s+/)[0] || null

function readWhole(row: RowCells, who: 'pupil' | 'guardian1' | 'guardian2', part: TablePart) {
  const field = `${who}.fullName` as const
  const value = row.value(field)
  const text = readLine(value, part.problems)
  if (text === null) return null
  const split = splitFullName(text, part.isLastFirst(field))
  if (split) return split
  // A pupil may be called by one name; of an adult it says too little.
  if (who === 'pupil' && /^[\p{L}\p{M}'’.-]+$/u.test(text)) {
    return { firstName: text, prefix: null, lastName: null }
  }
  part.problems.warn('person-unclear', { ...value, value: text })
  return null
}
