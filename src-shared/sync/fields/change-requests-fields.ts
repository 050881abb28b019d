import type { TableFields } from '../field-kinds.ts'

/** What guardians ask to change, and what was decided. */
export const changeRequestFields: TableFields = {}
