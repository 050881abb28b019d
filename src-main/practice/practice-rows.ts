import type { SeenMark } from '#shared/absences/absence-mark.ts'
import type { AbsenceReport } from '#shared/absences/absence-report.ts'
import type { Register, Seat } from '#shared/absences/registers/register.ts'
import type { AccessRequest } from '#shared/accounts/office/access-request.ts'
import type { GuardianAccount } from '#shared/accounts/office/guardian-account.ts'
import type { LinkCode } from '#shared/accounts/office/link-code-row.ts'
import type { CalendarEvent } from '#shared/calendar/calendar-event.ts'
import type { ChangePart, ChangeRequest } from '#shared/change-requests/change-request.ts'
import type { DataCheck, DataConfirmation } from '#shared/change-requests/data-check.ts'
import type { Consent } from '#shared/consents/consent.ts'
import type { Contact, ContactLink, Phone } from '#shared/families/contact.ts'
import type { Guardian, GuardianLink } from '#shared/families/guardian.ts'
import type { Household, Residence } from '#shared/families/household.ts'
import type { Group, GroupMembership, GroupStaff, SchoolYear } from '#shared/groups/group.ts'
import type { LeaveRequest } from '#shared/leave/leave-request.ts'
import type { MeetingDay, MeetingResource, MeetingRound } from '#shared/meetings/round.ts'
import type { MeetingParty, MeetingTalk } from '#shared/meetings/talk.ts'
import type { Medical } from '#shared/pupils/medical.ts'
import type { Enrolment, Pupil } from '#shared/pupils/pupil.ts'
import type { School } from '#shared/school/school.ts'
import type { DayException } from '#shared/school-days/day-exception.ts'
import type { DayPattern } from '#shared/school-days/day-pattern.ts'
import type { Term } from '#shared/school-days/term.ts'
import type { Staff } from '#shared/staff/staff.ts'
import type { photos } from '../pupils/pupils-table.ts'

type Row = {
  readonly schools: School
  readonly staff: Staff
  readonly schoolYears: SchoolYear
  readonly groups: Group
  readonly groupStaff: GroupStaff
  readonly pupils: Pupil
  readonly enrolments: Enrolment
  readonly memberships: GroupMembership
  readonly medicals: Medical
  readonly photos: typeof photos.$inferSelect
  readonly households: Household
  readonly residences: Residence
  readonly guardians: Guardian
  readonly guardianLinks: GuardianLink
  readonly contacts: Contact
  readonly contactLinks: ContactLink
  readonly phones: Phone
  readonly consents: Consent
  readonly linkCodes: LinkCode
  readonly guardianAccounts: GuardianAccount
  readonly accessRequests: AccessRequest
  readonly dayPatterns: DayPattern
  readonly dayExceptions: DayException
  readonly terms: Term
  readonly calendarEvents: CalendarEvent
  readonly absenceReports: AbsenceReport
  readonly absenceMarks: SeenMark
  readonly registers: Register
  readonly seats: Seat
  readonly leaveRequests: LeaveRequest
  readonly changeRequests: ChangeRequest
  readonly changeParts: ChangePart
  readonly dataChecks: DataCheck
  readonly dataConfirmations: DataConfirmation
  readonly meetingRounds: MeetingRound
  readonly meetingDays: MeetingDay
  readonly meetingResources: MeetingResource
  readonly meetingParties: MeetingParty
  readonly meetingTalks: MeetingTalk
}

/** A whole school as rows, table by table. */
export type PracticeRows = { readonly [Name in keyof Row]: readonly Row[Name][] }

/** The same while it is being made. */
export type GrowingRows = { readonly [Name in keyof Row]: Row[Name][] }

export function noRows(): GrowingRows {
  return {
    schools: [],
    staff: [],
    schoolYears: [],
    groups: [],
    groupStaff: [],
    pupils: [],
    enrolments: [],
    memberships: [],
    medicals: [],
    photos: [],
    households: [],
    residences: [],
    guardians: [],
    guardianLinks: [],
    contacts: [],
    contactLinks: [],
    phones: [],
    consents: [],
    linkCodes: [],
    guardianAccounts: [],
    accessRequests: [],
    dayPatterns: [],
    dayExceptions: [],
    terms: [],
    calendarEvents: [],
    absenceReports: [],
    absenceMarks: [],
    registers: [],
    seats: [],
    leaveRequests: [],
    changeRequests: [],
    changeParts: [],
    dataChecks: [],
    dataConfirmations: [],
    meetingRounds: [],
    meetingDays: [],
    meetingResources: [],
    meetingParties: [],
    meetingTalks: [],
  }
}
