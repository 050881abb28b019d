import type { SourcePhone } from '#shared/imports/import-source.ts'
import type { Problems } from '../../problems.ts'
import { readEmail, readLine } from '../../read-values.ts'
import { type Part, partsOf, textOf, valueIn } from '../part.ts'

/** Numbers of a person; older systems write `value` where the standard has `number`. */
export function readPhones(person: Part, problems: Problems): SourcePhone[] {
  const phones = partsOf(person, 'phoneNumbers').flatMap((part): SourcePhone[] => {
    const number = readLine(valueIn(part, textOf(part, 'number') ? 'number' : 'value'), problems)
    if (!number) return []
    if (!/^[+\d(][\d\s()./-]{4,}$/.test(number)) {
      problems.warn('value-invalid', { ...valueIn(part, 'number'), value: number })
      return []
    }
    const isSaid = textOf(part, 'mobile') !== ''
    const isMobile = isSaid
      ? textOf(part, 'mobile') === 'true'
      : /^(\+46|0046)?\D*0?\D*7/.test(number)
    return [{ kind: isMobile ? 'mobile' : 'home', number }]
  })
  return [...new Map(phones.map((phone) => [phone.number, phone])).values()]
}

/** What an address is for, in the order in which each kind of person is reached. */
const emailOrder = {
  pupil: ['skola elev', 'skola', '', 'privat'],
  guardian: ['privat', '', 'arbete övrigt'],
  staff: ['skola personal', 'skola', 'arbete övrigt', ''],
} as const

/** The address that fits best; nobody gets another's, such as a pupil the address of a parent. */
export function readMail(
  person: Part,
  role: keyof typeof emailOrder,
  problems: Problems,
): string | null {
  const mails = partsOf(person, 'emails')
  for (const wanted of emailOrder[role]) {
    for (const part of mails) {
      if (textOf(part, 'type').toLowerCase() !== wanted) continue
      const email = readEmail(valueIn(part, 'value'), problems)
      if (email) return email
    }
  }
  return null
}
