import type { TableFields } from '../field-kinds.ts'

/** Reports, registers and leave. */
export const absenceFields: TableFields = {}
