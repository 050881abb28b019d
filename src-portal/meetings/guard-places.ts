import { whyNotAt } from '#shared/meetings/places.ts'
import { placeOf } from '#shared/meetings/talk.ts'
import type { SchoolTx } from '../platform/portal-database.ts'
import type { Fields } from '../platform/portal-parts.ts'
import { readSheet, readTalk } from './round-sheet.ts'

type Unsaved = ReadonlyMap<string, Fields | null>

/**
 * What a desk decides about places holds only when every talk that it moves still fits between all
 * others, bookings of the last second too. Several moves are looked at as one: a swap is no clash.
 */
export async function guardPlaces(tx: SchoolTx, wanted: readonly Fields[], unsaved: Unsaved) {
  const byRound = Map.groupBy(wanted, ({ roundId }) => String(roundId ?? ''))
  for (const [roundId, talks] of byRound) {
    if (!(await allFit(tx, roundId, { talks, unsaved }))) return false
  }
  return true
}

type Moves = { readonly talks: readonly Fields[]; readonly unsaved: Unsaved }

async function allFit(tx: SchoolTx, roundId: string, { talks, unsaved }: Moves) {
  const stored = await readSheet(tx, roundId)
  // A round that came with the same batch, or is not with guardians: nobody books in it.
  if (!stored || stored.round.state === 'draft' || stored.round.state === 'closed') return true
  const moved = new Map(talks.map((fields) => [String(fields.id), readTalk(fields)]))
  const others = stored.talks.flatMap((talk) => {
    if (moved.has(talk.id)) return []
    const row = unsaved.get(talk.id)
    return row === null ? [] : [row ? readTalk(row) : talk]
  })
  const sheet = { ...stored, talks: [...others, ...moved.values()] }
  return [...moved.values()].every((talk) => {
    const place = placeOf(talk.place)
    return place === null || whyNotAt(sheet, talk, place) === null
  })
}
