import { z } from 'zod'
import { GuardianId } from '#shared/families/guardian.ts'
import { GroupId } from '#shared/groups/group.ts'
import { command, defineContract, office, pupilStaff, query } from '#shared/platform/contract.ts'
import { Day } from '#shared/platform/day.ts'
import type { Result } from '#shared/platform/result.ts'
import { PupilId } from '#shared/pupils/pupil.ts'
import type { AbsenceCode } from './absence-codes.ts'
import { type AbsenceMark, DayPart, EvidenceKind, Observation } from './absence-mark.ts'
import { type AbsenceReport, AbsenceReportId, ReportFields } from './absence-report.ts'
import { AbsenceSettingsFields } from './absence-settings.ts'
import type { DayOverview } from './day-overview.ts'
import { NoticeChannel } from './follow-up/absence-notice.ts'
import { CallResult } from './follow-up/call-attempt.ts'
import type { FollowUp } from './follow-up/follow-up.ts'
import { mostSeats } from './registers/register.ts'
import type { RegisterRow, RegisterView } from './registers/register-view.ts'

const Place = z.object({ groupId: GroupId, day: Day, part: DayPart })
const MarkPlace = z.object({ pupilId: PupilId, day: Day, part: DayPart })
const Seen = Observation.pick({ kind: true, code: true, spells: true })

/** Whom a report for many is about: all pupils, some groups, or these. */
const Many = z.discriminatedUnion('whom', [
  z.object({ whom: z.literal('school') }),
  z.object({ whom: z.literal('groups'), groupIds: z.array(GroupId).min(1).max(200) }),
  z.object({ whom: z.literal('pupils'), pupilIds: z.array(PupilId).min(1).max(5000) }),
])

type RegisterRefusal =
  | 'register.no-lessons'
  | 'register.not-yours'
  | 'register.closed'
  | 'register.not-in-group'

/** One report as lists show it. */
export type ReportRow = AbsenceReport & {
  readonly name: string
  readonly groupName: string
  readonly reportedByName: string
}

/** Numbers for the first screen. */
export type AbsencesToday = {
  readonly day: Day
  readonly isSchoolDay: boolean
  readonly nextSchoolDay: Day | null
  readonly lastSchoolDay: Day | null
  readonly callFrom: string
  readonly nowTime: string
  readonly expected: number
  readonly present: number
  readonly unexplained: number
  readonly escalated: number
  readonly openRegisters: number
  readonly toReview: number
  /** Of whom guardians must still hear today; 0 where the law does not ask it. */
  readonly untold: number
  /** Own registers of a teacher that wait, with whether the office asked. */
  readonly ownOpen: readonly {
    readonly groupId: GroupId
    readonly groupName: string
    readonly part: DayPart
    readonly isAskedFor: boolean
  }[]
}

export const absencesContract = defineContract('absences', {
  listRegisters: query(pupilStaff, z.object({ day: Day })).answers<{
    readonly isSchoolDay: boolean
    readonly nextSchoolDay: Day | null
    readonly lastSchoolDay: Day | null
    readonly rows: readonly RegisterRow[]
  }>(),
  /** Part null: the one that runs now, or the first. */
  openRegister: query(
    pupilStaff,
    z.object({ groupId: GroupId, day: Day, part: DayPart.nullable() }),
  ).answers<Result<RegisterView, 'register.not-found'>>(),
  mark: command(pupilStaff, Place.extend({ pupilId: PupilId, seen: Seen })).answers<
    Result<null, RegisterRefusal>
  >(),
  close: command(pupilStaff, Place).answers<Result<null, RegisterRefusal>>(),
  reopen: command(pupilStaff, Place).answers<Result<null, RegisterRefusal>>(),
  remind: command(office, Place).answers<Result<null, RegisterRefusal>>(),
  /** The whole plan of a room. */
  seat: command(
    pupilStaff,
    z.object({
      groupId: GroupId,
      seats: z
        .array(
          z.object({
            pupilId: PupilId,
            place: z
              .number()
              .int()
              .min(0)
              .max(mostSeats - 1),
          }),
        )
        .max(mostSeats),
    }),
  ).answers<Result<null, 'register.not-yours' | 'register.not-in-group'>>(),

  /** A report that the office takes: by phone, at the counter, on paper. */
  report: command(office, z.object({ many: Many, fields: ReportFields })).answers<
    Result<{ readonly count: number }, 'absence.nobody' | 'absence.code-unknown'>
  >(),
  withdraw: command(office, z.object({ reportId: AbsenceReportId })).answers<
    Result<null, 'absence.report-not-found'>
  >(),
  /** The pupil is back from this part on, earlier than was reported. */
  presentAgain: command(
    office,
    z.object({ reportId: AbsenceReportId, on: Day, part: DayPart }),
  ).answers<Result<null, 'absence.report-not-found'>>(),
  /** A note or certificate came in. */
  setEvidence: command(
    office,
    z.object({ reportId: AbsenceReportId, evidence: EvidenceKind.nullable() }),
  ).answers<Result<null, 'absence.report-not-found'>>(),
  /** Reports that say something of this day or a later one; of one pupil all. */
  listReports: query(office, z.object({ from: Day, pupilId: PupilId.nullable() })).answers<
    readonly ReportRow[]
  >(),

  followUp: query(office, z.object({ day: Day })).answers<FollowUp>(),
  /** A call, and with a reason that was heard the report that follows from it. */
  logCall: command(
    office,
    z.object({
      pupilId: PupilId,
      day: Day,
      guardianId: GuardianId.nullable(),
      contactId: z.uuid().nullable(),
      result: CallResult,
      code: z.string().min(1).max(40).nullable(),
      note: z
        .string()
        .trim()
        .max(300)
        .transform((text) => text || null)
        .nullable(),
    }),
  ).answers<Result<null, 'absence.pupil-not-found' | 'absence.code-unknown'>>(),
  decide: command(
    office,
    z.object({
      marks: z.array(MarkPlace).min(1).max(40),
      seen: Seen,
      evidence: EvidenceKind.nullable(),
    }),
  ).answers<Result<null, 'absence.pupil-not-found' | 'absence.code-unknown'>>(),
  /** Tells all guardians who may know, through the portal or as already told. */
  notify: command(
    office,
    z.object({ pupilIds: z.array(PupilId).min(1).max(200), day: Day, channel: NoticeChannel }),
  ).answers<Result<{ readonly count: number }, 'absence.nobody-to-tell'>>(),

  /** The day is accounted for; with guardians who were not told only for a reason. */
  finishDay: command(
    office,
    z.object({ day: Day, reason: z.string().trim().min(1).max(300).nullable() }),
  ).answers<Result<null, 'day.registers-open' | 'day.unexplained' | 'day.not-told'>>(),
  dayOverview: query(
    office,
    z.object({ day: Day, part: DayPart.nullable() }),
  ).answers<DayOverview>(),
  marksOf: query(pupilStaff, z.object({ pupilId: PupilId, from: Day, until: Day })).answers<
    readonly AbsenceMark[]
  >(),
  today: query(pupilStaff, z.object({})).answers<AbsencesToday>(),

  settings: query(pupilStaff, z.object({})).answers<
    AbsenceSettingsFields & { readonly codes: readonly AbsenceCode[] }
  >(),
  changeSettings: command(office, AbsenceSettingsFields.partial()).answers<Result<null, never>>(),
})
export type AbsencesContract = typeof absencesContract
export type { RegisterRefusal }
