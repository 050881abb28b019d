import type { SourcePhone } from '#shared/imports/import-source.ts'
import { PartialDay } from '#shared/platform/day.ts'
import type { Sex } from '#shared/pupils/pupil.ts'
import type { Problems } from '../problems.ts'
import { cleanText, readEmail, readLine } from '../read-values.ts'
import type { CardProperty } from './card-property.ts'
import type { Card } from './cards.ts'

export const allOf = ({ properties }: Card, ...names: readonly string[]) =>
  properties.filter(({ name }) => names.includes(name))

export const textOf = (card: Card, ...names: readonly string[]) =>
  allOf(card, ...names)
    .map(({ text }) => cleanText(text))
    .find((text) => text !== null) ?? null

export const placeOf = ({ file }: Card, { line, name }: CardProperty) => ({
  file,
  line,
  field: name,
})

/** The preferred of several, then the one at home, then the first that is not of work. */
export function inOrder(found: readonly CardProperty[]): readonly CardProperty[] {
  const rank = ({ types }: CardProperty) =>
    types.has('pref') ? 0 : types.has('home') ? 1 : types.has('work') ? 3 : 2
  return found.toSorted((a, b) => rank(a) - rank(b))
}

/** Balie keeps one mail address; the others are told, so that nothing goes away unseen. */
export function emailOf(card: Card, problems: Problems): string | null {
  const [first, ...others] = inOrder(allOf(card, 'EMAIL').filter(({ text }) => text !== ''))
  for (const other of others) {
    if (other.text.toLowerCase() === first?.text.toLowerCase()) continue
    problems.warn('extra-skipped', { ...placeOf(card, other), value: other.text })
  }
  const text = first?.text.replace(/^mailto:/i, '')
  return first && text ? readEmail({ ...placeOf(card, first), text }, problems) : null
}

/** Numbers in the order of the card, the preferred one first; a fax or pager answers nobody. */
export function phonesOf(card: Card, problems: Problems): SourcePhone[] {
  const seen = new Set<string>()
  const inTurn = allOf(card, 'TEL').toSorted((a, b) => isPreferred(b) - isPreferred(a))
  return inTurn.flatMap((property): SourcePhone[] => {
    const { types, text } = property
    const number = readLine({ ...placeOf(card, property), text: plainNumber(text) }, problems)
    if (!number || seen.has(number)) return []
    seen.add(number)
    if (types.has('fax') || types.has('pager') || types.has('modem')) {
      problems.warn('extra-skipped', { ...placeOf(card, property), value: number })
      return []
    }
    if (!/^[+\d(][\d\s()./x#*-]{2,}$/i.test(number)) {
      problems.warn('value-invalid', { ...placeOf(card, property), value: number })
      return []
    }
    const kind = types.has('cell') ? 'mobile' : types.has('work') ? 'work' : 'home'
    return [{ kind, number }]
  })
}

const isPreferred = ({ types }: CardProperty) => Number(types.has('pref'))

/** `tel:+31-6-12345678;ext=12` as people write it. */
const plainNumber = (text: string) => text.replace(/^tel:/i, '').replace(/;ext=/i, ' x')

/** `1985-04-15`, `19850415`, `1985-04`, `1985`; a day without a year (`--0415`) is no birth date. */
export function birthDateOf(card: Card, problems: Problems): PartialDay | null {
  let read: PartialDay | null = null
  for (const property of allOf(card, 'BDAY')) {
    const text = cleanText(property.text)
    if (text === null) continue
    const [, year, month, day] = /^(\d{4})(?:-?(\d\d)(?:-?(\d\d))?)?(?:[T ].*)?$/.exec(text) ?? []
    const parsed = PartialDay.safeParse([year, month, day].filter(Boolean).join('-'))
    if (!parsed.success) problems.warn('value-invalid', { ...placeOf(card, property), value: text })
    else if (read && read !== parsed.data) {
      problems.warn('extra-skipped', { ...placeOf(card, property), value: text })
    } else read = parsed.data
  }
  return read
}

export function sexOf(card: Card): Sex | null {
  const said = textOf(card, 'GENDER', 'X-GENDER')?.toUpperCase()[0]
  return said === 'M' ? 'male' : said === 'F' ? 'female' : said === 'O' ? 'other' : null
}

export function noteOf(card: Card): string | null {
  const notes = allOf(card, 'NOTE').map(({ text }) => text.normalize('NFC').trim())
  return [...new Set(notes.filter(Boolean))].join('\n').slice(0, 4000) || null
}
