import { wipedText, wipeText } from '#shared/sync/orders.ts'
import { appliedMigrations } from '../platform/migrate.ts'
import type { SchoolDatabase } from '../platform/open-database.ts'
import type { Changed } from '../platform/take-in.ts'
import type { WipeReceipt } from '../platform/thread-messages.ts'
import { isGraceOver, isLeaseOver } from './lease.ts'
import { keepLine } from './live-line.ts'
import { createPortalConnection, signWith } from './portal-connection.ts'
import type { Fetch, Listen } from './portal-fetch.ts'
import { isSignedByPortal } from './portal-orders.ts'
import { createSyncEngine } from './sync-engine.ts'
import { createSyncRun, type SyncRun } from './sync-run.ts'
import { createSyncState, type SyncState } from './sync-state.ts'
import { timing, wait } from './sync-timing.ts'

export type RunnerParts = {
  readonly database: () => SchoolDatabase
  readonly send: Fetch
  readonly listen: Listen
  /** ISO 8601 by this computer's clock. */
  readonly now: () => string
  readonly random: () => number
  /** What the portal wrote, for every screen. */
  readonly onSaved: (changed: Changed) => void
  /** The status changed. */
  readonly onStatus: () => void
  /** The school ordered this desk to wipe itself, and signed it. */
  readonly onWipe: (receipt: WipeReceipt) => void
  readonly onLeaseOver: () => void
  /** The lease and its grace have ended: what lies here must become unreadable. */
  readonly onShred: () => void
}

type Running = {
  readonly run: SyncRun
  readonly state: SyncState
  readonly connection: ReturnType<typeof createPortalConnection>
  readonly ends: AbortController
}

export type SyncRunner = ReturnType<typeof createSyncRunner>

/** Sync of the open file: begins when somebody is in, ends when the file closes. */
export function createSyncRunner(parts: RunnerParts) {
  let running: Running | null = null

  function end() {
    running?.ends.abort()
    running?.run.end()
    running = null
  }

  function begin(after: number) {
    end()
    const { sqlite } = parts.database()
    const state = createSyncState(sqlite)
    const connection = connectionOf(parts.send, state)
    if (!connection) return
    const run: SyncRun = createSyncRun({
      ...parts,
      state,
      engine: createSyncEngine({
        ...parts,
        sqlite,
        state,
        connection,
        schema: appliedMigrations(sqlite),
        onProgress: (moved) => run.progress(moved),
      }),
      onRefused({ code, detail }) {
        const receipt = code === 'revoked' ? receiptOf(state, detail) : null
        if (receipt) parts.onWipe(receipt)
      },
    })
    const ends = new AbortController()
    running = { run, state, connection, ends }
    run.within(after)
    void keepLine({
      listen: parts.listen,
      where: connection.live,
      onPoke: () => run.within(0),
      signal: ends.signal,
      millis: () => performance.now(),
      wait,
    })
  }

  return {
    /** Starts a little later: the first screen comes first. */
    begin,
    end,
    /** Something was written here. */
    saved: () => running?.run.within(timing.afterChange),
    now: () => running?.run.now(),
    running: () => running,

    /** Whether somebody may go on at this desk; one whose time is over asks the portal first. */
    async mayEnter(): Promise<boolean> {
      const { sqlite } = parts.database()
      const state = createSyncState(sqlite)
      const isOver = () => isLeaseOver(state, Date.parse(parts.now()))
      const connection = connectionOf(parts.send, state)
      if (!connection || !isOver()) return true
      const schema = appliedMigrations(sqlite)
      const engine = createSyncEngine({ ...parts, sqlite, state, connection, schema })
      const round = await engine.round().catch(() => null)
      if (round?.ok === false && round.code === 'revoked') {
        const receipt = receiptOf(state, round.detail)
        if (receipt) parts.onWipe(receipt)
      }
      if (isGraceOver(state, Date.parse(parts.now()))) parts.onShred()
      return !isOver()
    },
  }
}

function connectionOf(send: Fetch, state: SyncState) {
  const [url, device, privateKey] = [
    state.get('portalUrl'),
    state.get('device'),
    state.get('deviceKey'),
  ]
  return url && device && privateKey
    ? createPortalConnection(send, { url, device, privateKey })
    : null
}

/** Null when the order is not the school's: nobody else may have a desk wiped. */
function receiptOf(
  state: SyncState,
  detail: Readonly<Record<string, unknown>>,
): WipeReceipt | null {
  const device = state.get('device') ?? ''
  const nonce = String(detail.nonce ?? '')
  const order = wipeText(device, nonce)
  if (!isSignedByPortal(order, String(detail.signature ?? ''), state.get('portalKey') ?? '')) {
    return null
  }
  const signature = signWith(state.get('deviceKey') ?? '', wipedText(device, nonce))
  return { url: state.get('portalUrl') ?? '', device, nonce, signature }
}
