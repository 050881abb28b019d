import { unzipSync } from 'fflate'
import Papa from 'papaparse'

/**
 * A strict reader of OneRoster 1.2 CSV, written from the standard (1EdTech, section 4) and not from
 * our writer: what any careful tool would refuse.
 */
export type Package = ReadonlyMap<string, readonly Row[]>
export type Row = Readonly<Record<string, string>>

const required: Readonly<Record<string, string>> = {
  academicSessions: 'sourcedId title type startDate endDate schoolYear',
  orgs: 'sourcedId name type',
  courses: 'sourcedId title orgSourcedId',
  classes: 'sourcedId title courseSourcedId classType schoolSourcedId termSourcedIds',
  users: 'sourcedId enabledUser username givenName familyName',
  roles: 'sourcedId userSourcedId roleType role orgSourcedId',
  enrollments: 'sourcedId classSourcedId schoolSourcedId userSourcedId role',
  demographics: 'sourcedId',
}

const headers: Readonly<Record<string, string>> = {
  academicSessions:
    'sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear',
  orgs: 'sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId',
  courses:
    'sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,orgSourcedId,subjects,subjectCodes',
  classes:
    'sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods',
  users:
    'sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password,userMasterIdentifier,preferredGivenName,preferredMiddleName,preferredFamilyName,primaryOrgSourcedId,pronouns',
  roles:
    'sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId',
  enrollments:
    'sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate',
  demographics:
    'sourcedId,status,dateLastModified,birthDate,sex,americanIndianOrAlaskaNative,asian,blackOrAfricanAmerican,nativeHawaiianOrOtherPacificIslander,white,demographicRaceTwoOrMoreRaces,hispanicOrLatinoEthnicity,countryOfBirthCode,stateOfBirthAbbreviation,cityOfBirth,publicSchoolResidenceStatus',
}

const allFiles = `academicSessions categories classes classResources courses courseResources
  demographics enrollments lineItemLearningObjectiveIds lineItems lineItemScoreScales orgs resources
  resultLearningObjectiveIds results resultScoreScales roles scoreScales userProfiles userResources
  users`.split(/\s+/)

const words: Readonly<Record<string, RegExp>> = {
  'academicSessions.type': /^(gradingPeriod|semester|schoolYear|term)$/,
  'academicSessions.schoolYear': /^\d{4}$/,
  'orgs.type': /^(department|school|district|local|state|national)$/,
  'classes.classType': /^(homeroom|scheduled)$/,
  'users.enabledUser': /^(true|false)$/,
  'users.password': /^$/,
  'roles.roleType': /^(primary|secondary)$/,
  'roles.role':
    /^(aide|counselor|districtAdministrator|guardian|parent|principal|proctor|relative|siteAdministrator|student|systemAdministrator|teacher)$/,
  'enrollments.role': /^(administrator|proctor|student|teacher)$/,
  'enrollments.primary': /^(true|false)?$/,
  'demographics.sex': /^(male|female|unspecified|other)?$/,
}

/** Column of a file, and the file in which its keys must stand; a star marks a list. */
const references: readonly (readonly [string, string, string])[] = [
  ['academicSessions', 'parentSourcedId', 'academicSessions'],
  ['courses', 'schoolYearSourcedId', 'academicSessions'],
  ['courses', 'orgSourcedId', 'orgs'],
  ['classes', 'courseSourcedId', 'courses'],
  ['classes', 'schoolSourcedId', 'orgs'],
  ['classes', 'termSourcedIds*', 'academicSessions'],
  ['users', 'agentSourcedIds*', 'users'],
  ['users', 'primaryOrgSourcedId', 'orgs'],
  ['roles', 'userSourcedId', 'users'],
  ['roles', 'orgSourcedId', 'orgs'],
  ['enrollments', 'classSourcedId', 'classes'],
  ['enrollments', 'schoolSourcedId', 'orgs'],
  ['enrollments', 'userSourcedId', 'users'],
  ['demographics', 'sourcedId', 'users'],
]

/** Everything wrong with a package; `known` is what the receiver of a delta has already. */
export function faultsOf(bytes: Uint8Array, mode: 'bulk' | 'delta', known?: Package): string[] {
  const faults: string[] = []
  const texts = Object.entries(unzipSync(bytes)).map(
    ([name, content]) =>
      [name, new TextDecoder('utf-8', { ignoreBOM: true }).decode(content)] as const,
  )
  if (texts[0]?.[0] !== 'manifest.csv') faults.push('the manifest is not the first file')
  for (const [name, text] of texts) faults.push(...textFaults(name, text))
  faults.push(...manifestFaults(texts, mode))
  const files = readPackage(bytes)
  for (const [name, rows] of files) {
    const ids = rows.map(({ sourcedId }) => sourcedId)
    if (new Set(ids).size !== ids.length) faults.push(`${name}: a sourcedId stands there twice`)
    for (const row of rows) faults.push(...rowFaults(name, row, mode))
  }
  return [...faults, ...danglingKeys(files, known), ...oneSidedAgents(files, mode)]
}

export function readPackage(bytes: Uint8Array): Package {
  return new Map(
    Object.entries(unzipSync(bytes))
      .filter(([name]) => name !== 'manifest.csv')
      .map(([name, content]) => [
        name.replace('.csv', ''),
        rowsOf(new TextDecoder().decode(content)),
      ]),
  )
}

const rowsOf = (text: string): Row[] => Papa.parse<Row>(text.trimEnd(), { header: true }).data

function textFaults(name: string, text: string) {
  const faults: string[] = []
  if (text.startsWith('\uFEFF')) faults.push(`${name}: byte order mark`)
  if (/[^\r]\n|\r[^\n]/.test(text)) faults.push(`${name}: a line does not end in CRLF`)
  const { data, errors } = Papa.parse<string[]>(text.replace(/\r\n$/, ''), { newline: '\r\n' })
  if (errors.some(({ type }) => type === 'Quotes')) faults.push(`${name}: quotes`)
  if (data.some((cells) => cells.length !== data[0]?.length)) faults.push(`${name}: uneven rows`)
  if (data.flat().some((cell) => /^[=+\-@\t\r]/.test(cell))) faults.push(`${name}: a formula`)
  const header = headers[name.replace('.csv', '')]
  if (header && data[0]?.join(',') !== header) faults.push(`${name}: header ${data[0]}`)
  return faults
}

function manifestFaults(texts: readonly (readonly [string, string])[], mode: string) {
  const [, text = ''] = texts[0] ?? []
  const lines = text.trimEnd().split('\r\n')
  const faults = lines[0] === 'propertyName,value' ? [] : [`manifest: ${lines[0]}`]
  const properties = new Map(lines.slice(1).map((line) => line.split(',') as [string, string]))
  if (properties.get('manifest.version') !== '1.0') faults.push('manifest.version')
  if (properties.get('oneroster.version') !== '1.2') faults.push('oneroster.version')
  for (const name of allFiles) {
    const isThere = texts.some(([file]) => file === `${name}.csv`)
    const said = properties.get(`file.${name}`)
    if (said !== (isThere ? mode : 'absent')) faults.push(`file.${name}: ${said}`)
  }
  return faults
}

function rowFaults(name: string, row: Row, mode: string) {
  const faults: string[] = []
  for (const column of (required[name] ?? '').split(' ')) {
    if (!row[column]) faults.push(`${name}: ${column} is empty`)
  }
  for (const [column, value] of Object.entries(row)) {
    const allowed = words[`${name}.${column}`]
    if (allowed && !allowed.test(value)) faults.push(`${name}.${column}: ${value}`)
    const isDay = /(Date|birthDate)$/.test(column)
    if (isDay && value && !/^\d{4}-\d\d-\d\d$/.test(value))
      faults.push(`${name}.${column}: ${value}`)
    if (value.length > 255 && !column.endsWith('s')) faults.push(`${name}.${column} is too long`)
  }
  const stamp = `${row.status}|${row.dateLastModified}`
  const form = mode === 'bulk' ? /^\|$/ : /^(active|tobedeleted)\|\d{4}-\d\d-\d\dT[\d:.]+Z$/
  if (!form.test(stamp)) faults.push(`${name}: status and date ${stamp}`)
  return faults
}

function danglingKeys(files: Package, known: Package | undefined) {
  return references.flatMap(([name, starred, target]) => {
    const column = starred.replace('*', '')
    const keys = new Set(
      [...(files.get(target) ?? []), ...(known?.get(target) ?? [])].map((row) => row.sourcedId),
    )
    return (files.get(name) ?? [])
      .filter(({ status }) => status !== 'tobedeleted')
      .flatMap((row) =>
        starred.endsWith('*') ? (row[column] ?? '').split(',') : [row[column] ?? ''],
      )
      .filter((key) => key !== '' && !keys.has(key))
      .map((key) => `${name}.${column}: ${key} is not in ${target}`)
  })
}

/** Whoever names a relative is named by that relative. */
function oneSidedAgents(files: Package, mode: string) {
  if (mode === 'delta') return []
  const agents = new Map(
    (files.get('users') ?? []).map((row) => [
      row.sourcedId,
      (row.agentSourcedIds ?? '').split(','),
    ]),
  )
  return [...agents].flatMap(([id, named]) =>
    named
      .filter((each) => each !== '' && !agents.get(each)?.includes(id ?? ''))
      .map((each) => `users: ${each} does not name ${id}`),
  )
}
