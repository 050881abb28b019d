import type { SourceHousehold } from '#shared/imports/import-source.ts'
import { foldText } from '#shared/platform/fold-text.ts'
import type { Problems } from '../problems.ts'
import { type Address, addressOf } from './card-address.ts'
import type { CardPerson } from './card-people.ts'
import type { CardTie } from './card-roles.ts'

/**
 * One household for each address of a family. Two families in one house are two households, and
 * whoever shares neither a child nor a parent is another family.
 */
export function householdsOf(
  people: readonly CardPerson[],
  ties: readonly CardTie[],
  problems: Problems,
): SourceHousehold[] {
  const familyOf = createFamilies(ties)
  const homes = new Map<string, { address: Address; residents: CardPerson[] }>()
  for (const person of people) {
    const address = person.role === 'staff' ? null : addressOf(person.card, problems)
    if (!address) continue
    const home = `${familyOf(person.key)}\n${foldText(Object.values(address.fields).join('\n'))}`
    const known = homes.get(home) ?? { address, residents: [] }
    known.residents.push(person)
    homes.set(home, known)
  }
  return [...homes.values()].flatMap(({ address, residents }) => {
    const [first] = residents
    const keysOf = (role: CardPerson['role']) =>
      residents.filter((each) => each.role === role).map(({ key }) => key)
    return first
      ? [
          {
            place: { file: first.card.file, line: address.line },
            key: first.key,
            fields: address.fields,
            pupilKeys: keysOf('pupil'),
            guardianKeys: keysOf('guardian'),
          },
        ]
      : []
  })
}

/** The name of the family that a card belongs to: the same for all who are tied, however far. */
function createFamilies(ties: readonly CardTie[]) {
  const above = new Map<string, string>()
  for (const { guardian, pupil } of ties) above.set(topOf(guardian), topOf(pupil))
  return topOf

  function topOf(key: string): string {
    let top = key
    for (let next = above.get(top); next !== undefined && next !== top; next = above.get(top)) {
      top = next
    }
    // Shortens the way for the next who asks; without it a long chain takes its time each time.
    if (top !== key) above.set(key, top)
    return top
  }
}
