import { sql } from 'drizzle-orm'
import { rowsOf, type SchoolTx } from '../../platform/portal-database.ts'
import type { PortalParts } from '../../platform/portal-parts.ts'
import { CheckRow, ConfirmationRow, PartRow, RequestRow, RuleRow } from './asking-rows.ts'
import { type OfficeRow, openRows } from './office-row.ts'

export type AskedRequest = RequestRow & { readonly parts: readonly PartRow[] }

/** What a guardian asked so far, what the school lets be asked, and what it wants to be checked. */
export type Asking = {
  /** Newest first. */
  readonly requests: readonly AskedRequest[]
  readonly rules: readonly RuleRow[]
  readonly checks: readonly CheckRow[]
  /** Newest first. */
  readonly confirmations: readonly ConfirmationRow[]
}

/** All of one guardian. Another guardian's requests are never read. */
export async function readAsking(
  tx: SchoolTx,
  parts: Pick<PortalParts, 'openRow'>,
  guardianId: string,
): Promise<Asking> {
  const rows = openRows(parts, await rowsOf<OfficeRow>(tx, ofGuardian(guardianId)))
  const of = (tbl: string) => rows.filter((row) => row.tbl === tbl).map(({ fields }) => fields)
  const partsById = new Map(
    of('changeParts')
      .map((fields) => PartRow.parse(fields))
      .map((part) => [part.id, part]),
  )
  return {
    requests: of('changeRequests')
      .map((fields) => withParts(RequestRow.parse(fields), partsById))
      .toSorted((a, b) => b.madeAt.localeCompare(a.madeAt)),
    rules: of('askRules').map((fields) => RuleRow.parse(fields)),
    checks: of('dataChecks').map((fields) => CheckRow.parse(fields)),
    confirmations: of('dataConfirmations')
      .map((fields) => ConfirmationRow.parse(fields))
      .toSorted((a, b) => b.confirmedAt.localeCompare(a.confirmedAt)),
  }
}

function withParts(request: RequestRow, partsById: ReadonlyMap<string, PartRow>): AskedRequest {
  const parts = request.partIds
    .flatMap((id) => partsById.get(id) ?? [])
    .filter(({ requestId }) => requestId === request.id)
    .toSorted((a, b) => a.position - b.position)
  return { ...request, parts }
}

const ofGuardian = (guardianId: string) => sql`
  WITH own AS (
    SELECT tbl, id, level, fields FROM sync_rows
    WHERE tbl IN ('changeRequests', 'dataConfirmations') AND guardian_id = ${guardianId} AND gone IS NULL
  )
  SELECT * FROM own
  UNION ALL SELECT p.tbl, p.id, p.level, p.fields
    FROM own CROSS JOIN LATERAL jsonb_array_elements_text((own.fields ->> 'partIds')::jsonb) AS part (id)
    JOIN sync_rows p ON p.tbl = 'changeParts' AND p.id = part.id AND p.gone IS NULL
    WHERE own.tbl = 'changeRequests'
  UNION ALL SELECT tbl, id, level, fields FROM sync_rows
    WHERE tbl IN ('askRules', 'dataChecks') AND gone IS NULL`
