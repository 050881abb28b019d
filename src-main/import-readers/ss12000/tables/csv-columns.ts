/** One table of the form: which member of the standard each of its columns is. */
export type CsvFile = {
  readonly members: ReadonlyMap<string, string>
  /** Without these the file is another one of that name. */
  readonly required: readonly string[]
  /** Columns of addresses for mail, with the type that the standard has for each. */
  readonly emails: readonly (readonly [column: string, type: string])[]
  /** Read in another way, or follows from the rest. */
  readonly skipped: ReadonlySet<string>
  readonly isUnused: boolean
}

const days = 'StartDate=startDate EndDate=endDate'

/** The columns as ss12000sim writes them after Skolverket's description; a star: required. */
const columns: Readonly<Record<string, string>> = {
  organisations:
    'OrganisationId*=id DisplayName=displayName SchoolUnitCode=schoolUnitCode OrganisationType=organisationType - SchoolTypes StartDate EndDate ShortName',
  persons: `PersonId*=id GivenName*=givenName FamilyName*=familyName MiddleName=middleName CivicNo=civicNo
    BirthDate=birthDate Sex=sex SecurityMarking=securityMarking PersonStatus=personStatus
    - StudentEmail StaffEmail PersonalEmail StudentEduPersonPrincipalName StaffEduPersonPrincipalName`,
  enrolments: `EnrolmentId=id OrganisationId=enroledAt PersonId*=personId SchoolType=schoolType
    SchoolYear=schoolYear Cancelled=cancelled ${days} - EducationCode ProgrammeId`,
  groups: `GroupId*=id OrganisationId=organisation DisplayName*=displayName GroupType=groupType
    SchoolType=schoolType ${days}`,
  groupmemberships: `GroupMembershipId=id PersonId*=personId GroupId*=groupId ${days}`,
  duties: `DutyId*=id PersonId*=personId OrganisationId=dutyAt DutyRole=dutyRole ${days} - Signature`,
  assignmentroles: `AssignmentRoleId=id DutyId*=dutyId GroupId*=groupId
    AssignmentRole=assignmentRoleType ${days}`,
  activities: `ActivityId*=id DisplayName=displayName ${days} - ActivityType OrganisationId SyllabusId
    SyllabusSchoolType SyllabusSubjectName SyllabusSubjectDesignation SyllabusCourseCode
    SyllabusCourseName`,
  groupassignments: `GroupAssignmentId=id GroupId*=groupId ActivityId*=activityId ${days}`,
  dutyassignments: `DutyAssignmentId=id DutyId*=dutyId ActivityId*=activityId ${days}`,
  syllabus: 'SyllabusId*=id',
}

const emails = [
  ['StudentEmail', 'Skola elev'],
  ['StaffEmail', 'Skola personal'],
  ['PersonalEmail', 'Privat'],
] as const

export const csvFiles: ReadonlyMap<string, CsvFile> = new Map(
  Object.entries(columns).map(([name, words]) => {
    const [read = '', skipped = ''] = words.split(' - ')
    const pairs = read
      .trim()
      .split(/\s+/)
      .map((pair) => pair.split('='))
    const file: CsvFile = {
      members: new Map(
        pairs.map(([column = '', member = '']) => [column.replace('*', ''), member]),
      ),
      required: pairs.flatMap(([column = '']) =>
        column.endsWith('*') ? [column.slice(0, -1)] : [],
      ),
      emails: name === 'persons' ? emails : [],
      skipped: new Set(skipped.trim().split(/\s+/)),
      isUnused: name === 'syllabus',
    }
    return [name, file]
  }),
)
