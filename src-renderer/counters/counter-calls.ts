import { countersContract } from '#shared/counters/counters-contract.ts'
import { deskContract } from '#shared/desk/desk-contract.ts'
import { connect } from '../platform/client.ts'

export const counters = connect(countersContract)
export const desk = connect(deskContract)

/** Whatever moves a counter. */
export const countedTables = [
  'absenceMarks',
  'absenceDecisions',
  'absenceReports',
  'callAttempts',
  'absenceNotices',
  'counterContests',
  'counterReports',
  'counterFigures',
  'leaveRequests',
  'pupils',
  'memberships',
  'dayExceptions',
  'dayPatterns',
]
