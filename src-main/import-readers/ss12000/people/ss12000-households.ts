import type { HouseholdFields } from '#shared/families/household.ts'
import { readPostcode } from '#shared/families/postcode.ts'
import type { SourceHousehold } from '#shared/imports/import-source.ts'
import type { Problems } from '../../problems.ts'
import { readLine } from '../../read-values.ts'
import { splitStreet } from '../../street-line.ts'
import { type Part, partsOf, textOf, valueIn, whereOf } from '../part.ts'
import type { Register } from '../register.ts'
import type { Known } from './person-kinds.ts'
import type { MayKeep } from './ss12000-guardians.ts'

type Home = {
  readonly id: string
  readonly isPupil: boolean
  readonly part: Part
  readonly fields: Partial<HouseholdFields>
  readonly address: string
}

/**
 * Where people are registered. Those of one address are one household when somebody responsible
 * ties them together; two families on one staircase are two.
 */
export function readHouseholds(
  register: Register,
  known: ReadonlyMap<string, Known>,
  mayKeep: MayKeep,
  problems: Problems,
): SourceHousehold[] {
  const homes = [...known.values()].flatMap(({ id, part, kinds }): Home[] => {
    const isPupil = kinds.has('pupil')
    // What is known of staff alone is where they work.
    if (!isPupil && !(kinds.has('guardian') && mayKeep(id))) return []
    const home = readHome(part, problems)
    return home ? [{ ...home, id, isPupil, part }] : []
  })
  const familyOf = createFamilies(homes, register)
  const households = new Map<string, SourceHousehold>()
  for (const home of homes) {
    const family = familyOf(home.id)
    const { file, line } = home.part
    const own = households.get(family) ?? {
      place: { file, line },
      key: home.id,
      fields: home.fields,
      pupilKeys: [],
      guardianKeys: [],
    }
    households.set(family, {
      ...own,
      fields: { ...home.fields, ...own.fields },
      pupilKeys: home.isPupil ? [...own.pupilKeys, home.id] : own.pupilKeys,
      guardianKeys: home.isPupil ? own.guardianKeys : [...own.guardianKeys, home.id],
    })
  }
  return [...households.values()]
}

/** For each person the first of those of the same address to whom a chain of ties leads. */
function createFamilies(homes: readonly Home[], { responsibles }: Register) {
  const addressOf = new Map(homes.map(({ id, address }) => [id, address]))
  const parents = new Map<string, string>()
  const root = (id: string): string => {
    let top = id
    for (let next = parents.get(top); next !== undefined; next = parents.get(top)) top = next
    if (top !== id) parents.set(id, top)
    return top
  }
  const join = (a: string, b: string) => {
    if (root(a) !== root(b)) parents.set(root(b), root(a))
  }
  for (const { pupil, guardian } of responsibles) {
    const address = addressOf.get(pupil)
    if (address === undefined) continue
    // Siblings meet in a guardian at this address, who need not live here.
    join(pupil, `${guardian}\n${address}`)
    if (addressOf.get(guardian) === address) join(pupil, guardian)
  }
  return root
}

function readHome(person: Part, problems: Problems) {
  const all = partsOf(person, 'addresses')
  const home = all.find((part) => /^(folkbokföring)?$/i.test(typeOf(part)))
  const post = all.find((part) => /^(särskild ?postadress|postadress)$/i.test(typeOf(part)))
  for (const part of all) {
    if (part !== home && part !== post) {
      problems.warn('extra-skipped', { ...whereOf(part, 'type'), value: textOf(part, 'type') })
    }
  }
  const fields = home ? readAddress(home, problems) : {}
  const mailingAddress = post ? mailingLine(readAddress(post, problems)) : null
  const address = Object.values(fields).join('\n').toLowerCase()
  if (address === '' && !mailingAddress) return null
  return {
    fields: { ...fields, ...(mailingAddress && { mailingAddress }) },
    address: address || `post ${mailingAddress}`,
  }
}

const typeOf = (part: Part) => textOf(part, 'type').normalize('NFC')

function readAddress(part: Part, problems: Problems): Partial<HouseholdFields> {
  const line = (name: string) => readLine(valueIn(part, name), problems)
  const [street, town, code, said] = [
    line('streetAddress'),
    line('locality'),
    line('postalCode'),
    line('country'),
  ]
  const addressCountry = readCountry(said)
  if (said && !addressCountry) {
    problems.warn('value-invalid', { ...whereOf(part, 'country'), value: said })
  }
  const postcode = code && addressCountry !== 'SE' && said ? code : code && swedish(code)
  return {
    ...(street && splitStreet(street)),
    ...(postcode && { postcode }),
    ...(town && { town }),
    ...(addressCountry && { addressCountry }),
  }
}

const swedish = (code: string) => readPostcode(code, 'se').postcode

const countries: Readonly<Record<string, string>> = {
  sverige: 'SE',
  norge: 'NO',
  danmark: 'DK',
  finland: 'FI',
}

function readCountry(said: string | null): string | null {
  if (said === null) return null
  if (/^[a-z]{2}$/i.test(said)) return said.toUpperCase()
  const word = said.toLowerCase()
  return Object.hasOwn(countries, word) ? (countries[word] ?? null) : null
}

const mailingLine = ({
  street,
  houseNumber,
  houseNumberAddition,
  postcode,
  town,
}: Partial<HouseholdFields>) =>
  [
    [street, houseNumber, houseNumberAddition].filter(Boolean).join(' '),
    [postcode, town].filter(Boolean).join(' '),
  ]
    .filter(Boolean)
    .join(', ') || null
