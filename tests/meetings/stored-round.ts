import type { RoundSheet } from '#shared/meetings/places.ts'
import type { RowFields } from '#shared/sync/sync-protocol.ts'
import type { PortalParts } from '../../src-portal/platform/portal-parts.ts'

/** As a desk stores it: lists as JSON, yes as 1, and nothing where there is nothing. */
export const stored = (row: object): RowFields =>
  Object.fromEntries(
    Object.entries(row)
      .filter(([, value]) => value !== null)
      .map(([name, value]) => {
        if (typeof value === 'boolean') return [name, Number(value)]
        return [name, typeof value === 'object' ? JSON.stringify(value) : value]
      }),
  )

/** Puts a round at the portal, as if a desk had sent it. */
export async function saveSheet(
  { database, writeRows }: Pick<PortalParts, 'database' | 'writeRows'>,
  schoolId: string,
  { round, days, resources, parties, talks }: RoundSheet,
) {
  const tables = {
    meetingDays: days,
    meetingResources: resources,
    meetingParties: parties,
    meetingTalks: talks,
  }
  await database.inSchool(schoolId, (tx) =>
    writeRows(tx, schoolId, async (rows) => {
      await rows.save('meetingRounds', round.id, stored(round))
      for (const [table, all] of Object.entries(tables)) {
        for (const each of all) await rows.save(table, each.id, stored(each))
      }
    }),
  )
}
