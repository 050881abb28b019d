import {
  type Guardian,
  GuardianId,
  type GuardianLink,
  GuardianLinkId,
} from '#shared/families/guardian.ts'
import type { SourceGuardian } from '#shared/imports/import-source.ts'
import { displayName } from '#shared/pupils/person-name.ts'
import type { PupilId } from '#shared/pupils/pupil.ts'
import { guardianLinks, guardians } from '../../families/families-table.ts'
import { linkId } from '../../platform/ids.ts'
import { listKin } from '../match/guardian-kin.ts'
import { createGuardianMatcher } from '../match/match-guardians.ts'
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
  type Write,
} from './planning.ts'

export type PlannedGuardians = { readonly find: (key: string) => GuardianId | null }

/** Guardians and their ties to pupils. A tie that the school has is never changed by a file. */
export function* planGuardians(planning: Planning, pupils: PlannedPupils): Turns<PlannedGuardians> {
  const kin = listKin(planning, pupils)
  const idByKey = new Map<string, GuardianId>()
  const orders = createOrders(planning)
  const matchOf = createGuardianMatcher(planning)
  for (const [index, each] of kin.entries()) {
    if (index % stride === 0) yield
    const { record, pupilIds } = each
    const match = matchOf(each)
    const name = displayName(record) || record.key
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
  }
  return { find: (key) => idByKey.get(key) ?? null }
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
  const tied = new Set(planning.school.linksByGuardian.get(id)?.map(({ pupilId }) => pupilId))
  const links = pupilIds
    .filter((pupilId) => !tied.has(pupilId))
    .map((pupilId) =>
      newLink({
        pupilId,
        guardianId: id,
        relation: record.relation,
        contactOrder: orders(pupilId),
      }),
    )
  addLine(planning, line, match, {
    changes: [
      ...changesOf(known ?? blankGuardian(id), wanted),
      ...links.map(({ pupilId }) => ({ field: 'pupil', from: null, to: pupils.nameOf(pupilId) })),
      ...phones.changes,
    ],
    writes: [
      (db) => db.save(guardians, wanted),
      ...links.map(
        (link): Write =>
          (db) =>
            db.save(guardianLinks, link),
      ),
      ...phones.writes,
      ...keyWrites(planning, 'guardians', id, record.keys),
    ],
  })
  return id
}

/** Who is called next: after those whom the school calls already. */
function createOrders({ school }: Planning) {
  const last = new Map<string, number>()
  return (pupilId: PupilId) => {
    const known = school.linksByPupil.get(pupilId) ?? []
    const highest =
      last.get(pupilId) ?? Math.max(0, ...known.map(({ contactOrder }) => contactOrder))
    last.set(pupilId, Math.min(highest + 1, 99))
    return Math.min(highest + 1, 99)
  }
}

/** A file says who belongs together and nothing of the law: authority stays unknown, the portal shut. */
function newLink(
  ends: Pick<GuardianLink, 'pupilId' | 'guardianId' | 'relation' | 'contactOrder'>,
): GuardianLink {
  return {
    id: GuardianLinkId.parse(linkId('guardianLinks', ends.pupilId, ends.guardianId)),
    ...ends,
    authority: 'unknown',
    authorityDocument: null,
    authorityOn: null,
    informationRight: 'on-request',
    informationDocument: null,
    mayCollect: false,
    portalAccess: false,
    receivesLetters: true,
    noContact: false,
    note: null,
  }
}

function wantedGuardian(
  { firstName, prefix, lastName, email }: SourceGuardian,
  known: Guardian,
): Guardian {
  const isSame =
    displayName({ firstName: '', prefix, lastName }) === displayName({ ...known, firstName: '' })
  return {
    ...known,
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

function changesOf(known: Guardian, wanted: Guardian) {
  return (['firstName', 'prefix', 'lastName', 'email'] as const)
    .filter((field) => known[field] !== wanted[field])
    .map((field) => ({ field, from: known[field], to: wanted[field] }))
}
