import { deskContract } from '#shared/desk/desk-contract.ts'
import { leaveContract } from '#shared/leave/leave-contract.ts'
import { pupilsContract } from '#shared/pupils/pupils-contract.ts'
import { connect } from '../platform/client.ts'

export const leave = connect(leaveContract)
export const desk = connect(deskContract)
export const pupils = connect(pupilsContract)

/** Whatever changes a request or what is to be known of it. */
export const leaveTables = [
  'leaveRequests',
  'leaveConsents',
  'leaveSettings',
  'counterFigures',
  'guardianLinks',
  'guardians',
  'pupils',
  'dayExceptions',
  'calendarEvents',
]
