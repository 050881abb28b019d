import { syncedFields } from './synced-fields.ts'

/** Tables and fields by the schema (number of migrations of a desk's file) that brought them. */
export const fieldsSince: Readonly<Record<string, number>> = {
  importPresets: 2,
  exportLog: 2,
  calendarEvents: 2,
  syncNotices: 3,
  meetingRounds: 7,
  meetingDays: 7,
  meetingResources: 7,
  meetingParties: 7,
  meetingTalks: 7,
  meetingNotes: 7,
  dayPatterns: 4,
  dayExceptions: 4,
  pupilDayExceptions: 4,
  terms: 4,
  calendarFeeds: 4,
  'calendarEvents.kind': 4,
  'calendarEvents.audience': 4,
  'calendarEvents.groupIds': 4,
  'calendarEvents.isPublished': 4,
  changeRequests: 5,
  changeParts: 5,
  askRules: 5,
  dataChecks: 5,
  dataConfirmations: 5,
  absenceReports: 6,
  absenceMarks: 6,
  absenceDecisions: 6,
  registers: 6,
  callAttempts: 6,
  absenceNotices: 6,
  absenceSettings: 6,
  counterContests: 6,
  counterReports: 6,
  counterFigures: 6,
  leaveRequests: 6,
  leaveConsents: 6,
  leaveSettings: 6,
  absenceDays: 6,
  seats: 6,
  linkCodes: 8,
  guardianAccounts: 8,
  accountSettings: 8,
  accessRequests: 8,
}

/** Schemas that the portal still speaks with. */
export const schemaWindow = { min: 1, max: 8 } as const

/** The fields of a table that a desk of this schema knows; empty when it does not know the table. */
export function fieldsOf(table: string, schema: number): readonly string[] {
  const fields = syncedFields[table]
  if (!fields || (fieldsSince[table] ?? 0) > schema) return []
  return Object.keys(fields).filter((field) => (fieldsSince[`${table}.${field}`] ?? 0) <= schema)
}

/** The tables that a desk of this schema knows. */
export const knownTables = (schema: number): readonly string[] =>
  Object.keys(syncedFields).filter((table) => fieldsOf(table, schema).length > 0)
