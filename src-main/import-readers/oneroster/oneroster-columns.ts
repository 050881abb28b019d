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

/** Without these nobody can tell who or what a row is; what else the standard asks for may lack. */
const essentialOf: Record<RosterFile, string> = {
  academicSessions: 'sourcedId',
  orgs: 'sourcedId',
  classes: 'sourcedId',
  users: 'sourcedId givenName familyName',
  roles: 'sourcedId userSourcedId role',
  enrollments: 'sourcedId classSourcedId userSourcedId role',
  demographics: 'sourcedId',
}

/** Names that real exports write instead, in the form of `plain`. */
export const aliases: Readonly<Record<string, string>> = {
  agents: 'agentSourcedIds',
  agentids: 'agentSourcedIds',
  grade: 'grades',
  orgsourcedid: 'orgSourcedIds',
  termsourcedid: 'termSourcedIds',
  datalastmodified: 'dateLastModified',
  prefferedgivenname: 'preferredGivenName',
  prefferedmiddlename: 'preferredMiddleName',
  prefferedfamilyname: 'preferredFamilyName',
}

/** A name without capitals, spaces and marks: `Sourced ID` is `sourcedid`. */
export const plain = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '')

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

export type RosterColumns = {
  readonly known: ReadonlySet<string>
  readonly required: readonly string[]
  readonly essential: ReadonlySet<string>
}

export function columnsFor(file: RosterFile, version: RosterVersion): RosterColumns {
  const own = file === 'users' ? `${columnsOf.users} ${usersOf[version]}` : columnsOf[file]
  const words = `${shared} ${own}`.split(/\s+/)
  const role = file === 'users' && version === '1.1' ? ' role' : ''
  return {
    known: new Set(words.map((word) => word.replace('*', ''))),
    required: words.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1)),
    essential: new Set(`${essentialOf[file]}${role}`.split(' ')),
  }
}
