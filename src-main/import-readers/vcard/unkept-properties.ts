import type { Problems } from '../problems.ts'
import { allOf, placeOf } from './card-details.ts'
import { type CardRole, isRoleWord } from './card-roles.ts'
import type { Card } from './cards.ts'

const kept: ReadonlySet<string> = new Set(
  `N FN EMAIL TEL ADR NOTE GENDER X-GENDER RELATED CATEGORIES KIND X-BALIE-ROLE X-BALIE-KEY
  X-BALIE-CHILD X-BALIE-GROUP`.split(/\s+/),
)

/** About the card itself, or said again elsewhere on it. */
const silent =
  /^(VERSION|UID|REV|PRODID|MAILER|SOURCE|NAME|CLASS|PROFILE|SORT-STRING|LABEL|CLIENTPIDMAP|XML|FN|X-ABLABEL|X-ABUID|X-EVOLUTION-FILE-AS|X-MS-OL-.*|X-(ADDRESSBOOKSERVER|BALIE)-.*)$/

/** What else stands on a card, each name told once in a file; those of programs under one name. */
export function tellUnkept(card: Card, role: CardRole, problems: Problems) {
  for (const property of card.properties) {
    const { name, text } = property
    const isKept =
      kept.has(name) ||
      (name === 'BDAY' && role === 'pupil') ||
      (name === 'LANG' && role === 'guardian') ||
      silent.test(name)
    if (isKept || text === '') continue
    const field = name.startsWith('X-') ? 'X-…' : name
    problems.warnOnce('extra-skipped', { ...placeOf(card, property), field })
  }
  tellCategories(card, problems)
  if (role !== 'staff') return
  for (const name of ['TEL', 'ADR', 'NOTE']) {
    const [property] = allOf(card, name).filter(({ text }) => text !== '')
    if (property) problems.warnOnce('extra-skipped', placeOf(card, property))
  }
}

/** Balie's own cards say the group twice; the categories of others mean what nobody here knows. */
function tellCategories(card: Card, problems: Problems) {
  const groups = new Set(allOf(card, 'X-BALIE-GROUP').map(({ text }) => text))
  for (const property of allOf(card, 'CATEGORIES')) {
    const others = property.text
      .split(', ')
      .filter((each) => each !== '' && !isRoleWord(each) && !groups.has(each))
    if (others.length > 0) problems.warnOnce('extra-skipped', placeOf(card, property))
  }
}
