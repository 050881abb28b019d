import { readPhone } from '#shared/families/phone-number.ts'
import type { SourceGuardian, SourceTie } from '#shared/imports/import-source.ts'
import { foldText } from '#shared/platform/fold-text.ts'
import type { RowCells } from './row-cells.ts'
import type { RowGuardian } from './row-guardian.ts'
import { placeOf, type TablePart } from './table-part.ts'

/** A guardian as the rows so far tell. */
export type FlatGuardian = Omit<SourceGuardian, 'pupilKeys' | 'ties'> & {
  pupilKeys: readonly string[]
  ties: readonly SourceTie[]
}

/** What a row says around a guardian, by which the same one is known again. */
export type Around = {
  readonly row: RowCells
  readonly slot: 1 | 2
  readonly pupilKeys: readonly string[]
  readonly address: string | null
  readonly family: string | null
}

export type FlatGuardians = {
  /** The key of the guardian, new or met before. */
  readonly take: (said: RowGuardian, around: Around) => string
  readonly all: () => readonly SourceGuardian[]
}

/**
 * A parent of three children stands in three rows. It is the same one by key; by name with the same
 * mail address, phone, home, family or child; or, without a name, by the mail address or phone alone.
 */
export function createFlatGuardians(part: TablePart): FlatGuardians {
  const byKey = new Map<string, FlatGuardian>()
  const byId = new Map<string, string>()

  function take(said: RowGuardian, around: Around): string {
    const ids = idsOf(said, around, part)
    const met = ids.map((id) => byId.get(id)).find((key) => key !== undefined)
    const known = met === undefined ? undefined : byKey.get(met)
    const guardian = known ? merged(known, said, around, part) : started(said, around)
    byKey.set(guardian.key, guardian)
    for (const id of ids) if (!byId.has(id)) byId.set(id, guardian.key)
    return guardian.key
  }

  return { take, all: () => [...byKey.values()] }
}

const plain = (text: string) => foldText(text).replace(/[^\p{L}\p{N}]/gu, '')

function idsOf({ key, names, email, phones }: RowGuardian, around: Around, part: TablePart) {
  // A key is enough, and two keys are two people whatever else they share.
  if (key !== null) return [`key ${key}`]
  const { firstName, initials, prefix, lastName } = names
  const name = plain(`${firstName ?? initials ?? ''} ${prefix ?? ''} ${lastName ?? ''}`)
  const reached = [
    ...(email ? [`mail ${email.toLowerCase()}`] : []),
    ...phones.map(({ number }) => `phone ${readPhone(number, part.country).number}`),
  ]
  if (name === '') return reached.map((each) => `nameless ${each}`)
  const shared = [
    ...reached,
    ...(around.address ? [`home ${around.address}`] : []),
    ...(around.family ? [`family ${around.family}`] : []),
    ...around.pupilKeys.map((pupil) => `child ${pupil}`),
  ]
  return shared.map((each) => `${each} ${name}`)
}

function started(said: RowGuardian, { row, slot, pupilKeys }: Around): FlatGuardian {
  const { key, names, email, phones, more, tie } = said
  return {
    place: placeOf(row),
    key: key ?? `row ${row.line}.${slot}`,
    keys: key === null ? [] : [{ source: 'csv', value: key }],
    onlyIfKnown: false,
    firstName: names.firstName ?? '',
    prefix: names.prefix,
    lastName: names.lastName ?? '',
    email,
    phones: [...phones],
    pupilKeys,
    relation: tie.relation === 'other' ? 'other' : 'parent',
    more,
    ties: pupilKeys.map((pupilKey) => ({ pupilKey, fields: tie })),
  }
}

function merged(
  known: FlatGuardian,
  said: RowGuardian,
  around: Around,
  part: TablePart,
): FlatGuardian {
  const { row, pupilKeys } = around
  if (said.email && known.email && said.email.toLowerCase() !== known.email.toLowerCase()) {
    part.problems.warn('value-differs', { ...placeOf(row), field: 'email', value: said.email })
  }
  const numbers = new Set(known.phones.map(({ number }) => number))
  const fresh = pupilKeys.filter((key) => !known.pupilKeys.includes(key))
  return {
    ...known,
    email: known.email ?? said.email,
    firstName: known.firstName || (said.names.firstName ?? ''),
    phones: [...known.phones, ...said.phones.filter(({ number }) => !numbers.has(number))],
    more: { ...said.more, ...known.more },
    pupilKeys: [...known.pupilKeys, ...fresh],
    ties: [...known.ties, ...fresh.map((pupilKey) => ({ pupilKey, fields: said.tie }))],
  }
}
