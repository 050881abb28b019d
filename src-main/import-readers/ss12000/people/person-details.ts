import type { SourceKey } from '#shared/imports/import-source.ts'
import type { ProtectionLevel } from '#shared/pupils/pupil.ts'
import { splitPrefix } from '../../name-prefix.ts'
import type { Problems } from '../../problems.ts'
import { readLine } from '../../read-values.ts'
import { type Part, textOf, valueIn, whereOf } from '../part.ts'

export type Names = {
  readonly firstName: string | null
  readonly middleName: string | null
  readonly prefix: string | null
  readonly lastName: string | null
}

export function readNames(person: Part, problems: Problems): Names {
  const line = (name: string) => readLine(valueIn(person, name), problems)
  return {
    firstName: line('givenName'),
    middleName: line('middleName'),
    ...splitPrefix(line('familyName')),
  }
}

export const keyOfPerson = (id: string): SourceKey[] => [{ source: 'ss12000', value: id }]

const levels: Readonly<Record<string, ProtectionLevel>> = {
  '': 0,
  ingen: 0,
  nej: 0,
  false: 0,
  sekretessmarkering: 1,
  ja: 1,
  true: 1,
  'skyddad folkbokföring': 2,
  // Its name until 2019.
  kvarskrivning: 2,
}

/** `securityMarking`; a word that nobody knows protects too, and is told. */
export function readProtection(person: Part, problems: Problems): ProtectionLevel {
  const text = textOf(person, 'securityMarking').normalize('NFC').toLowerCase()
  const level = Object.hasOwn(levels, text) ? levels[text] : undefined
  if (level !== undefined) return level
  problems.warn('protection-unclear', {
    ...whereOf(person, 'securityMarking'),
    value: textOf(person, 'securityMarking'),
  })
  return 1
}

/** Moved away or dead: such a person is nobody new. */
export const isGone = (person: Part) =>
  /^(utvandrad|avliden)$/i.test(textOf(person, 'personStatus'))
