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

const grace = 14 * 86_400_000

/**
 * Whether the key of this file must go: the lease ended and nobody heard the portal for two weeks
 * more. They count from when the end was first noticed, so that one clock that jumps destroys nothing.
 */
export function isGraceOver(state: SyncState, wall: number) {
  if (!isLeaseOver(state, wall)) {
    state.forget('leaseOverSince')
    return false
  }
  const now = lived(state, wall)
  if (state.get('leaseOverSince') === null) state.set('leaseOverSince', now)
  return now > Math.max(state.number('leaseUntil'), state.number('leaseOverSince')) + grace
}

/** Remembers how far time has come; the portal's own word puts it right at each contact. */
export function noteTime(state: SyncState, wall: number) {
  if (state.get('portalUrl')) state.set('serverTimeSeen', lived(state, wall))
}
