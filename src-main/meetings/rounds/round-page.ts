import { eq, inArray } from 'drizzle-orm'
import type { RoundNames, RoundPage, RoundSummary } from '#shared/meetings/meetings-contract.ts'
import type { RoundSheet } from '#shared/meetings/places.ts'
import type { MeetingRound, RoundId } from '#shared/meetings/round.ts'
import { hidesName, shownName } from '#shared/pupils/mask.ts'
import { displayName } from '#shared/pupils/person-name.ts'
import { seesEveryPupil } from '#shared/staff/rights.ts'
import { guardianLinks, guardians } from '../../families/families-table.ts'
import { groups, memberships } from '../../groups/groups-table.ts'
import type { Context, ReadDb } from '../../platform/database.ts'
import { pupils } from '../../pupils/pupils-table.ts'
import { staff } from '../../staff/staff-table.ts'
import { meetingNotes, meetingRounds } from '../meetings-table.ts'
import { readSheet } from '../read-sheet.ts'

/** All rounds, the newest first, with how far each is. */
export function listRounds(db: ReadDb, caller: Context): readonly RoundSummary[] {
  const rounds = db.select().from(meetingRounds).all()
  return rounds
    .flatMap((round) => {
      const sheet = ownSheet(db, round.id, caller)
      return sheet ? [summaryOf(round, sheet)] : []
    })
    .toSorted((a, b) => (b.firstDay ?? '9').localeCompare(a.firstDay ?? '9'))
}

function summaryOf(round: MeetingRound, { days, parties, talks }: RoundSheet): RoundSummary {
  const standing = talks.filter(({ cancelledAt }) => cancelledAt === null)
  const coming = parties.filter(({ declinedAt }) => declinedAt === null)
  return {
    ...round,
    firstDay: days[0]?.day ?? null,
    lastDay: days.at(-1)?.day ?? null,
    talks: standing.length,
    placed: standing.filter(({ place }) => place !== null).length,
    parties: coming.length,
    answered: coming.filter(({ answeredAt }) => answeredAt !== null).length,
    onPaper: coming.filter(({ isOnPaper }) => isOnPaper).length,
    reached: standing.filter(({ outcome }) => outcome === 'reached').length,
  }
}

/** The round as the caller may see it, with everybody's name. */
export function roundPage(db: ReadDb, roundId: RoundId, caller: Context): RoundPage | null {
  const sheet = ownSheet(db, roundId, caller)
  if (!sheet) return null
  const ids = new Set<string>(sheet.talks.map(({ id }) => id))
  const notes = db.select().from(meetingNotes).where(eq(meetingNotes.staffId, caller.staffId)).all()
  return { sheet, names: namesOn(db, sheet), notes: notes.filter(({ id }) => ids.has(id)) }
}

/** A teacher has their own talks, and of the round what everybody may know. */
function ownSheet(db: ReadDb, roundId: RoundId, caller: Context): RoundSheet | null {
  const sheet = readSheet(db, roundId)
  if (!sheet || seesEveryPupil(caller)) return sheet
  const talks = sheet.talks.filter(({ staffIds }) => staffIds.includes(caller.staffId))
  const own = new Set(talks.map(({ partyId }) => partyId))
  return { ...sheet, talks, parties: sheet.parties.filter(({ id }) => own.has(id)) }
}

function namesOn(db: ReadDb, { talks, parties, resources }: RoundSheet): RoundNames {
  const pupilIds = [
    ...new Set(talks.flatMap(({ pupilId, alsoPupilIds }) => [pupilId, ...alsoPupilIds])),
  ]
  const shown = new Map(
    db
      .select()
      .from(pupils)
      .where(inArray(pupils.id, pupilIds))
      .all()
      .map((each) => [each.id, each] as const),
  )
  const places = db
    .select({ pupilId: memberships.pupilId, name: groups.name })
    .from(memberships)
    .innerJoin(groups, eq(groups.id, memberships.groupId))
    .where(inArray(memberships.pupilId, pupilIds))
    .all()
  const groupsOf = Map.groupBy(places, ({ pupilId }) => pupilId)
  const people = new Map(
    db
      .select()
      .from(staff)
      .all()
      .map((each) => [each.id, displayName(each)]),
  )
  const nameOfGuardian = guardianNames(
    db,
    parties.flatMap(({ guardianIds }) => guardianIds),
  )
  return {
    pupils: Object.fromEntries(
      [...shown].map(([id, pupil]) => [
        id,
        {
          name: shownName(pupil),
          groups: (groupsOf.get(id) ?? []).map(({ name }) => name).join(', '),
        },
      ]),
    ),
    parties: Object.fromEntries(
      parties.map(({ id, guardianIds }) => [id, guardianIds.map(nameOfGuardian).join(' & ')]),
    ),
    resources: Object.fromEntries(
      resources.map(({ id, staffId, name }) => [
        id,
        (staffId && people.get(staffId)) || (name ?? ''),
      ]),
    ),
  }
}

/** Names of guardians; of those whose child's name is protected only that there is somebody. */
function guardianNames(db: ReadDb, ids: readonly (typeof guardians.$inferSelect)['id'][]) {
  const found = db
    .select()
    .from(guardians)
    .where(inArray(guardians.id, [...ids]))
    .all()
  const ties = db
    .select({ guardianId: guardianLinks.guardianId, pupil: pupils })
    .from(guardianLinks)
    .innerJoin(pupils, eq(pupils.id, guardianLinks.pupilId))
    .where(inArray(guardianLinks.guardianId, [...ids]))
    .all()
  const hidden = new Set(
    ties.filter(({ pupil }) => hidesName(pupil)).map(({ guardianId }) => guardianId),
  )
  const names = new Map(found.map((each) => [each.id, displayName(each)]))
  return (id: (typeof ids)[number]) => (hidden.has(id) ? '•••' : (names.get(id) ?? '•••'))
}
