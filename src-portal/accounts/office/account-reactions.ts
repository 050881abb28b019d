import { sql } from 'drizzle-orm'
import type { SchoolTx } from '../../platform/portal-database.ts'
import type { ChangedRow, PortalParts } from '../../platform/portal-parts.ts'
import { answerRequests } from './answer-requests.ts'
import { followLocks } from './follow-locks.ts'
import { takeCodes } from './take-codes.ts'

type Follow = (
  tx: SchoolTx,
  parts: PortalParts,
  schoolId: string,
  changed: readonly ChangedRow[],
) => Promise<void>

/** What follows at the portal from what the office wrote about accounts, by table. */
const follows = {
  linkCodes: takeCodes,
  guardianAccounts: followLocks,
  accessRequests: answerRequests,
  accountSettings: keepSettings,
} satisfies Record<string, Follow>

export function accountReactions(parts: PortalParts) {
  return Object.fromEntries(
    Object.entries(follows).map(([table, follow]) => [
      table,
      (tx: SchoolTx, _hub: unknown, schoolId: string, changed: readonly ChangedRow[]) =>
        follow(tx, parts, schoolId, changed),
    ]),
  )
}

async function keepSettings(
  tx: SchoolTx,
  _parts: PortalParts,
  schoolId: string,
  changed: readonly ChangedRow[],
) {
  const present = changed.find(({ id, gone }) => id === schoolId && gone === null)
  const { codeDays = 30, needsCapitalAndDigit = 0 } = present?.fields ?? {}
  await tx.execute(
    sql`INSERT INTO account_settings (school_id, code_days, needs_capital_and_digit)
        VALUES (${schoolId}::uuid, ${codeDays}, ${needsCapitalAndDigit === 1})
        ON CONFLICT (school_id) DO UPDATE
        SET code_days = excluded.code_days, needs_capital_and_digit = excluded.needs_capital_and_digit`,
  )
}
