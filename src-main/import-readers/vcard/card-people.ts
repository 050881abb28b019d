import type {
  SourceGuardian,
  SourceKey,
  SourcePupil,
  SourceStaff,
} from '#shared/imports/import-source.ts'
import { Language } from '#shared/platform/language.ts'
import type { Problems } from '../problems.ts'
import { allOf, birthDateOf, emailOf, noteOf, phonesOf, sexOf, textOf } from './card-details.ts'
import type { CardName } from './card-name.ts'
import type { CardRole, CardTie } from './card-roles.ts'
import type { Card } from './cards.ts'

export type CardPerson = {
  readonly key: string
  readonly keys: readonly SourceKey[]
  readonly card: Card
  readonly role: CardRole
  readonly name: CardName
  /** As guardian. */
  readonly ties: readonly CardTie[]
}

const recordOf = ({ key, keys, card }: CardPerson) => ({
  place: { file: card.file, line: card.line },
  key,
  keys,
  onlyIfKnown: false,
})

const groupKeysOf = ({ card }: CardPerson) =>
  [...new Set(allOf(card, 'X-BALIE-GROUP').map(({ text }) => text))].filter(Boolean)

export function pupilOf(person: CardPerson, problems: Problems): SourcePupil {
  const { card, name } = person
  const { firstName, lastName, prefix, officialNames } = name
  if (!firstName) {
    problems.warn('value-missing', { file: card.file, line: card.line, field: 'N' })
  }
  const email = emailOf(card, problems)
  const birthDate = birthDateOf(card, problems)
  const sex = sexOf(card)
  const note = noteOf(card)
  return {
    ...recordOf(person),
    fields: {
      ...(firstName && { firstName }),
      ...(lastName && { lastName, prefix }),
      ...(officialNames && { officialNames }),
      ...(email && { email }),
      ...(birthDate && { birthDate }),
      ...(sex && { sex }),
      ...(note && { note }),
    },
    memberships: groupKeysOf(person).map((groupKey) => ({
      groupKey,
      from: null,
      until: null,
      isEnded: false,
    })),
    guardianKeys: [],
    startsOn: null,
    endsOn: null,
    phones: phonesOf(card, problems),
    isEnded: false,
  }
}

export function guardianOf(person: CardPerson, problems: Problems): SourceGuardian {
  const { card, name, ties } = person
  const sex = sexOf(card)
  const note = noteOf(card)
  const language = Language.safeParse(textOf(card, 'LANG'))
  return {
    ...recordOf(person),
    firstName: name.firstName ?? '',
    prefix: name.prefix,
    lastName: name.lastName ?? '',
    email: emailOf(card, problems),
    phones: phonesOf(card, problems),
    pupilKeys: [...new Set(ties.map(({ pupil }) => pupil))],
    relation: ties.length > 0 ? 'parent' : 'other',
    more: {
      ...(sex && { sex }),
      ...(note && { note }),
      ...(language.success && { language: language.data }),
    },
    ties: ties.flatMap(({ pupil, relation }) =>
      relation ? [{ pupilKey: pupil, fields: { relation } }] : [],
    ),
  }
}

export function staffOf(person: CardPerson, problems: Problems): SourceStaff {
  const { firstName, prefix, lastName } = person.name
  return {
    ...recordOf(person),
    firstName: firstName ?? '',
    prefix,
    lastName: lastName ?? '',
    userName: null,
    email: emailOf(person.card, problems),
    groups: groupKeysOf(person).map((groupKey) => ({ groupKey, task: 'teacher' })),
  }
}
