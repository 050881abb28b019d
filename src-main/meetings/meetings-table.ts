import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { GuardianId } from '#shared/families/guardian.ts'
import type {
  MeetingDay,
  MeetingDayId,
  MeetingResource,
  MeetingRound,
  ResourceId,
  RoundId,
  TimeSpan,
} from '#shared/meetings/round.ts'
import type {
  MeetingNote,
  MeetingParty,
  MeetingTalk,
  PartyId,
  TalkId,
  Wishes,
} from '#shared/meetings/talk.ts'
import type { Day } from '#shared/platform/day.ts'
import type { Same } from '#shared/platform/same.ts'
import type { PupilId } from '#shared/pupils/pupil.ts'
import type { StaffId } from '#shared/staff/staff.ts'

export const meetingRounds = sqliteTable('meetingRounds', {
  id: text().$type<RoundId>().primaryKey(),
  name: text().notNull(),
  kind: text().$type<MeetingRound['kind']>().notNull(),
  mode: text().$type<MeetingRound['mode']>().notNull(),
  per: text().$type<MeetingRound['per']>().notNull(),
  minutes: integer().notNull(),
  pauseMinutes: integer().notNull(),
  mostInARow: integer(),
  walkMinutes: integer().notNull(),
  separated: text().$type<MeetingRound['separated']>().notNull(),
  opensOn: text().$type<Day>(),
  siblingsDaysEarlier: integer().notNull(),
  closesOn: text().$type<Day>(),
  asksQuestions: integer({ mode: 'boolean' }).notNull(),
  introduction: text(),
  state: text().$type<MeetingRound['state']>().notNull(),
})

export const meetingDays = sqliteTable('meetingDays', {
  id: text().$type<MeetingDayId>().primaryKey(),
  roundId: text().$type<RoundId>().notNull(),
  day: text().$type<Day>().notNull(),
  from: integer().notNull(),
  until: integer().notNull(),
})

export const meetingResources = sqliteTable('meetingResources', {
  id: text().$type<ResourceId>().primaryKey(),
  roundId: text().$type<RoundId>().notNull(),
  kind: text().$type<MeetingResource['kind']>().notNull(),
  staffId: text().$type<StaffId>(),
  name: text(),
  language: text(),
  capacity: integer().notNull(),
  room: text(),
  building: text(),
  videoLink: text(),
  free: text({ mode: 'json' }).$type<TimeSpan[]>().notNull(),
})

export const meetingParties = sqliteTable('meetingParties', {
  id: text().$type<PartyId>().primaryKey(),
  roundId: text().$type<RoundId>().notNull(),
  guardianIds: text({ mode: 'json' }).$type<readonly GuardianId[]>().notNull(),
  wishes: text({ mode: 'json' }).$type<Wishes>(),
  apartFrom: text().$type<PartyId>(),
  interpreter: text(),
  isOnPaper: integer({ mode: 'boolean' }).notNull(),
  invitedAt: text(),
  remindedAt: text(),
  answeredAt: text(),
  declinedAt: text(),
})

export const meetingTalks = sqliteTable('meetingTalks', {
  id: text().$type<TalkId>().primaryKey(),
  roundId: text().$type<RoundId>().notNull(),
  partyId: text().$type<PartyId>().notNull(),
  pupilId: text().$type<PupilId>().notNull(),
  alsoPupilIds: text({ mode: 'json' }).$type<readonly PupilId[]>().notNull(),
  resourceIds: text({ mode: 'json' }).$type<readonly ResourceId[]>().notNull(),
  staffIds: text({ mode: 'json' }).$type<readonly string[]>().notNull(),
  minutes: integer().notNull(),
  isByVideo: integer({ mode: 'boolean' }).notNull(),
  isInvited: integer({ mode: 'boolean' }).notNull(),
  place: text(),
  placedBy: text().$type<NonNullable<MeetingTalk['placedBy']>>(),
  isPinned: integer({ mode: 'boolean' }).notNull(),
  confirmedAt: text(),
  question: text(),
  cancelledAt: text(),
  outcome: text().$type<NonNullable<MeetingTalk['outcome']>>(),
})

export const meetingNotes = sqliteTable('meetingNotes', {
  id: text().$type<TalkId>().primaryKey(),
  staffId: text().notNull(),
  text: text(),
  followUp: text(),
  followUpDoneAt: text(),
})

// Fails to compile when a table and its shared type drift apart.
true satisfies Same<typeof meetingRounds.$inferSelect, MeetingRound>
true satisfies Same<typeof meetingDays.$inferSelect, MeetingDay>
true satisfies Same<typeof meetingResources.$inferSelect, MeetingResource>
true satisfies Same<typeof meetingParties.$inferSelect, MeetingParty>
true satisfies Same<typeof meetingTalks.$inferSelect, MeetingTalk>
true satisfies Same<typeof meetingNotes.$inferSelect, MeetingNote>
