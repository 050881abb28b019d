import type { TableFields } from '../field-kinds.ts'

/** Rounds of parent meetings. */
export const meetingFields: TableFields = {}
