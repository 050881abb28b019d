import type { TableField } from './table-fields.ts'

const names: readonly TableField[] = ['pupil.fullName', 'pupil.firstName', 'pupil.officialNames']
const keys: readonly TableField[] = ['pupil.key', 'pupil.pupilNumber', 'pupil.nationalNumber']

/** Whether rows of these fields say whom they are about: a name, or a key and something to say of its pupil. */
export function saysWho(fields: ReadonlySet<TableField>): boolean {
  if (names.some((field) => fields.has(field))) return true
  return fields.size > 1 && keys.some((field) => fields.has(field))
}
