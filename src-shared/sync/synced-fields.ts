import type { TableFields } from './field-kinds.ts'
import { absenceFields } from './fields/absences-fields.ts'
import { accountFields } from './fields/accounts-fields.ts'
import { changeRequestFields } from './fields/change-requests-fields.ts'
import { meetingFields } from './fields/meetings-fields.ts'
import { officeFields } from './fields/office-fields.ts'
import { schoolDayFields } from './fields/school-days-fields.ts'

/**
 * Every table that desks and portal agree on, with its fields, as the files of desks have them: a
 * test compares this list with the tables in code. A field that came with a later schema is in
 * `fieldsSince` too.
 */
export const syncedFields: TableFields = {
  ...officeFields,
  ...schoolDayFields,
  ...changeRequestFields,
  ...absenceFields,
  ...meetingFields,
  ...accountFields,
}
