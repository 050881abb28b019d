import type { ImportSource, SourceGroup, SourceKey } from '#shared/imports/import-source.ts'
import { limits } from '../limits.ts'
import type { Problems } from '../problems.ts'
import type { SourceFile } from '../source-file.ts'
import { allOf, textOf } from './card-details.ts'
import { householdsOf } from './card-homes.ts'
import { callOf, nameOf } from './card-name.ts'
import { type CardPerson, guardianOf, pupilOf, staffOf } from './card-people.ts'
import { type CardTie, createRoles, type KeyedCard, plainKey, readTies } from './card-roles.ts'
import { type Card, readCards } from './cards.ts'
import { tellUnkept } from './unkept-properties.ts'

/** What all cards say together: people by their roles, their ties, homes and groups. */
export function readContacts(files: readonly SourceFile[], problems: Problems): ImportSource {
  const cards = files.flatMap((file) => readCards(file, problems))
  if (cards.length > limits.records) problems.refuse('too-large', { file: files[0]?.name ?? '' })
  const keyed = withKeys(cards, problems)
  const ties = readTies(keyed, problems)
  const roleOf = createRoles(ties)
  const tiesOf = createTiesOf(ties)
  const people = keyed.flatMap((each): CardPerson[] => {
    const { card, key } = each
    const role = roleOf(each)
    const name = role && nameOf(card, problems)
    const where = { file: card.file, line: card.line, value: callOf(card) }
    if (!role) problems.leaveOut('role-skipped', { ...where, field: 'KIND' })
    else if (!name) problems.leaveOut('value-missing', { ...where, kind: kinds[role], field: 'N' })
    if (!role || !name) return []
    tellUnkept(card, role, problems)
    return [{ key, keys: keysOf(key), card, role, name, ties: tiesOf(key) }]
  })
  const of = (role: CardPerson['role']) => people.filter((each) => each.role === role)
  return {
    format: 'vcard',
    version: [...new Set(cards.map(({ version }) => version))].sort().join(', '),
    schoolName: null,
    schoolNumber: null,
    schoolYear: null,
    isDelta: false,
    pupils: of('pupil').map((each) => pupilOf(each, problems)),
    groups: groupsOf(people),
    staff: of('staff').map((each) => staffOf(each, problems)),
    guardians: of('guardian').map((each) => guardianOf(each, problems)),
    households: householdsOf(people, ties, problems),
  }
}

function createTiesOf(ties: readonly CardTie[]) {
  const found = new Map<string, CardTie[]>()
  for (const tie of ties) found.set(tie.guardian, [...(found.get(tie.guardian) ?? []), tie])
  return (guardian: string): readonly CardTie[] => found.get(guardian) ?? []
}

const kinds = { pupil: 'pupils', guardian: 'guardians', staff: 'staff' } as const

/** Balie's own key, else the UID; a card without either is known by its place in the file. */
function withKeys(cards: readonly Card[], problems: Problems): KeyedCard[] {
  const seen = new Set<string>()
  return cards.flatMap((card, index) => {
    const said = plainKey(textOf(card, 'X-BALIE-KEY') ?? textOf(card, 'UID') ?? '')
    const where = { file: card.file, line: card.line, field: 'UID', value: said }
    if (said.length > limits.key) problems.warn('value-too-long', where)
    const key = said === '' || said.length > limits.key ? `#${index}` : said
    // The same card twice, as phones write them that sync with two accounts.
    const content = JSON.stringify(card.properties.map(({ name, parts }) => [name, parts]))
    const isTwice = seen.has(content) || seen.has(key)
    seen.add(content).add(key)
    if (!isTwice) return [{ key, card }]
    problems.leaveOut('key-repeated', { ...where, value: callOf(card) ?? said })
    return []
  })
}

const keysOf = (key: string): SourceKey[] =>
  key.startsWith('#') ? [] : [{ source: 'vcard', value: key }]

/** Groups that Balie's own cards name. */
function groupsOf(people: readonly CardPerson[]): SourceGroup[] {
  const groups = new Map<string, SourceGroup>()
  for (const { card } of people) {
    for (const { text, types, line } of allOf(card, 'X-BALIE-GROUP')) {
      if (text === '' || groups.has(text)) continue
      groups.set(text, {
        place: { file: card.file, line },
        key: text,
        keys: [],
        onlyIfKnown: false,
        name: text.slice(0, limits.line),
        kind: types.has('set') ? 'set' : 'class',
        yearGrades: [],
        schoolYear: null,
      })
    }
  }
  return [...groups.values()]
}
