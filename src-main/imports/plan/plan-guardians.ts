import { type Guardian, GuardianFields, GuardianId } from '#shared/families/guardian.ts'
import type { SourceGuardian } from '#shared/imports/import-source.ts'
import { displayName } from '#shared/pupils/person-name.ts'
import type { PupilId } from '#shared/pupils/pupil.ts'
import { guardians } from '../../families/families-table.ts'
import { listKin } from '../match/guardian-kin.ts'
import { createGuardianMatcher } from '../match/match-guardians.ts'
import { createOrders, planLinks } from './plan-links.ts'
import { planPhones } from './plan-phones.ts'
import type { PlannedPupils } from './plan-pupils.ts'
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
  tell,
} from './planning.ts'

export type PlannedGuardians = {
  readonly find: (key: string) => GuardianId | null
  readonly nameOf: (id: GuardianId) => string
}

/** Guardians and their ties to pupils. A tie that the school has is never changed by a file. */
export function* planGuardians(planning: Planning, pupils: PlannedPupils): Turns<PlannedGuardians> {
  const kin = listKin(planning, pupils)
  const idByKey = new Map<string, GuardianId>()
  const nameById = new Map<string, string>()
  const orders = createOrders(planning)
  const matchOf = createGuardianMatcher(planning)
  for (const [index, each] of kin.entries()) {
    if (index % stride === 0) yield
    const { record, pupilIds } = each
    const match = matchOf(each)
    const name = displayName(record) || record.email || record.phones[0]?.number || record.key
    const line = { ...record, kind: 'guardians', name, groupName: null } as const
    if (match.kind !== 'known' && record.onlyIfKnown) {
      refuseUnknown(planning, line, 'guardian')
      continue
    }
    if (match.kind !== 'known' && !each.hasPupil) {
      const where = { ...record.place, field: null, value: name }
      tell(planning, 'warning', 'guardian-without-pupil', where)
    }
    const decided = decide(planning, lineKey('guardians', record.key), match)
    // A parent of children who stay out stays out too.
    const waits = decided?.kind === 'new' && each.hasPupil && pupilIds.length === 0
    if (!decided || waits) {
      const nobody = blankGuardian(GuardianId.parse(planning.newId()))
      const changes = changesOf(nobody, wantedGuardian(record, nobody))
      addLine(planning, line, match, { changes, writes: [] })
      continue
    }
    const knownId = decided.kind === 'known' ? decided.id : null
    const id = planGuardian(planning, { record, pupilIds, match, pupils, orders, line, knownId })
    if (!isLeftOut(planning, 'guardians', record.key)) idByKey.set(record.key, id)
    nameById.set(id, name)
  }
  return { find: (key) => idByKey.get(key) ?? null, nameOf: (id) => nameById.get(id) ?? '' }
}

type Planned = {
  readonly record: SourceGuardian
  readonly pupilIds: readonly PupilId[]
  readonly match: Match
  readonly knownId: string | null
  readonly pupils: PlannedPupils
  readonly orders: (pupilId: PupilId) => number
  readonly line: Parameters<typeof addLine>[1]
}

function planGuardian(planning: Planning, planned: Planned): GuardianId {
  const { record, pupilIds, match, knownId, pupils, orders, line } = planned
  const known = knownId === null ? undefined : planning.school.guardians.get(knownId)
  const id = known?.id ?? GuardianId.parse(planning.newId())
  const wanted = wantedGuardian(record, known ?? blankGuardian(id))
  const phones = planPhones(planning, 'guardian', id, record.phones)
  const links = planLinks(planning, { record, guardianId: id, pupilIds, pupils, orders })
  addLine(planning, line, match, {
    changes: [
      ...changesOf(known ?? blankGuardian(id), wanted),
      ...links.changes,
      ...phones.changes,
    ],
    writes: [
      (db) => db.save(guardians, wanted),
      ...links.writes,
      ...phones.writes,
      ...keyWrites(planning, 'guardians', id, record.keys),
    ],
  })
  return id
}

/** What the file says laid over what the school knows; a note of the school's own stays. */
function wantedGuardian(
  { firstName, prefix, lastName, email, more = {} }: SourceGuardian,
  known: Guardian,
): Guardian {
  const isSame =
    displayName({ firstName: '', prefix, lastName }) === displayName({ ...known, firstName: '' })
  const { sex, note, ...plain } = more
  return {
    ...known,
    ...plain,
    ...(sex && sex !== 'unknown' && { sex }),
    ...(note && known.note === null && { note }),
    ...(firstName && { firstName }),
    ...(lastName && !isSame && { lastName, prefix }),
    ...(email && { email }),
  }
}

const blankGuardian = (id: GuardianId): Guardian => ({
  id,
  firstName: '',
  initials: null,
  prefix: null,
  lastName: '',
  sex: 'unknown',
  email: null,
  language: null,
  note: null,
  householdId: null,
})

const fieldNames = GuardianFields.keyof().options

function changesOf(known: Guardian, wanted: Guardian) {
  return fieldNames
    .filter((field) => known[field] !== wanted[field])
    .map((field) => ({ field, from: known[field], to: wanted[field] }))
}
