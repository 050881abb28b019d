import type { FamiliesContract } from '#shared/families/families-contract.ts'
import type { Service } from '../platform/database.ts'
import { contactCommands } from './contact-commands.ts'
import { guardianCommands } from './guardian-commands.ts'
import { householdCommands } from './household-commands.ts'
import { setPhones } from './phone-commands.ts'
import { familyFile } from './reading/family-file.ts'
import { listFamilies } from './reading/family-list.ts'

/** Who belongs to which pupil, where they live, and who may do what. */
export const familiesService: Service<FamiliesContract> = {
  list: (db, _input, caller) => listFamilies(db, caller),
  file: familyFile,
  ...guardianCommands,
  ...householdCommands,
  ...contactCommands,
  setPhones,
}
