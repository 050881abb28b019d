import { Relation } from '#shared/families/guardian.ts'
import type { Problems } from '../problems.ts'
import { cleanText } from '../read-values.ts'
import { allOf, placeOf, textOf } from './card-details.ts'
import type { CardProperty } from './card-property.ts'
import type { Card } from './cards.ts'

export type CardRole = 'pupil' | 'guardian' | 'staff'

/** Guardian and pupil by the keys of their cards, with what the guardian is to the child. */
export type CardTie = {
  readonly guardian: string
  readonly pupil: string
  readonly relation: Relation | null
}

export type KeyedCard = { readonly key: string; readonly card: Card }

/** Which card is whose child: Balie's own lines, and RELATED of version 4 where it names a card. */
export function readTies(cards: readonly KeyedCard[], problems: Problems): CardTie[] {
  const keys = new Set(cards.map(({ key }) => key))
  return cards.flatMap(({ key, card }) => {
    const own = allOf(card, 'X-BALIE-CHILD').map((property): CardTie => {
      const said = [...property.types].find((type) => Relation.safeParse(type).success)
      const relation = Relation.nullable().parse(said ?? null)
      return { guardian: key, pupil: property.text, relation }
    })
    const related = allOf(card, 'RELATED').flatMap((property): CardTie[] => {
      const other = plainKey(property.text)
      const { types } = property
      if (keys.has(other) && types.has('child'))
        return [{ guardian: key, pupil: other, relation: null }]
      if (keys.has(other) && types.has('parent'))
        return [{ guardian: other, pupil: key, relation: null }]
      if (other) tellUnread(card, property, problems)
      return []
    })
    return [...own, ...related]
  })
}

/** A name instead of a card: nobody is made of it. */
function tellUnread(card: Card, property: CardProperty, problems: Problems) {
  problems.warn('link-ignored', { ...placeOf(card, property), value: property.text })
}

export const plainKey = (text: string) => (cleanText(text) ?? '').replace(/^urn:uuid:/i, '')

/**
 * What a card is to a school: what it says, or what its place in a family says. Every other card is
 * taken for a guardian, since those are the people whom an office keeps in its phone.
 */
export function createRoles(ties: readonly CardTie[]) {
  const children = new Set(ties.map(({ pupil }) => pupil))
  return ({ key, card }: KeyedCard): CardRole | null => {
    const said = textOf(card, 'X-BALIE-ROLE')?.toLowerCase()
    if (said === 'pupil' || said === 'guardian' || said === 'staff') return said
    if (
      /^(group|org|location|device|application)$/i.test(
        textOf(card, 'KIND', 'X-ADDRESSBOOKSERVER-KIND') ?? '',
      )
    )
      return null
    if (children.has(key)) return 'pupil'
    return byCategory(card) ?? 'guardian'
  }
}

const words = {
  pupil: /^(leerling(en)?|pupils?|students?|elev(er)?)$/i,
  guardian: /^(ouders?|verzorgers?|parents?|guardians?|vårdnadshavare|föräldrar)$/i,
  staff:
    /^(leerkracht(en)?|lera(ar|ren)|personeel|team|medewerkers?|teachers?|staff|lärare|personal)$/i,
} as const

/** A category that can mean only one thing. */
function byCategory(card: Card): CardRole | null {
  const categories = allOf(card, 'CATEGORIES').flatMap(({ text }) => text.split(/[,;]/))
  const isNamed = (role: CardRole) => categories.some((each) => words[role].test(each.trim()))
  const [only, second] = (['pupil', 'guardian', 'staff'] as const).filter(isNamed)
  return only && !second ? only : null
}

export const isRoleWord = (category: string) =>
  Object.values(words).some((each) => each.test(category.trim()))
