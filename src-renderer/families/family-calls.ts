import { familiesContract } from '#shared/families/families-contract.ts'
import { pupilsContract } from '#shared/pupils/pupils-contract.ts'
import { searchContract } from '#shared/search/search-contract.ts'
import { connect } from '../platform/client.ts'

export const families = connect(familiesContract)
export const search = connect(searchContract)
export const pupils = connect(pupilsContract)

/** Written to any of these, a family may read otherwise. */
export const familyTables = [
  'pupils',
  'guardians',
  'guardianLinks',
  'households',
  'residences',
  'phones',
  'memberships',
]

export const contactTables = ['contacts', 'contactLinks', 'phones']
