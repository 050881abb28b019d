import { consentsContract } from '#shared/consents/consents-contract.ts'
import { groupsContract } from '#shared/groups/groups-contract.ts'
import { pupilsContract } from '#shared/pupils/pupils-contract.ts'
import { connect } from '../platform/client.ts'

export const pupils = connect(pupilsContract)
export const groups = connect(groupsContract)
export const consents = connect(consentsContract)

/** Written to any of these, the list may read otherwise. */
export const listTables = [
  'pupils',
  'enrolments',
  'memberships',
  'groups',
  'medicals',
  'guardians',
  'guardianLinks',
  'households',
  'residences',
  'phones',
]

/** And a file as well. */
export const fileTables = [...listTables, 'contacts', 'contactLinks', 'consents', 'photos']
