import type { Files } from './importing-school.ts'

export type RosterText = Readonly<Record<string, string>>

type Mode = 'bulk' | 'delta'

/** A OneRoster package: its manifest lists the files that are given. */
export function rosterOf(
  files: RosterText,
  { version = '1.1', mode = 'bulk' as Mode } = {},
): Files {
  const listed = Object.keys(files).map((name) => `file.${name},${mode}`)
  const manifest = [
    'propertyName,value',
    'manifest.version,1.0',
    `oneroster.version,${version}`,
    ...listed,
  ]
  return {
    'manifest.csv': manifest.join('\r\n'),
    ...Object.fromEntries(Object.entries(files).map(([name, text]) => [`${name}.csv`, text])),
  }
}

/** Lines of a table with their cells in the order of the header; what is not said stays empty. */
export function table(header: string, rows: readonly Readonly<Record<string, string>>[]) {
  const columns = header.split(',')
  const lines = rows.map((row) => columns.map((column) => cell(row[column] ?? '')).join(','))
  return [header, ...lines].join('\r\n')
}

const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

const shared = 'sourcedId,status,dateLastModified'

export const headers = {
  users11: `${shared},enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password`,
  users12: `${shared},enabledUser,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password,userMasterIdentifier,preferredGivenName,preferredMiddleName,preferredFamilyName,primaryOrgSourcedId,pronouns`,
  roles: `${shared},userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId`,
  classes: `${shared},title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods`,
  enrollments: `${shared},classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate`,
  academicSessions: `${shared},title,type,startDate,endDate,parentSourcedId,schoolYear`,
  orgs: `${shared},name,type,identifier,parentSourcedId`,
  demographics: `${shared},birthDate,sex,americanIndianOrAlaskaNative,asian,blackOrAfricanAmerican,nativeHawaiianOrOtherPacificIslander,white,demographicRaceTwoOrMoreRaces,hispanicOrLatinoEthnicity,countryOfBirthCode,stateOfBirthAbbreviation,cityOfBirth,publicSchoolResidenceStatus`,
} as const
