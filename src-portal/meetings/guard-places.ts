import { whyNotAt } from '#shared/meetings/places.ts'
import { placeOf } from '#shared/meetings/talk.ts'
import type { RowFields, SetOperation } from '#shared/sync/sync-protocol.ts'
import type { SchoolTx } from '../platform/portal-database.ts'
import { type HubRow, rowKey } from '../sync/hub-row.ts'
import type { Guard } from '../sync/refuse-second.ts'
import { readSheet, readTalk } from './round-sheet.ts'

/**
 * What a desk decides about places holds only when every talk that it moves still fits between all
 * others, bookings of the last second too. Several moves are looked at as one: a swap is no clash.
 */
export const guardPlaces: Guard = async (tx, operations, rows) => {
  const after = fieldsAfter(operations, rows)
  const byRound = Map.groupBy(after.values(), ({ roundId }) => String(roundId ?? ''))
  for (const [roundId, all] of byRound) {
    if (!(await allFit(tx, roundId, all, rows))) return false
  }
  return true
}

async function allFit(
  tx: SchoolTx,
  roundId: string,
  changed: readonly RowFields[],
  rows: ReadonlyMap<string, HubRow>,
) {
  const stored = await readSheet(tx, roundId)
  // A round that came with the same batch, or is closed: nobody books in it.
  if (!stored || stored.round.state === 'draft' || stored.round.state === 'closed') return true
  const moved = new Map(changed.map((fields) => [String(fields.id), readTalk(fields)]))
  // What the batch did before this transaction is in memory only.
  const talks = stored.talks.flatMap((talk) => {
    const row = rows.get(rowKey('meetingTalks', talk.id))
    if (row?.gone) return []
    return [moved.get(talk.id) ?? (row ? readTalk(row.fields) : talk)]
  })
  const known = new Set<string>(talks.map(({ id }) => id))
  const sheet = {
    ...stored,
    talks: [...talks, ...[...moved.values()].filter(({ id }) => !known.has(id))],
  }
  return [...moved.values()].every((talk) => {
    const place = placeOf(talk.place)
    return place === null || whyNotAt(sheet, talk, place) === null
  })
}

/** The rows as they would be, by id. */
function fieldsAfter(operations: readonly SetOperation[], rows: ReadonlyMap<string, HubRow>) {
  const after = new Map<string, RowFields>()
  for (const [, , , tbl, id, field, value] of operations) {
    const before = after.get(id) ?? rows.get(rowKey(tbl, id))?.fields ?? {}
    if (field !== null) after.set(id, { ...before, id, [field]: value as RowFields[string] })
    else if (value !== null && typeof value === 'object') after.set(id, { ...before, ...value })
    else after.delete(id)
  }
  return after
}
