import { consentsContract } from '#shared/consents/consents-contract.ts'
import { groupsContract } from '#shared/groups/groups-contract.ts'
import { pupilsContract } from '#shared/pupils/pupils-contract.ts'
import { schoolContract } from '#shared/school/school-contract.ts'
import { connect } from '../platform/client.ts'
import { useFresh } from '../platform/use-fresh.ts'

export const pupils = connect(pupilsContract)
export const groups = connect(groupsContract)
export const consents = connect(consentsContract)
const schools = connect(schoolContract)

/** Some schools keep no national number; then nothing asks for it or shows it. */
export function useKeepsNumber() {
  const school = useFresh(['schools'], {}, schools.find)
  return school !== 'loading' && school.keepsNationalNumber
}

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
