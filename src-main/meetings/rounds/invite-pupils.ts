import { and, eq, inArray } from 'drizzle-orm'
import type { MeetingsContract } from '#shared/meetings/meetings-contract.ts'
import type { RoundSheet } from '#shared/meetings/places.ts'
import type { MeetingDay, RoundId } from '#shared/meetings/round.ts'
import { PartyId, TalkId } from '#shared/meetings/talk.ts'
import { type InvitedPupil, whoComes } from '#shared/meetings/who-comes.ts'
import { ok, refuse } from '#shared/platform/result.ts'
import { shownName } from '#shared/pupils/mask.ts'
import type { PupilId } from '#shared/pupils/pupil.ts'
import { StaffId } from '#shared/staff/staff.ts'
import { guardianLinks, guardians } from '../../families/families-table.ts'
import { groupStaff, memberships } from '../../groups/groups-table.ts'
import type { ReadDb, Service, WriteDb } from '../../platform/database.ts'
import { linkId } from '../../platform/ids.ts'
import { pupils } from '../../pupils/pupils-table.ts'
import { meetingParties, meetingResources, meetingTalks } from '../meetings-table.ts'
import { readSheet } from '../read-sheet.ts'
import { saveTeacher, teacherId } from './save-resource.ts'

/** Parties and talks for the pupils of these groups and these pupils besides. */
export const invitePupils: Service<MeetingsContract>['invite'] = (db, wanted, context) => {
  const { roundId } = wanted
  const sheet = readSheet(db, roundId)
  if (!sheet) return refuse('round.not-found')
  if (sheet.round.state === 'closed') return refuse('round.closed')
  const ids = pupilsOf(db, wanted, context.today)
  addTeachers(db, roundId, { ids, days: sheet.days, newId: context.newId })
  const invited = invitedPupils(db, roundId, ids)
  const made = whoComes(sheet.round, invited, {
    party: (guardianIds) => PartyId.parse(linkId('meetingParties', roundId, ...guardianIds)),
    talk: (partyId, pupilId) => TalkId.parse(linkId('meetingTalks', roundId, partyId, pupilId)),
  })
  const known = new Set<string>([...sheet.talks, ...sheet.parties].map(({ id }) => id))
  for (const party of made.parties) if (!known.has(party.id)) db.save(meetingParties, party)
  for (const talk of made.talks) if (!known.has(talk.id)) db.save(meetingTalks, talk)
  dropUninvited(db, sheet, made)
  db.describe(sheet.round.name)
  const named = (some: readonly PupilId[]) => namesOf(db, some)
  return ok({
    talks: made.talks.length,
    withoutGuardian: named(made.withoutGuardian),
    withoutTeacher: named(made.withoutTeacher),
  })
}

const namesOf = (db: ReadDb, ids: readonly PupilId[]) =>
  db
    .select()
    .from(pupils)
    .where(inArray(pupils.id, [...ids]))
    .all()
    .map(shownName)
    .toSorted()

/** Talks of pupils who are named no more go, unless they have a place already. */
function dropUninvited(db: WriteDb, sheet: RoundSheet, made: ReturnType<typeof whoComes>) {
  const wanted = new Set(made.talks.map(({ id }) => id))
  const kept = sheet.talks.filter(({ id, place }) => wanted.has(id) || place !== null)
  const keptIds = new Set(kept.map(({ id }) => id))
  for (const { id } of sheet.talks) if (!keptIds.has(id)) db.remove(meetingTalks, id)
  const parties = new Set([
    ...made.parties.map(({ id }) => id),
    ...kept.map(({ partyId }) => partyId),
  ])
  for (const { id } of sheet.parties) if (!parties.has(id)) db.remove(meetingParties, id)
}

type Wanted = Parameters<typeof invitePupils>[1]

function pupilsOf(db: ReadDb, { groupIds, pupilIds }: Wanted, today: string): PupilId[] {
  const members = db
    .select()
    .from(memberships)
    .where(inArray(memberships.groupId, groupIds))
    .all()
    .filter(({ from, until }) => (from ?? '') <= today && today <= (until ?? '9999'))
  return [...new Set([...members.map(({ pupilId }) => pupilId), ...pupilIds])]
}

type Adding = {
  readonly ids: readonly PupilId[]
  readonly days: readonly MeetingDay[]
  readonly newId: () => string
}

/** The teachers of these pupils' classes take part, all day until somebody paints it otherwise. */
function addTeachers(db: WriteDb, roundId: RoundId, { ids, days, newId }: Adding) {
  const free = days.map(({ id, from, until }) => ({ dayId: id, from, until }))
  const staffIds = new Set(teachersOf(db, ids).map(({ staffId }) => staffId))
  for (const staffId of staffIds) {
    const id = teacherId(roundId, staffId)
    if (db.select().from(meetingResources).where(eq(meetingResources.id, id)).get()) continue
    const nothing = { name: null, language: null, room: null, building: null, videoLink: null }
    const teacher = { kind: 'teacher' as const, staffId, capacity: 1, free, ...nothing }
    saveTeacher(db, roundId, teacher, newId)
  }
}

const teachersOf = (db: ReadDb, ids: readonly PupilId[]) =>
  db
    .select({ pupilId: memberships.pupilId, staffId: groupStaff.staffId })
    .from(memberships)
    .innerJoin(groupStaff, eq(groupStaff.groupId, memberships.groupId))
    .where(and(inArray(memberships.pupilId, [...ids]), eq(groupStaff.task, 'teacher')))
    .all()

function invitedPupils(db: ReadDb, roundId: RoundId, ids: readonly PupilId[]): InvitedPupil[] {
  const teachers = Map.groupBy(teachersOf(db, ids), ({ pupilId }) => pupilId)
  const ties = db
    .select({ link: guardianLinks, householdId: guardians.householdId })
    .from(guardianLinks)
    .innerJoin(guardians, eq(guardians.id, guardianLinks.guardianId))
    .where(and(inArray(guardianLinks.pupilId, [...ids]), eq(guardianLinks.noContact, false)))
    .all()
    // Who has no authority comes only with the right to be told everything (`domain.md` 3.1).
    .filter(({ link }) => link.authority !== 'none' || link.informationRight === 'full')
  const guardiansOf = Map.groupBy(ties, ({ link }) => link.pupilId)
  const found = db
    .select()
    .from(pupils)
    .where(inArray(pupils.id, [...ids]))
    .all()
  return found.map(({ id, birthDate }) => ({
    id,
    birthDate,
    guardians: (guardiansOf.get(id) ?? []).map(({ link, householdId }) => ({
      guardianId: link.guardianId,
      householdId,
    })),
    // Of two who share a class the first by name of row: both would be one talk with two teachers.
    teachers: (teachers.get(id) ?? []).slice(0, 1).map(({ staffId }) => ({
      resourceId: teacherId(roundId, StaffId.parse(staffId)),
      staffId,
    })),
    separated: null,
  }))
}
