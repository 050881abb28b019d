import type { SchoolTx } from '../platform/portal-database.ts'
import type { HubParts } from './hub-parts.ts'
import type { HubRow } from './hub-row.ts'

/**
 * What the portal does when desks change rows of a table: a mail that is due, a row that follows from
 * others (`writeAsPortal`). Runs within the transaction of the batch, after everything of it is stored;
 * `rows` are those of that table that the batch changed, as they stand now. What guardians do does not
 * come by here: its pages know what follows from it.
 */
export type Reaction = (
  tx: SchoolTx,
  parts: HubParts,
  schoolId: string,
  rows: readonly HubRow[],
) => Promise<void>
export type Reactions = Readonly<Record<string, Reaction>>

/** A reaction that fails is undone by itself: no desk is kept from sending by a letter. */
export async function react(
  tx: SchoolTx,
  parts: HubParts,
  schoolId: string,
  changed: readonly HubRow[],
) {
  for (const [table, reaction] of Object.entries(parts.reactions)) {
    const rows = changed.filter(({ tbl }) => tbl === table)
    if (rows.length === 0) continue
    await tx
      .transaction((inner) => reaction(inner, parts, schoolId, rows))
      .catch((error) => parts.onTrouble(`reaction to ${table}`, error))
  }
}
