import { changeRequestsContract } from '#shared/change-requests/change-requests-contract.ts'
import { dataChecksContract } from '#shared/change-requests/data-checks-contract.ts'
import { connect } from '../platform/client.ts'

export const changeRequests = connect(changeRequestsContract)
export const dataChecks = connect(dataChecksContract)

/** Tables that change what is asked, or what it stands beside. */
export const requestTables = [
  ...['changeRequests', 'changeParts', 'askRules', 'pupils', 'medicals', 'guardians'],
  ...['guardianLinks', 'households', 'residences', 'phones', 'contacts', 'contactLinks'],
]
export const queueTables = ['changeRequests', 'changeParts']
export const checkTables = ['dataChecks', 'dataConfirmations', 'memberships', 'guardianAccounts']
