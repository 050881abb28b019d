import { GuardianId } from '#shared/families/guardian.ts'
import type { RoundSheet } from '#shared/meetings/places.ts'
import {
  type MeetingDay,
  MeetingDayId,
  type MeetingResource,
  type MeetingRound,
  ResourceId,
  RoundId,
} from '#shared/meetings/round.ts'
import {
  type MeetingParty,
  type MeetingTalk,
  PartyId,
  placeText,
  TalkId,
} from '#shared/meetings/talk.ts'
import { PupilId } from '#shared/pupils/pupil.ts'
import { StaffId } from '#shared/staff/staff.ts'
import { day, numbered } from '../builders/school.ts'

// A small round: one evening from four to six, Els and Piet, talks of ten minutes.

export const theRound = RoundId.parse(numbered(700))
export const evening = MeetingDayId.parse(numbered(701))
export const els = ResourceId.parse(numbered(702))
export const piet = ResourceId.parse(numbered(703))
export const partyA = PartyId.parse(numbered(710))
export const partyB = PartyId.parse(numbered(711))

export const aRound = (wanted: Partial<MeetingRound> = {}): MeetingRound => ({
  ...{ id: theRound, name: 'Herfstgesprekken', kind: 'progress', mode: 'booking', per: 'child' },
  ...{ minutes: 10, pauseMinutes: 0, mostInARow: null, walkMinutes: 0, separated: 'each' },
  ...{ opensOn: null, siblingsDaysEarlier: 0, closesOn: null, asksQuestions: true },
  ...{ introduction: null, state: 'open' },
  ...wanted,
})

export const anEvening = (from = 960, until = 1080): MeetingDay => ({
  ...{ id: evening, roundId: theRound, day: day('2026-11-30'), from, until },
})

export const aTeacher = (
  id: typeof els,
  wanted: Partial<MeetingResource> = {},
): MeetingResource => ({
  ...{ id, roundId: theRound, kind: 'teacher', staffId: StaffId.parse(id), name: null },
  ...{ language: null, capacity: 1, room: null, building: null, videoLink: null },
  free: [{ dayId: evening, from: 960, until: 1080 }],
  ...wanted,
})

export const aParty = (id: typeof partyA, wanted: Partial<MeetingParty> = {}): MeetingParty => ({
  ...{ id, roundId: theRound, guardianIds: [GuardianId.parse(id)], wishes: null, apartFrom: null },
  ...{ interpreter: null, isOnPaper: false, invitedAt: null, remindedAt: null },
  ...{ answeredAt: null, declinedAt: null },
  ...wanted,
})

type Talked = { readonly with: typeof els; readonly of: typeof partyA; readonly at?: number }

export const aTalk = (
  n: number,
  { with: teacher, of: partyId, at }: Talked,
  wanted: Partial<MeetingTalk> = {},
): MeetingTalk => ({
  id: TalkId.parse(numbered(720 + n)),
  ...{ roundId: theRound, partyId, pupilId: PupilId.parse(numbered(740 + n)), alsoPupilIds: [] },
  ...{ resourceIds: [teacher], staffIds: [teacher], minutes: 10, isByVideo: false },
  ...{ isInvited: false, place: at === undefined ? null : placeText({ dayId: evening, from: at }) },
  ...{ placedBy: null, isPinned: false, confirmedAt: null, question: null, cancelledAt: null },
  outcome: null,
  ...wanted,
})

export const aSheet = (wanted: Partial<RoundSheet> = {}): RoundSheet => ({
  round: aRound(),
  days: [anEvening()],
  resources: [aTeacher(els), aTeacher(piet)],
  parties: [aParty(partyA), aParty(partyB)],
  talks: [],
  ...wanted,
})
