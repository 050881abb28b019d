import { freePlaces, type RoundSheet } from '#shared/meetings/places.ts'
import {
  type MeetingDay,
  MeetingDayId,
  type MeetingResource,
  type MeetingRound,
  ResourceId,
  RoundId,
} from '#shared/meetings/round.ts'
import { type MeetingTalk, PartyId, placeText, TalkId } from '#shared/meetings/talk.ts'
import { type InvitedPupil, whoComes } from '#shared/meetings/who-comes.ts'
import { addDays, type Day } from '#shared/platform/day.ts'
import type { Country } from '#shared/platform/language.ts'
import { weekdayOf } from '#shared/school-days/day-number.ts'
import { linkId } from '../../platform/ids.ts'
import type { Making } from '../making.ts'

const names: Record<Country, string> = {
  nl: 'Wintergesprekken',
  be: 'Oudercontact na het eerste rapport',
  se: 'Utvecklingssamtal vår',
}
/** Looking for a free place is slow where thousands of talks stand. */
const mostPupils = 600
/** Days from today to the first evening. */
const ahead = 17

/**
 * One round that is open to guardians: most have booked already, some asked for an hour, some are
 * still without a time, so that there is something left to plan.
 */
export function addMeetings(making: Making, country: Country) {
  const { rows, today, pupilCount } = making
  if (pupilCount > mostPupils) return
  const round = roundOf(making, names[country])
  const first = schoolDayFrom(addDays(today, ahead))
  const days = [first, schoolDayFrom(addDays(first, 1))].map((day) => dayOf(round.id, day))
  const resources = teachersOf(making, round.id, days)
  const made = whoComes(round, invited(making, resources), {
    party: (guardianIds) => PartyId.parse(linkId('meetingParties', round.id, ...guardianIds)),
    talk: (partyId, pupilId) => TalkId.parse(linkId('meetingTalks', round.id, partyId, pupilId)),
  })
  const sheet = { round, days, resources, parties: made.parties, talks: [] as MeetingTalk[] }
  const talks = bookSome(sheet, made.talks)
  const placed = new Set(talks.flatMap(({ partyId, place }) => (place === null ? [] : partyId)))
  rows.meetingRounds.push(round)
  rows.meetingDays.push(...days)
  rows.meetingResources.push(...resources)
  rows.meetingTalks.push(...talks)
  rows.meetingParties.push(
    ...made.parties.map((party) => ({
      ...party,
      answeredAt: placed.has(party.id) ? `${addDays(today, -1)}T18:30:00.000Z` : null,
    })),
  )
}

const roundOf = ({ today, newId }: Making, name: string): MeetingRound => ({
  id: RoundId.parse(newId()),
  ...{ name, kind: 'progress', mode: 'booking', per: 'child', minutes: 10, pauseMinutes: 0 },
  ...{ mostInARow: 8, walkMinutes: 0, separated: 'each', siblingsDaysEarlier: 1 },
  opensOn: addDays(today, -3),
  closesOn: addDays(today, ahead - 3),
  ...{ asksQuestions: true, introduction: null, state: 'open' },
})

function dayOf(roundId: RoundId, day: Day): MeetingDay {
  const id = MeetingDayId.parse(linkId('meetingDays', roundId, day, '930'))
  return { id, roundId, day, from: 930, until: 1200 }
}

/** Saturdays and Sundays are skipped. */
const schoolDayFrom = (day: Day): Day => (weekdayOf(day) > 5 ? schoolDayFrom(addDays(day, 1)) : day)

function teachersOf({ rows }: Making, roundId: RoundId, days: readonly MeetingDay[]) {
  const ids = new Set(
    rows.groupStaff.flatMap(({ staffId, task }) => (task === 'teacher' ? staffId : [])),
  )
  const free = days.map(({ id, from, until }) => ({ dayId: id, from, until }))
  const nothing = { name: null, language: null, room: null, building: null, videoLink: null }
  return [...ids].map(
    (staffId): MeetingResource => ({
      id: ResourceId.parse(linkId('meetingResources', roundId, staffId)),
      ...{ roundId, kind: 'teacher', staffId, capacity: 1, free, ...nothing },
    }),
  )
}

function invited({ rows, today }: Making, teachers: readonly MeetingResource[]): InvitedPupil[] {
  const year = rows.schoolYears.find(({ startsOn, endsOn }) => startsOn <= today && today <= endsOn)
  const classes = new Set(
    rows.groups.flatMap(({ id, schoolYearId, kind }) =>
      schoolYearId === year?.id && kind === 'class' ? id : [],
    ),
  )
  const homeOf = new Map(rows.guardians.map(({ id, householdId }) => [id, householdId]))
  const births = new Map(rows.pupils.map(({ id, birthDate }) => [id, birthDate]))
  const linksOf = Map.groupBy(rows.guardianLinks, ({ pupilId }) => pupilId)
  const members = rows.memberships.filter(
    ({ groupId, from, until }) =>
      classes.has(groupId) && (from ?? '') <= today && today <= (until ?? '9'),
  )
  return members.map(({ pupilId, groupId }) => {
    const task = rows.groupStaff.find((each) => each.groupId === groupId && each.task === 'teacher')
    const teacher = teachers.find(({ staffId }) => staffId === task?.staffId)
    return {
      id: pupilId,
      birthDate: births.get(pupilId) ?? null,
      guardians: (linksOf.get(pupilId) ?? [])
        .filter(({ noContact, authority }) => !noContact && authority !== 'none')
        .map(({ guardianId }) => ({ guardianId, householdId: homeOf.get(guardianId) ?? null })),
      teachers: teacher?.staffId && task ? [{ resourceId: teacher.id, staffId: task.staffId }] : [],
      separated: null,
    }
  })
}

/** Four of five have booked, each an hour of their own liking out of what was free. */
function bookSome(sheet: RoundSheet & { talks: MeetingTalk[] }, talks: readonly MeetingTalk[]) {
  for (const [n, talk] of talks.entries()) {
    const free = n % 5 === 4 ? [] : freePlaces(sheet, talk)
    const place = free[(n * 7) % Math.max(1, free.length)]
    sheet.talks.push(
      place ? { ...talk, place: placeText(place), placedBy: 'guardian', confirmedAt: null } : talk,
    )
  }
  return sheet.talks
}
