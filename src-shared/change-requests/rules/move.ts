import type { RowFields } from '#shared/sync/sync-protocol.ts'
import type { Effect, Making } from './effects.ts'
import { type FamilyRows, findRow } from './family-rows.ts'

/** For whom a new address counts: who goes along to it, of those who live at the old one. */
export type Movers = {
  readonly pupilIds: readonly string[]
  readonly guardianIds: readonly string[]
}

/** Everybody who lives at an address. */
export function livingAt(householdId: string, rows: FamilyRows) {
  return {
    guardians: rows.guardians.filter((each) => each.householdId === householdId),
    residences: rows.residences.filter((each) => each.householdId === householdId),
  }
}

/** Who moves unless the office says otherwise: who asked, with the children it was asked for. */
export function usualMovers(
  householdId: string,
  request: Making['request'],
  rows: FamilyRows,
): Movers {
  const { guardians, residences } = livingAt(householdId, rows)
  const asked: readonly string[] = request.pupilIds
  return {
    pupilIds: residences.map(({ pupilId }) => String(pupilId)).filter((id) => asked.includes(id)),
    guardianIds: guardians.map(({ id }) => String(id)).filter((id) => id === request.guardianId),
  }
}

/**
 * Writes another address for these people. When nobody stays behind the home itself gets it; otherwise
 * they get a home of their own and who stays keeps the address. Null when somebody is named who does
 * not live there.
 */
export function moveEffects(
  householdId: string,
  patch: RowFields,
  movers: Movers,
  making: Making,
): Effect[] | null {
  const { rows, newId, linkId } = making
  const home = findRow(rows, 'households', householdId)
  const { guardians, residences } = livingAt(householdId, rows)
  const goingAdults = guardians.filter(({ id }) => movers.guardianIds.includes(String(id)))
  const going = residences.filter(({ pupilId }) => movers.pupilIds.includes(String(pupilId)))
  const named = new Set([...movers.guardianIds, ...movers.pupilIds]).size
  const count = goingAdults.length + going.length
  if (!home || count === 0 || count !== named) return null
  if (count === guardians.length + residences.length) {
    return [{ table: 'households', id: householdId, fields: patch }]
  }
  const id = newId()
  // Where post goes and what was noted was about those who stay.
  const fields = { ...home, mailingAddress: null, note: null, ...patch, id }
  return [
    { table: 'households', id, fields },
    ...goingAdults.map(
      (each): Effect => ({ table: 'guardians', id: String(each.id), fields: { householdId: id } }),
    ),
    ...going.flatMap((each): Effect[] => {
      const moved = linkId('residences', String(each.pupilId), id)
      return [
        { table: 'residences', id: String(each.id), fields: null },
        { table: 'residences', id: moved, fields: { ...each, id: moved, householdId: id } },
      ]
    }),
  ]
}
