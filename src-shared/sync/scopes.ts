import type { StaffRole } from '#shared/platform/role.ts'
import type { FieldValue, RowFields } from './sync-protocol.ts'

/**
 * Who gets which rows (sync.md 3.8). A row carries the scopes it belongs to, a member of staff holds
 * scopes, and a desk gets a row when they share one. What a row shows within a scope is `projectRow`.
 */

/** Calendar, groups, staff names: everyone. */
export const schoolScope = 'school'
/** All pupils with all that the office knows of them. */
export const pupilsScope = 'pupils'
/** Health data of all pupils. */
export const medicalScope = 'medical'
/** Reports, logs, keys of other systems, what was overwritten. */
export const officeScope = 'office'
export const groupScope = (groupId: string) => `group:${groupId}`
export const groupMedicalScope = (groupId: string) => `group-medical:${groupId}`
export const ownScope = (staffId: string) => `own:${staffId}`

type Person = {
  readonly id: string
  readonly role: StaffRole
  readonly seesMedical: boolean
  readonly isActive: boolean
  /** Groups of this and later years that the person teaches or assists in. */
  readonly groupIds: readonly string[]
}

/** The scopes that a member of staff holds; somebody who left holds none. */
export function scopesOfStaff({
  id,
  role,
  seesMedical,
  isActive,
  groupIds,
}: Person): readonly string[] {
  if (!isActive) return []
  const own = [schoolScope, ownScope(id)]
  if (role === 'ict') return own
  if (role === 'teacher') {
    const groups = groupIds.map(groupScope)
    const medical = seesMedical ? groupIds.map(groupMedicalScope) : []
    return [...own, ...groups, ...medical]
  }
  return [...own, pupilsScope, officeScope, ...(seesMedical ? [medicalScope] : [])]
}

/** How the rows of a table find the pupils they are about, and through what. */
export type TablePath =
  | { readonly about: 'school' }
  /** `medicalWhen` names the field that is 1 where the row is for who may see health data. */
  | { readonly about: 'office'; readonly medicalWhen?: string }
  /** One person's own rows; the field that names the person. */
  | { readonly about: 'own'; readonly field: string }
  | { readonly about: 'pupil'; readonly field: string }
  | { readonly about: 'medical'; readonly field: string }
  /** Through the links that name this row. */
  | { readonly about: 'guardian' | 'contact' | 'household' | 'phone' }

export const tablePaths: Readonly<Record<string, TablePath>> = {
  schools: { about: 'school' },
  staff: { about: 'school' },
  schoolYears: { about: 'school' },
  groups: { about: 'school' },
  groupStaff: { about: 'school' },
  calendarEvents: { about: 'school' },
  dayPatterns: { about: 'school' },
  dayExceptions: { about: 'school' },
  terms: { about: 'school' },
  pupilDayExceptions: { about: 'pupil', field: 'pupilId' },
  calendarFeeds: { about: 'office' },
  preferences: { about: 'own', field: 'staffId' },
  savedOverviews: { about: 'own', field: 'staffId' },
  pupils: { about: 'pupil', field: 'id' },
  enrolments: { about: 'pupil', field: 'pupilId' },
  memberships: { about: 'pupil', field: 'pupilId' },
  photos: { about: 'pupil', field: 'id' },
  residences: { about: 'pupil', field: 'pupilId' },
  guardianLinks: { about: 'pupil', field: 'pupilId' },
  contactLinks: { about: 'pupil', field: 'pupilId' },
  consents: { about: 'pupil', field: 'pupilId' },
  medicals: { about: 'medical', field: 'id' },
  guardians: { about: 'guardian' },
  contacts: { about: 'contact' },
  households: { about: 'household' },
  phones: { about: 'phone' },
  absenceReports: { about: 'pupil', field: 'pupilId' },
  absenceMarks: { about: 'pupil', field: 'pupilId' },
  absenceDecisions: { about: 'pupil', field: 'pupilId' },
  seats: { about: 'pupil', field: 'pupilId' },
  registers: { about: 'school' },
  absenceSettings: { about: 'school' },
  counterContests: { about: 'office' },
  counterReports: { about: 'office' },
  counterFigures: { about: 'office' },
  leaveRequests: { about: 'office' },
  leaveConsents: { about: 'office' },
  leaveSettings: { about: 'office' },
  absenceDays: { about: 'office' },
  changeRequests: { about: 'office', medicalWhen: 'isMedical' },
  changeParts: { about: 'office', medicalWhen: 'isMedical' },
  askRules: { about: 'office' },
  dataChecks: { about: 'office' },
  dataConfirmations: { about: 'office' },
  callAttempts: { about: 'office' },
  absenceNotices: { about: 'office' },
  meetingRounds: { about: 'school' },
  meetingDays: { about: 'school' },
  meetingResources: { about: 'school' },
  meetingParties: { about: 'office' },
  meetingTalks: { about: 'pupil', field: 'pupilId' },
  meetingNotes: { about: 'own', field: 'staffId' },
  disclosures: { about: 'office' },
  externalKeys: { about: 'office' },
  importReports: { about: 'office' },
  importPresets: { about: 'office' },
  exportLog: { about: 'office' },
  syncNotices: { about: 'office' },
  linkCodes: { about: 'office' },
  guardianAccounts: { about: 'office' },
  accountSettings: { about: 'office' },
  accessRequests: { about: 'office' },
}

/** A pupil as the scopes of its rows depend on it. */
export type ScopedPupil = {
  readonly protectionLevel: number
  /** Groups of this and later years. */
  readonly groupIds: readonly string[]
}

/** Tables that tell where a child is found or called: from level 1 they stay with the office. */
const whereabouts = new Set([
  'residences',
  'households',
  'phones',
  'photos',
  'contactLinks',
  'contacts',
])
/** Tables that tell who its family is: from level 2 they stay with the office. */
const family = new Set(['guardianLinks', 'guardians', 'consents', 'enrolments'])

/** The scopes of a row that is about these pupils; a row about nobody stays with the office. */
export function scopesOfPupilRow(table: string, pupils: readonly ScopedPupil[]): readonly string[] {
  const isMedical = tablePaths[table]?.about === 'medical'
  const scopes = new Set([isMedical ? medicalScope : pupilsScope])
  for (const { protectionLevel, groupIds } of pupils) {
    if (protectionLevel >= 1 && whereabouts.has(table)) continue
    if (protectionLevel >= 2 && family.has(table)) continue
    for (const id of groupIds) scopes.add(isMedical ? groupMedicalScope(id) : groupScope(id))
  }
  return [...scopes].toSorted()
}

/** Rows that certain people get beside who has the pupil: of a talk, the teachers who hold it. */
export function ownScopesOfRow(table: string, fields: RowFields): readonly string[] {
  if (table !== 'meetingTalks' || typeof fields.staffIds !== 'string') return []
  const ids: unknown = JSON.parse(fields.staffIds)
  return Array.isArray(ids) ? ids.map((id) => ownScope(String(id))) : []
}

/** What a teacher never gets of a pupil's own row, whatever its protection. */
const officeFields = ['nationalNumber', 'nationalNumberKind', 'protectionAgreement'] as const
const placeFields = ['email', 'note'] as const
const nameFields = ['officialNames', 'initials', 'prefix', 'birthPlace', 'nationality'] as const

/**
 * Fields that a desk gets as empty because it holds the row through a group alone; `level` is the
 * highest protection of the pupils that the row is about (domain.md 3.3, `pupils/mask.ts`).
 */
export function hiddenFields(table: string, level: number, isOffice: boolean): readonly string[] {
  if (isOffice) return []
  if (table === 'pupils') {
    return [
      ...officeFields,
      ...(level >= 1 ? placeFields : []),
      ...(level >= 2 ? [...nameFields, 'lastName', 'firstName'] : []),
    ]
  }
  if (table === 'guardians' && level >= 1) return ['email', 'note', 'householdId']
  if (table === 'guardianLinks') return ['authorityDocument', 'informationDocument', 'note']
  // What a guardian wrote beside a report is about health as a rule.
  if (table === 'absenceReports') return ['note']
  if (table === 'enrolments' && level >= 1) return ['endReason', 'fromSchool', 'toSchool']
  return []
}

/** The row as a desk may have it. A name that may not be empty becomes the alias or nothing. */
export function projectRow(fields: RowFields, hidden: readonly string[]): RowFields {
  if (hidden.length === 0) return fields
  const shown: Record<string, FieldValue> = { ...fields }
  for (const field of hidden) if (field in shown) shown[field] = null
  if (hidden.includes('firstName')) {
    shown.firstName = fields.alias ?? ''
    shown.lastName = ''
  }
  return shown
}

/** Without the school itself no window opens; the pupils come before what is about them. */
const firstLoaded = [schoolScope, 'own', 'group', pupilsScope]

/** The place of a scope in a first load. */
export function loadOrder(scope: string) {
  const at = firstLoaded.indexOf(scope.split(':')[0] ?? '')
  return at === -1 ? firstLoaded.length : at
}
