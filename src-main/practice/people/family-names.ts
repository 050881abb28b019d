import { foldText } from '#shared/platform/fold-text.ts'
import type { NameSet } from '../names/name-set.ts'
import type { Random } from '../random.ts'

export type PersonName = { readonly prefix: string | null; readonly lastName: string }

export function pickFamilyName(names: NameSet, random: Random): PersonName {
  const [before = '', after] = random.pick(names.families).split('|')
  return after ? { prefix: before, lastName: after } : { prefix: null, lastName: before }
}

/** The name as a woman or a man bears it. */
export function borneBy(name: PersonName, sex: string, names: NameSet): PersonName {
  if (sex !== 'female' || !names.feminine) return name
  return { ...name, lastName: names.feminine(name.lastName) }
}

/** `Fatima El Amrani`, 12: `fatima.elamrani12@example.org`. Both domains can never be registered. */
export function emailOf(firstName: string, { prefix, lastName }: PersonName, n: number) {
  const plain = (text: string) => foldText(text).replace(/[^a-z]/g, '')
  const domain = n % 3 === 0 ? 'voorbeeld.example' : 'example.org'
  return `${plain(firstName)}.${plain((prefix ?? '') + lastName)}${n}@${domain}`
}
