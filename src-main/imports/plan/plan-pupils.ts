import type { SourcePupil } from '#shared/imports/import-source.ts'
import type { ImportLine } from '#shared/imports/imports-contract.ts'
import { shownName } from '#shared/pupils/mask.ts'
import { checkNationalNumber } from '#shared/pupils/national-number.ts'
import { displayName } from '#shared/pupils/person-name.ts'
import { type Pupil, PupilFields, PupilId } from '#shared/pupils/pupil.ts'
import { pupils } from '../../pupils/pupils-table.ts'
import { keySource } from '../match/key-source.ts'
import { matchPupils, nameOf } from '../match/match-pupils.ts'
import { nameKey } from '../match/same-person.ts'
import { gather } from '../match/school-snapshot.ts'
import type { PlannedGroups } from './plan-groups.ts'
import { planMemberships } from './plan-memberships.ts'
import { planPhones } from './plan-phones.ts'
import { planStay } from './plan-stays.ts'
import {
  addLine,
  decide,
  isLeftOut,
  keyWrites,
  lineKey,
  type Match,
  type Planning,
  refuseUnknown,
  stride,
  type Turns,
} from './planning.ts'

export type PlannedPupils = {
  /** The pupil a key of the file stands for; null when left out, undecided or unknown. */
  readonly find: (key: string) => PupilId | null
  /** Whether the file has such a pupil at all. */
  readonly has: (key: string) => boolean
  readonly nameOf: (id: PupilId) => string
}

export function* planPupils(planning: Planning, groups: PlannedGroups): Turns<PlannedPupils> {
  const { school, source } = planning
  const idByKey = new Map<string, PupilId | null>()
  const nameById = new Map<string, string>()
  const byNumber = gather([...school.pupils.values()], ({ pupilNumber }) => pupilNumber ?? '')
  let count = 0
  for (const [record, match] of matchPupils(planning)) {
    if (count++ % stride === 0) yield
    const id = planPupil(planning, { record, match, groups })
    if (match.kind === 'known' || !record.onlyIfKnown) idByKey.set(record.key, id)
    if (id) nameById.set(id, displayName(nameOf(record.fields)))
  }
  return {
    find: (key) => (idByKey.has(key) ? (idByKey.get(key) ?? null) : findKnown(key)),
    has: (key) => idByKey.has(key),
    nameOf(id) {
      const known = school.pupils.get(id)
      return known ? shownName(known) : (nameById.get(id) ?? '')
    },
  }

  function findKnown(key: string): PupilId | null {
    const id = school.ownerOf('pupils', keySource(source.format), key)
    if (id !== null) return school.pupils.get(id)?.id ?? null
    // A table of guardians names their children by the number of the school.
    const numbered = keySource(source.format) === 'csv' ? (byNumber.get(key) ?? []) : []
    return numbered.length === 1 ? (numbered[0]?.id ?? null) : null
  }
}

type Planned = {
  readonly record: SourcePupil
  readonly match: Match
  readonly groups: PlannedGroups
}

function planPupil(planning: Planning, { record, match, groups }: Planned): PupilId | null {
  const { school, newId } = planning
  const { key, place } = record
  const known = match.kind === 'known' ? school.pupils.get(match.id) : undefined
  const line = {
    kind: 'pupils',
    key,
    place,
    name: (known && shownName(known)) || displayName(nameOf(record.fields)) || key,
    groupName: className(record, groups),
  } as const
  if (match.kind !== 'known' && record.onlyIfKnown) {
    refuseUnknown(planning, { ...line, keys: record.keys }, 'pupil')
    return null
  }
  const decided = decide(planning, lineKey('pupils', key), match)
  const nobody = blankPupil(PupilId.parse(newId()))
  if (!decided) {
    const changes = changesOf(nobody, wantedPupil(planning, record, nobody))
    addLine(planning, line, match, { changes, writes: [] })
    return null
  }
  const before = (decided.kind === 'known' && school.pupils.get(decided.id)) || nobody
  const { id } = before
  const wanted = wantedPupil(planning, record, before)
  const parts = [
    planStay(planning, record, id),
    planMemberships(planning, record, { pupilId: id, groups }),
    planPhones(planning, 'pupil', id, record.phones),
  ]
  addLine(planning, line, match, {
    changes: [...changesOf(before, wanted), ...parts.flatMap(({ changes }) => changes)],
    writes: [
      (db) => db.save(pupils, wanted),
      ...parts.flatMap(({ writes }) => writes),
      ...keyWrites(planning, 'pupils', id, record.keys),
    ],
  })
  return isLeftOut(planning, 'pupils', key) ? null : id
}

const className = ({ memberships }: SourcePupil, groups: PlannedGroups) =>
  memberships
    .flatMap(({ groupKey }) => groups.find(groupKey)?.group ?? [])
    .find(({ kind }) => kind === 'class')?.name ?? null

/** What the file says laid over what the school knows; what the file does not say stays. */
function wantedPupil(
  { school }: Planning,
  { fields, protection = 0 }: SourcePupil,
  pupil: Pupil,
): Pupil {
  const { nationalNumber, nationalNumberKind, prefix = null, lastName, ...plain } = fields
  return {
    ...pupil,
    ...plain,
    ...wantedLastName(pupil, lastName, prefix),
    ...(school.keepsNationalNumber && nationalNumber && nationalNumberKind
      ? { nationalNumber, nationalNumberKind }
      : {}),
    // A file raises it and never takes a child's protection away.
    protectionLevel: protection > pupil.protectionLevel ? protection : pupil.protectionLevel,
  }
}

/** A prefix belongs to its last name: it goes when another name comes, and never by itself. */
function wantedLastName(pupil: Pupil, lastName: string | undefined, prefix: string | null) {
  if (lastName === undefined) return {}
  const said = { firstName: '', prefix, lastName }
  const isSame = displayName(said) === displayName({ ...pupil, firstName: '' })
  if (isSame && prefix === null) return {}
  const isSameLast =
    nameKey({ ...said, prefix: null }) === nameKey({ ...pupil, firstName: '', prefix: null })
  return { lastName, prefix: prefix ?? (isSameLast ? pupil.prefix : null) }
}

function blankPupil(id: PupilId): Pupil {
  return {
    id,
    firstName: '',
    officialNames: null,
    initials: null,
    prefix: null,
    lastName: '',
    sex: 'unknown',
    birthDate: null,
    birthPlace: null,
    nationalNumber: null,
    nationalNumberKind: null,
    pupilNumber: null,
    homeLanguages: [],
    nationality: null,
    email: null,
    yearGrade: null,
    note: null,
    protectionLevel: 0,
    alias: null,
    protectionAgreement: null,
    mergedInto: null,
  }
}

const fieldNames = PupilFields.keyof().options

/** Values as the preview shows them; what a mask hides elsewhere is hidden here too. */
function changesOf(pupil: Pupil, wanted: Pupil): ImportLine['changes'] {
  const [from, to] = [pupil.protectionLevel, wanted.protectionLevel]
  return [
    ...fieldNames
      .filter((field) => String(pupil[field] ?? '') !== String(wanted[field] ?? ''))
      .map((field) => ({ field, from: shown(pupil, field), to: shown(wanted, field) })),
    ...(from === to ? [] : [{ field: 'protectionLevel', from: String(from), to: String(to) }]),
  ]
}

function shown(pupil: Pupil, field: (typeof fieldNames)[number]): string | null {
  const value = String(pupil[field] ?? '') || null
  if (value === null) return null
  if (field === 'nationalNumber') return checkNationalNumber(value, 'nl', 'local').masked
  return pupil.protectionLevel >= 2 ? '•••' : value
}
