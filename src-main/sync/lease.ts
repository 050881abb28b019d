import type { SyncState } from './sync-state.ts'

/** The latest moment that this file knows to have come, in milliseconds; a clock set back changes nothing. */
function lived(state: SyncState, wall: number) {
  return Math.max(state.number('serverTimeSeen'), wall + state.number('clockOffset'))
}

/** Whether this desk must hear the portal before anybody may go on (sync.md 3.8). */
export function isLeaseOver(state: SyncState, wall: number) {
  const until = state.number('leaseUntil')
  return until > 0 && lived(state, wall) > until
}

/** Remembers how far time has come; the portal's own word puts it right at each contact. */
export function noteTime(state: SyncState, wall: number) {
  if (state.get('portalUrl')) state.set('serverTimeSeen', lived(state, wall))
}
