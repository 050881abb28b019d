import type { FamilyRow } from '#shared/families/families-contract.ts'
import { streetLine } from '#shared/families/household.ts'
import { hidesAddress, hidesName, maskOf, shownName } from '#shared/pupils/mask.ts'
import { displayName, sortedByName, sortName } from '#shared/pupils/person-name.ts'
import { haystackOf, phoneDigits } from '#shared/search/haystack.ts'
import { whoIsVisible } from '../../groups/groups-table.ts'
import type { Context, ReadDb } from '../../platform/database.ts'
import { familyName } from './family-name.ts'
import {
  type FamilyRows,
  type ListedGuardian,
  type ListedPupil,
  readFamilyRows,
} from './family-rows.ts'
import { familiesOf } from './family-ties.ts'

/** Every family of which the caller may see a pupil, in the country's order of last names. */
export function listFamilies(db: ReadDb, caller: Context): FamilyRow[] {
  const rows = readFamilyRows(db)
  const isVisible = whoIsVisible(db, caller)
  const listed = familiesOf(rows).flatMap((family) => {
    // Also of a pupil whom the caller may not see: the others live at the same address.
    const isProtected = family.some(hidesAddress)
    const seen = family.filter(({ id }) => isVisible(id))
    return shownTogether(seen).map((together) => rowOf(together, isProtected, rows, caller))
  })
  return sortedByName(listed, caller.country)
}

type SortedRow = FamilyRow & { readonly sortName: string }

/**
 * Which pupils of a family may stand in one line. Whoever has an alias stands alone, since a
 * sibling beside it would tell who it is; a hidden address stays apart from those who share it.
 */
export function shownTogether<Pupil extends Pick<ListedPupil, 'protectionLevel'>>(
  family: readonly Pupil[],
): Pupil[][] {
  const alone = family.filter(hidesName).map((pupil) => [pupil])
  const named = family.filter((pupil) => !hidesName(pupil))
  const hidden = named.filter(hidesAddress)
  const open = named.filter((pupil) => !hidesAddress(pupil))
  return [...alone, hidden, open].filter(({ length }) => length > 0)
}

function coveredRow(pupil: ListedPupil): SortedRow {
  const name = shownName(pupil)
  return {
    key: pupil.id,
    name,
    sortName: name,
    guardianNames: '',
    pupilNames: name,
    pupilIds: [pupil.id],
    address: null,
    town: null,
    phone: null,
    householdCount: 0,
    isProtected: true,
    haystack: haystackOf([name], []),
  }
}

/** One line, built of what the mask lets through, so that nothing else can be in it. */
function rowOf(
  pupils: readonly ListedPupil[],
  isProtected: boolean,
  rows: FamilyRows,
  caller: Context,
): SortedRow {
  const { country } = caller
  const [covered] = pupils.filter(hidesName)
  if (covered) return coveredRow(covered)
  const hidden = maskOf(caller, { protectionLevel: isProtected ? 1 : 0 })
  const guardians = guardiansOf(pupils, rows)
  const homes = homesOf(pupils, guardians, rows)
  const reach = hidden.address ? unreachable : reachOf(homes, guardians, rows)
  const name = familyName(guardians.length > 0 ? guardians : pupils)
  const guardianNames = guardians.map(displayName).join(', ')
  const pupilNames = pupils.map(({ firstName }) => firstName).join(', ')
  const first = guardians.find(({ lastName }) => lastName) ?? pupils[0]
  return {
    key: (hidden.address ? pupils[0]?.id : homes[0]) ?? pupils[0]?.id ?? '',
    name,
    sortName: first ? sortName({ ...first, firstName: '' }, country) : name,
    guardianNames,
    pupilNames,
    pupilIds: pupils.map(({ id }) => id),
    address: reach.address,
    town: reach.town,
    phone: reach.phones[0] ?? null,
    householdCount: hidden.address ? 0 : homes.length,
    isProtected,
    haystack: haystackOf(
      [name, guardianNames, ...pupils.map(displayName), ...reach.texts],
      reach.phones.map((number) => phoneDigits(number, country)),
    ),
  }
}

/** The guardians of these pupils, each once, who is called first in front. */
function guardiansOf(pupils: readonly ListedPupil[], { guardiansByPupil }: FamilyRows) {
  const inOrder = pupils.flatMap(({ id }) => guardiansByPupil.get(id) ?? []).sort(inCallingOrder)
  const guardians: ListedGuardian[] = []
  for (const guardian of inOrder) {
    if (!guardians.some(({ id }) => id === guardian.id)) guardians.push(guardian)
  }
  return guardians
}

/** Whom a court forbids contact comes last, unless another child of the family may be with them. */
const inCallingOrder = (a: ListedGuardian, b: ListedGuardian) =>
  Number(a.noContact) - Number(b.noContact) || a.contactOrder - b.contactOrder

/** Homes of the family, a pupil's main one first. */
function homesOf(
  pupils: readonly ListedPupil[],
  guardians: readonly ListedGuardian[],
  { homesByPupil }: FamilyRows,
) {
  const homes: string[] = []
  const add = (id: string | null) => {
    if (id !== null && !homes.includes(id)) homes.push(id)
  }
  const residences = pupils.flatMap(({ id }) => homesByPupil.get(id) ?? [])
  for (const { isMain, householdId } of residences) if (isMain) add(householdId)
  for (const { householdId } of residences) add(householdId)
  for (const { householdId } of guardians) add(householdId)
  return homes
}

const unreachable = { address: null, town: null, phones: [], texts: [] }

function reachOf(
  homes: readonly string[],
  guardians: readonly ListedGuardian[],
  { householdsById, phonesByOwner }: FamilyRows,
) {
  const phones: string[] = []
  const texts: (string | null)[] = []
  for (const { id, noContact } of guardians) {
    if (!noContact) phones.push(...numbersOf(phonesByOwner.get(id)))
  }
  for (const id of homes) {
    phones.push(...numbersOf(phonesByOwner.get(id)))
    const home = householdsById.get(id)
    if (home) texts.push(streetLine(home), home.postcode, home.town)
  }
  const [address = null, , town = null] = texts
  return { address, town, phones, texts }
}

const numbersOf = (numbers: string | undefined) => numbers?.split('\n') ?? []
