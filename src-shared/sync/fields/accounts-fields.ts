import type { TableFields } from '../field-kinds.ts'

/** Codes, accounts and requests of guardians as the office sees them. */
export const accountFields: TableFields = {}
