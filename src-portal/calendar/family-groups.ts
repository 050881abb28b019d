import { sql } from 'drizzle-orm'
import { type Child, childrenOf } from '../children/children-table.ts'
import { rowsOf, type SchoolTx } from '../platform/portal-database.ts'

type Of = { readonly accountId: string; readonly guardianId: string }

/**
 * The groups that a guardian's children are in now or will be. `isOpen` is for what lies open outside
 * the portal: then a protected child's groups are left out, since they would lead to the child.
 */
export async function familyGroups(
  tx: SchoolTx,
  of: Of,
  { today, isOpen }: { readonly today: string; readonly isOpen: boolean },
): Promise<{ readonly groupIds: ReadonlySet<string>; readonly children: readonly Child[] }> {
  const children = await childrenOf(tx, of, today)
  const shown = children.filter(({ protectionLevel }) => !isOpen || protectionLevel === 0)
  const ids = shown.map(({ pupilId }) => pupilId)
  const rows = await rowsOf<{ id: string }>(
    tx,
    sql`SELECT DISTINCT fields ->> 'groupId' AS id FROM sync_rows
        WHERE tbl = 'memberships' AND gone IS NULL AND pupil_id = ANY(ARRAY(SELECT jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)))
          AND coalesce(fields ->> 'until', '9999') >= ${today}`,
  )
  return { groupIds: new Set(rows.map(({ id }) => id)), children }
}
