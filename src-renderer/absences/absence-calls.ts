import { absencesContract } from '#shared/absences/absences-contract.ts'
import { connect } from '../platform/client.ts'

export const absences = connect(absencesContract)

/** What the marks of a day are worked out from. */
export const dayTables = [
  'absenceReports',
  'absenceMarks',
  'absenceDecisions',
  'registers',
  'absenceSettings',
  'memberships',
  'enrolments',
  'pupils',
  'dayExceptions',
  'dayPatterns',
  'pupilDayExceptions',
] as const
