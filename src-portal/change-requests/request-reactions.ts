import type { SchoolTx } from '../platform/portal-database.ts'
import type { ChangedRow, PortalParts } from '../platform/portal-parts.ts'
import { mailAnswers } from './mail-answers.ts'
import { mailReminders } from './mail-reminders.ts'

type Follow = (
  tx: SchoolTx,
  parts: PortalParts,
  schoolId: string,
  changed: readonly ChangedRow[],
) => Promise<void>

/** What follows at the portal from what the office wrote about requests, by table. */
const follows = { changeRequests: mailAnswers, dataChecks: mailReminders } satisfies Record<
  string,
  Follow
>

export function requestReactions(parts: PortalParts) {
  return Object.fromEntries(
    Object.entries(follows).map(([table, follow]) => [
      table,
      (tx: SchoolTx, _hub: unknown, schoolId: string, changed: readonly ChangedRow[]) =>
        follow(tx, parts, schoolId, changed),
    ]),
  )
}
