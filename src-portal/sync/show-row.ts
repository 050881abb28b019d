import { hiddenFields, projectRow, pupilsScope } from '#shared/sync/scopes.ts'
import type { OperationOutcome, RowFields } from '#shared/sync/sync-protocol.ts'
import type { HubRow } from './hub-row.ts'
import type { Grant } from './staff-grants.ts'

/** What a desk may see: the scopes that its user holds. */
export type View = { readonly scopes: ReadonlySet<string>; readonly isOffice: boolean }

export function viewOf(grants: readonly Pick<Grant, 'scope'>[]): View {
  const scopes = new Set(grants.map(({ scope }) => scope))
  return { scopes, isOffice: scopes.has(pupilsScope) }
}

type Shown = Pick<HubRow, 'tbl' | 'scopes' | 'level'> & { readonly fields: RowFields }

/** The row as a desk may have it, or null: the one place where a row leaves for a desk. */
export function showRow(row: Shown, { scopes, isOffice }: View): RowFields | null {
  if (!row.scopes.some((scope) => scopes.has(scope))) return null
  return projectRow(row.fields, hiddenFields(row.tbl, row.level, isOffice))
}

/** What stands after an operation that did not, in the same limits. */
export function shownNow(
  row: HubRow | undefined,
  view: View,
  /** Place of the batch that is being applied, which is that of every row it has changed. */
  batchSeq: number | null = null,
): OperationOutcome['now'] {
  if (!row || row.gone !== null) return null
  const fields = showRow(row, view)
  const seq = row.isChanged && batchSeq !== null ? batchSeq : row.seq
  const scopes = row.scopes.filter((scope) => view.scopes.has(scope)).join(' ')
  return fields && { fields, born: row.born, stamps: row.stamps, seq, scopes }
}

/** Fields of a row that a desk may have had before its pupil was protected, and may not keep. */
export function maskedFields({ tbl, level }: Pick<HubRow, 'tbl' | 'level'>, { isOffice }: View) {
  if (level === 0) return []
  const always = hiddenFields(tbl, 0, isOffice)
  return hiddenFields(tbl, level, isOffice).filter((field) => !always.includes(field))
}
