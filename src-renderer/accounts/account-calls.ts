import { accountsContract } from '#shared/accounts/office/accounts-contract.ts'
import { connect } from '../platform/client.ts'

export const accounts = connect(accountsContract)

/** Whatever of these is written, the lists are read again. */
export const accountTables = [
  'linkCodes',
  'guardianAccounts',
  'accountSettings',
  'guardianLinks',
  'guardians',
  'pupils',
  'enrolments',
  'memberships',
  'accessRequests',
]
