/** The columns of OneRoster CSV 1.1 and 1.2 (1EdTech); a star marks what must be there. */
const shared = 'sourcedId* status dateLastModified'

const columnsOf = {
  academicSessions: 'title* type* startDate* endDate* parentSourcedId schoolYear*',
  orgs: 'name* type* identifier parentSourcedId',
  classes: `title* grades courseSourcedId* classCode classType* location schoolSourcedId*
    termSourcedIds* subjects subjectCodes periods`,
  users: `enabledUser* username* userIds givenName* familyName* middleName identifier email sms phone
    agentSourcedIds grades password`,
  roles: 'userSourcedId* roleType* role* beginDate endDate orgSourcedId* userProfileSourcedId',
  enrollments: 'classSourcedId* schoolSourcedId* userSourcedId* role* primary beginDate endDate',
  demographics: `birthDate sex americanIndianOrAlaskaNative asian blackOrAfricanAmerican
    nativeHawaiianOrOtherPacificIslander white demographicRaceTwoOrMoreRaces
    hispanicOrLatinoEthnicity countryOfBirthCode stateOfBirthAbbreviation cityOfBirth
    publicSchoolResidenceStatus`,
} as const
export type RosterFile = keyof typeof columnsOf
export type RosterVersion = '1.1' | '1.2'

/** Only in users, and different between the versions. */
const usersOf: Record<RosterVersion, string> = {
  1.1: 'orgSourcedIds* role*',
  1.2: `userMasterIdentifier preferredGivenName preferredMiddleName preferredFamilyName
    primaryOrgSourcedId pronouns`,
}

/** Read for people and groups. */
export const filesOf: Record<RosterVersion, readonly RosterFile[]> = {
  1.1: ['academicSessions', 'orgs', 'classes', 'users', 'enrollments', 'demographics'],
  1.2: ['academicSessions', 'orgs', 'classes', 'users', 'roles', 'enrollments', 'demographics'],
}

/** Part of the standard, but nothing a school office keeps. */
export const unusedFiles: ReadonlySet<string> = new Set(
  `courses classResources courseResources resources userResources categories lineItems results
  scoreScales userProfiles lineItemLearningObjectiveIds lineItemScoreScales
  resultLearningObjectiveIds resultScoreScales`.split(/\s+/),
)

/** Known, and never taken: secrets, ethnicity, and what follows from other columns. */
export const unusedColumns: ReadonlySet<string> = new Set(
  `password americanIndianOrAlaskaNative asian blackOrAfricanAmerican
  nativeHawaiianOrOtherPacificIslander white demographicRaceTwoOrMoreRaces hispanicOrLatinoEthnicity
  countryOfBirthCode stateOfBirthAbbreviation publicSchoolResidenceStatus`.split(/\s+/),
)

export function columnsFor(file: RosterFile, version: RosterVersion) {
  const own = file === 'users' ? `${columnsOf.users} ${usersOf[version]}` : columnsOf[file]
  const words = `${shared} ${own}`.split(/\s+/)
  return {
    known: new Set(words.map((word) => word.replace('*', ''))),
    required: words.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1)),
  }
}
