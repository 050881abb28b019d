/** The files of OneRoster 1.2 CSV that we fill, with their columns in the order of the standard. */
export const columnsOf = {
  academicSessions: 'title type startDate endDate parentSourcedId schoolYear',
  orgs: 'name type identifier parentSourcedId',
  courses: 'schoolYearSourcedId title courseCode grades orgSourcedId subjects subjectCodes',
  classes: `title grades courseSourcedId classCode classType location schoolSourcedId termSourcedIds
    subjects subjectCodes periods`,
  users: `enabledUser username userIds givenName familyName middleName identifier email sms phone
    agentSourcedIds grades password userMasterIdentifier preferredGivenName preferredMiddleName
    preferredFamilyName primaryOrgSourcedId pronouns`,
  roles: 'userSourcedId roleType role beginDate endDate orgSourcedId userProfileSourcedId',
  enrollments: 'classSourcedId schoolSourcedId userSourcedId role primary beginDate endDate',
  demographics: `birthDate sex americanIndianOrAlaskaNative asian blackOrAfricanAmerican
    nativeHawaiianOrOtherPacificIslander white demographicRaceTwoOrMoreRaces
    hispanicOrLatinoEthnicity countryOfBirthCode stateOfBirthAbbreviation cityOfBirth
    publicSchoolResidenceStatus`,
} as const
export type RosterFileName = keyof typeof columnsOf

/** Every file that a manifest of 1.2 must name, whether it is there or not. */
export const allFileNames = `academicSessions categories classes classResources courses
  courseResources demographics enrollments lineItemLearningObjectiveIds lineItems
  lineItemScoreScales orgs resources resultLearningObjectiveIds results resultScoreScales roles
  scoreScales userProfiles userResources users`.split(/\s+/)

/** One row by the names of its columns; what is not named is empty. */
export type RosterRow = {
  readonly sourcedId: string
  readonly isGone?: boolean
  readonly [column: string]: string | boolean | null | undefined
}

export type RosterFiles = Readonly<Record<RosterFileName, readonly RosterRow[]>>

export const headerOf = (name: RosterFileName) => [
  'sourcedId',
  'status',
  'dateLastModified',
  ...columnsOf[name].split(/\s+/),
]
