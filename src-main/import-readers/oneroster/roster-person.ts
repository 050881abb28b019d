import type { SourceKey, SourcePhone } from '#shared/imports/import-source.ts'
import { limits } from '../limits.ts'
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
  const text = (field: string) => readLine(value(field), problems)
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

const prefixWords = `aan af al bij d' da das de de' del della den der des di dos du 'd el het im in la
  las le les los of onder op over 's 't te ten ter tot uit uijt van vom von voor zu zum zur`
const prefixes: ReadonlySet<string> = new Set(prefixWords.split(/\s+/))

/**
 * Takes `van den` off `van den Berg`. Only words in lower case: a Flemish `Van den Berg` is one name
 * and is sorted under V.
 */
export function splitPrefix(familyName: string | null) {
  const words = familyName?.split(' ') ?? []
  let count = 0
  while (count < words.length - 1 && prefixes.has(words[count] ?? '')) count++
  return {
    prefix: count > 0 ? words.slice(0, count).join(' ') : null,
    lastName: familyName === null ? null : words.slice(count).join(' '),
  }
}

function readPhones({ file, line, cell }: RosterRow, problems: Problems): SourcePhone[] {
  const kinds = [
    ['sms', 'mobile'],
    ['phone', 'home'],
  ] as const
  const phones = kinds.flatMap(([field, kind]) => {
    const number = readLine({ text: cell(field), file, line, field }, problems)
    if (!number) return []
    if (/^[+\d][\d\s()./-]{4,}$/.test(number)) return [{ kind, number }]
    problems.warn('value-invalid', { file, line, field, value: number })
    return []
  })
  return phones.filter(
    ({ number }, index) => phones.findIndex((each) => each.number === number) === index,
  )
}
