import type { SourceKey, SourcePhone } from '#shared/imports/import-source.ts'
import { limits } from '../limits.ts'
import { splitPrefix } from '../name-prefix.ts'
import type { Problems } from '../problems.ts'
import { readEmail, readLine } from '../read-values.ts'
import type { RosterRow } from './roster-tables.ts'

export type RosterPerson = {
  readonly keys: readonly SourceKey[]
  readonly firstName: string | null
  readonly officialNames: string | null
  readonly prefix: string | null
  readonly lastName: string | null
  readonly email: string | null
  readonly userName: string | null
  readonly identifier: string | null
  readonly phones: readonly SourcePhone[]
}

/** What a row of users says about a person, whatever the person is to the school. */
export function readPerson(row: RosterRow, problems: Problems): RosterPerson {
  const { file, line, cell, id } = row
  const value = (field: string) => ({ text: cell(field), file, line, field })
  const text = (field: string) => {
    const line = readLine(value(field), problems)
    // What Balie writes where the standard demands a name and there is none.
    return line === '.' ? null : line
  }
  const given = text('givenName')
  const middle = text('middleName')
  const { prefix, lastName } = splitPrefix(text('preferredFamilyName') ?? text('familyName'))
  const userName = text('username')
  const identifier = text('identifier')
  return {
    keys: [{ source: 'oneroster', value: id }, ...masterKey(row, problems)],
    firstName: text('preferredGivenName') ?? given,
    officialNames: given && middle ? `${given} ${middle}` : null,
    prefix,
    lastName,
    email: readEmail(value('email'), problems),
    userName,
    // Many systems repeat the user name here; that is no number of the school's.
    identifier: identifier === userName ? null : identifier,
    phones: readPhones(row, problems),
  }
}

/** Suppliers in the Netherlands put the ECK iD here, which is an address; others their own key. */
function masterKey({ file, line, cell }: RosterRow, problems: Problems): SourceKey[] {
  const value = cell('userMasterIdentifier')
  if (value === '') return []
  if (value.length > limits.key) {
    problems.warn('value-too-long', { file, line, field: 'userMasterIdentifier', value })
    return []
  }
  return [{ source: value.startsWith('https://') ? 'eckid' : 'user-master-identifier', value }]
}

function readPhones({ file, line, cell }: RosterRow, problems: Problems): SourcePhone[] {
  const kinds = [
    ['sms', 'mobile'],
    ['phone', 'home'],
  ] as const
  const phones = kinds.flatMap(([field, kind]) => {
    const typed = readLine({ text: cell(field), file, line, field }, problems)
    // All three countries dial out of the country with 00.
    const number = typed?.replace(/^00(?=[1-9])/, '+')
    if (!number) return []
    if (/^[+\d][\d\s()./-]{4,}$/.test(number)) return [{ kind, number }]
    problems.warn('value-invalid', { file, line, field, value: number })
    return []
  })
  return phones.filter(
    ({ number }, index) => phones.findIndex((each) => each.number === number) === index,
  )
}
