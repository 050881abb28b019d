/** What a field may hold; a question mark where it may be empty. */
export type FieldKind = 'text' | 'text?' | 'number' | 'number?'

/** Whether a field may hold this value. */
export function fits(kind: FieldKind, value: unknown) {
  if (value === null || value === undefined) return kind.endsWith('?')
  return typeof value === (kind.startsWith('text') ? 'string' : 'number')
}

/** Of each table, by its name in the files of desks, what its fields hold. */
export type TableFields = Readonly<Record<string, Readonly<Record<string, FieldKind>>>>
