import type { SetOperation } from './sync-protocol.ts'

/**
 * Fields that count only for who saw what is there: a decision, a place that somebody takes. Of two
 * who did not see each other the first stands, whatever the clocks say, and the whole transaction of
 * the second is refused (sync.md 3.2), so that a decision and its effects stay together.
 *
 * A command that writes such a field writes it before anything else.
 */
export const decidedOnce: Readonly<Record<string, readonly string[]>> = {
  pupils: ['mergedInto'],
  absenceDecisions: ['decision'],
  meetingTalks: ['place'],
  changeParts: ['decision'],
  accessRequests: ['decision'],
  leaveRequests: ['decision'],
}

export const isDecidedOnce = (table: string, field: string): boolean =>
  decidedOnce[table]?.includes(field) ?? false

/** The fields that an operation decides: its own, or those that a new row comes with. */
export function decidedFields([, , , table, , field, value]: SetOperation): readonly string[] {
  if (field !== null) return isDecidedOnce(table, field) ? [field] : []
  if (value === null || typeof value !== 'object') return []
  const fields = Object.entries(value)
  return fields.flatMap(([name, each]) => (each !== null && isDecidedOnce(table, name) ? name : []))
}
