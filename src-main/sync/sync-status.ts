import type { SyncStanding, SyncStatus } from '#shared/sync/sync-contract.ts'
import type { Connection } from '../platform/connection.ts'
import { wrongClock } from './portal-time.ts'
import type { RunState } from './sync-run.ts'
import { createSyncState, type SyncState } from './sync-state.ts'

/** Where this desk stands with the portal; `run` is null while nobody is in. */
export function syncStatus(sqlite: Connection, run: RunState | null): SyncStatus {
  const state = createSyncState(sqlite)
  const count = (what: string) =>
    Number(sqlite.prepare(`SELECT count(*) FROM ${what}`).pluck().get())
  const offset = state.number('clockOffset')
  const leaseUntil = state.number('leaseUntil')
  const isLoading = count('scopesHeld WHERE isComplete = 0') > 0
  const portal = state.get('portalUrl')
  const { sent, received } = run?.moved ?? { sent: 0, received: 0 }
  return {
    standing: standingOf(state, run, isLoading),
    portal: portal && new URL(portal).host,
    currentAt: state.get('agreedAt'),
    awaySince: run?.awaySince ?? null,
    nextAt: run?.nextAt ?? null,
    moved: sent + received,
    // Without a portal nothing waits for one.
    waiting: portal ? count('outbox') : 0,
    notices: count('syncNotices WHERE settledAt IS NULL'),
    rejections: count('rejections WHERE isSeen = 0'),
    code: run?.code ?? null,
    clockMinutes: Math.abs(offset) >= wrongClock ? Math.round(offset / 60_000) : null,
    leaseUntil: leaseUntil > 0 ? new Date(leaseUntil).toISOString() : null,
    isLoading,
  }
}

function standingOf(state: SyncState, run: RunState | null, isLoading: boolean): SyncStanding {
  if (!state.get('portalUrl')) return 'none'
  if (state.get('stopped') === 'fork') return 'forked'
  if (state.get('stopped') === 'emptied') return 'emptied'
  if (run?.code) return 'refused'
  if (run?.awaySince) return 'away'
  const { sent, received } = run?.moved ?? { sent: 0, received: 0 }
  if (received > 0 || isLoading) return 'receiving'
  // Before the first contact nothing is up to date, however quiet it is.
  const isFirst = state.get('agreedAt') === null
  return sent > 0 || isFirst ? 'sending' : 'current'
}
