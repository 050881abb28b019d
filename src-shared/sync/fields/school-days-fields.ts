import type { TableFields } from '../field-kinds.ts'

/** School days: years, holidays, patterns of the day. */
export const schoolDayFields: TableFields = {}
