import type { SourceHousehold } from '#shared/imports/import-source.ts'
import { type Address, addressKey } from './row-address.ts'
import type { RowCells } from './row-cells.ts'
import { placeOf } from './table-part.ts'

/** Who of a row lives at an address. */
export type Living = {
  readonly row: RowCells
  readonly pupilKeys: readonly string[]
  readonly guardianKeys: readonly string[]
  readonly family: string | null
  /** Last names, by which a home without guardians is known to be one family's. */
  readonly names: readonly string[]
}

type FlatHousehold = {
  readonly place: SourceHousehold['place']
  readonly key: string
  fields: Address
  readonly isMain: boolean
  readonly pupilKeys: Set<string>
  readonly guardianKeys: Set<string>
}

export type FlatHouseholds = {
  readonly take: (address: Address, living: Living) => void
  readonly all: () => readonly SourceHousehold[]
}

/**
 * One home for those who live at one address and are one family: by the family's key, a guardian, a
 * child or a last name that they share. Neighbours behind one door stay apart. The first home of a
 * pupil is the main one, a further one the other.
 */
export function createFlatHouseholds(): FlatHouseholds {
  const list: FlatHousehold[] = []
  const byId = new Map<string, FlatHousehold>()
  const mainOf = new Map<string, FlatHousehold>()

  function take(address: Address, living: Living) {
    const ids = idsOf(address, living)
    const known = ids.map((id) => byId.get(id)).find((home) => home !== undefined)
    const home = known ?? start(address, living)
    home.fields = { ...address, ...home.fields }
    for (const id of ids) if (!byId.has(id)) byId.set(id, home)
    for (const key of living.pupilKeys) {
      home.pupilKeys.add(key)
      if (!mainOf.has(key)) mainOf.set(key, home)
    }
    for (const key of living.guardianKeys) home.guardianKeys.add(key)
  }

  function start(address: Address, { row, pupilKeys }: Living): FlatHousehold {
    const isMain = pupilKeys.length === 0 || pupilKeys.some((key) => !mainOf.has(key))
    const key = `row ${row.line}.${isMain ? 1 : 2}`
    const people = { pupilKeys: new Set<string>(), guardianKeys: new Set<string>() }
    const home = { place: placeOf(row), key, fields: address, isMain, ...people }
    list.push(home)
    return home
  }

  return { take, all: () => list.map(asSource) }
}

function idsOf(address: Address, { pupilKeys, guardianKeys, family, names }: Living) {
  const place = addressKey(address) ?? `part ${address.postcode ?? ''} ${address.town ?? ''}`
  // Half an address is shared by half a street: only the same people make it one home.
  const isWhole = addressKey(address) !== null
  return [
    ...pupilKeys.map((key) => `child ${key} ${place}`),
    ...guardianKeys.map((key) => `guardian ${key} ${place}`),
    ...(family ? [`family ${family} ${place}`] : []),
    ...(isWhole ? names.map((name) => `name ${name} ${place}`) : []),
  ]
}

function asSource({
  place,
  key,
  fields,
  isMain,
  pupilKeys,
  guardianKeys,
}: FlatHousehold): SourceHousehold {
  return {
    place,
    key,
    fields,
    pupilKeys: [...pupilKeys],
    guardianKeys: [...guardianKeys],
    residence: { isMain, arrangement: null },
  }
}
