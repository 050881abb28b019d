import type { GuardianId } from '#shared/families/guardian.ts'
import type { PupilId } from '#shared/pupils/pupil.ts'
import type { MeetingRound, ResourceId } from './round.ts'
import type { MeetingParty, MeetingTalk, PartyId, TalkId } from './talk.ts'

/** A guardian of a pupil who may come to a talk: contact allowed, and authority or a right to be informed. */
export type Attending = { readonly guardianId: GuardianId; readonly householdId: string | null }

export type InvitedPupil = {
  readonly id: PupilId
  readonly birthDate: string | null
  readonly guardians: readonly Attending[]
  readonly teachers: readonly { readonly resourceId: ResourceId; readonly staffId: string }[]
  /** Of the family's own rule; null for that of the round. */
  readonly separated: MeetingRound['separated'] | null
}

type Made = {
  readonly parties: readonly MeetingParty[]
  readonly talks: readonly MeetingTalk[]
  /** Nobody can be invited. */
  readonly withoutGuardian: readonly PupilId[]
  readonly withoutTeacher: readonly PupilId[]
}

type Ids = {
  readonly party: (guardianIds: readonly string[]) => PartyId
  readonly talk: (partyId: PartyId, pupilId: PupilId, resourceId: ResourceId) => TalkId
}

/**
 * Parties and talks of a round. Guardians of one home come together, and with all their children, so
 * that siblings can be planned back to back; separated guardians come each, or together where the
 * round or the family says so. With several teachers a pupil has a talk with all of them at once.
 */
export function whoComes(round: MeetingRound, pupils: readonly InvitedPupil[], ids: Ids): Made {
  const homes = gather(round, pupils)
  const partyOf = new Map<GuardianId, PartyId>()
  const parties = homes.map((guardianIds) => {
    const id = ids.party(guardianIds)
    for (const each of guardianIds) partyOf.set(each, id)
    return newParty(round, id, guardianIds)
  })
  const talks = pupils.flatMap((pupil) => {
    const [first] = pupil.teachers
    if (!first) return []
    const own = new Set(pupil.guardians.flatMap(({ guardianId }) => partyOf.get(guardianId) ?? []))
    return [...own].map((partyId) =>
      newTalk(round, pupil, partyId, ids.talk(partyId, pupil.id, first.resourceId)),
    )
  })
  return {
    parties,
    talks: round.per === 'household' ? perHousehold(talks, pupils) : talks,
    withoutGuardian: pupils.filter(({ guardians }) => guardians.length === 0).map(({ id }) => id),
    withoutTeacher: pupils.filter(({ teachers }) => teachers.length === 0).map(({ id }) => id),
  }
}

/** Guardians who come as one, each list sorted: those of a home, and homes that come together. */
function gather(round: MeetingRound, pupils: readonly InvitedPupil[]): GuardianId[][] {
  const leaders = new Map<GuardianId, GuardianId>()
  const leaderOf = (id: GuardianId): GuardianId => {
    const next = leaders.get(id) ?? id
    return next === id ? id : leaderOf(next)
  }
  const join = (a: GuardianId, b: GuardianId) => void leaders.set(leaderOf(a), leaderOf(b))
  const firstOfHome = new Map<string, GuardianId>()
  for (const { guardians, separated } of pupils) {
    for (const { guardianId, householdId } of guardians) {
      if (!leaders.has(guardianId)) leaders.set(guardianId, guardianId)
      const first = householdId === null ? undefined : firstOfHome.get(householdId)
      if (first) join(guardianId, first)
      else if (householdId !== null) firstOfHome.set(householdId, guardianId)
    }
    const [first, ...rest] = guardians
    if (first && (separated ?? round.separated) === 'together') {
      for (const { guardianId } of rest) join(guardianId, first.guardianId)
    }
  }
  const homes = Map.groupBy([...leaders.keys()].toSorted(), leaderOf)
  return [...homes.values()]
}

const newParty = (
  { id: roundId }: MeetingRound,
  id: PartyId,
  guardianIds: readonly GuardianId[],
): MeetingParty => ({
  ...{ id, roundId, guardianIds, wishes: null, apartFrom: null, interpreter: null },
  ...{ isOnPaper: false, invitedAt: null, remindedAt: null, answeredAt: null, declinedAt: null },
})

const newTalk = (
  { id: roundId, minutes }: MeetingRound,
  { id: pupilId, teachers }: InvitedPupil,
  partyId: PartyId,
  id: TalkId,
): MeetingTalk => ({
  ...{ id, roundId, partyId, pupilId, alsoPupilIds: [] },
  resourceIds: teachers.map(({ resourceId }) => resourceId),
  staffIds: teachers.map(({ staffId }) => staffId),
  ...{ minutes, isByVideo: false, isInvited: false, place: null, placedBy: null, isPinned: false },
  ...{ confirmedAt: null, question: null, cancelledAt: null, outcome: null },
})

/** One talk for all children of a party that have the same teachers, named after the eldest. */
function perHousehold(talks: readonly MeetingTalk[], pupils: readonly InvitedPupil[]) {
  const births = new Map(pupils.map(({ id, birthDate }) => [id, birthDate ?? '9999']))
  const together = Map.groupBy(talks, (talk) => `${talk.partyId} ${talk.resourceIds.join()}`)
  return [...together.values()].flatMap((all) => {
    const [eldest, ...rest] = all.toSorted((a, b) =>
      (births.get(a.pupilId) ?? '').localeCompare(births.get(b.pupilId) ?? ''),
    )
    return eldest ? [{ ...eldest, alsoPupilIds: rest.map(({ pupilId }) => pupilId) }] : []
  })
}
