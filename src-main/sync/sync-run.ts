import type { SyncLogLine } from '#shared/sync/sync-contract.ts'
import { logBug } from '../platform/log.ts'
import { isLeaseOver, noteTime } from './lease.ts'
import { PortalAway } from './portal-connection.ts'
import { RoundEnded, type SyncEngine, type SyncRound } from './sync-engine.ts'
import type { SyncState } from './sync-state.ts'
import { backOff, nextPoll, timing } from './sync-timing.ts'

/** How the rounds of an open file go; what is kept in the file is not here. */
export type RunState = {
  /** What the running round has moved so far; null between rounds. */
  readonly moved: { readonly sent: number; readonly received: number } | null
  readonly awaySince: string | null
  readonly nextAt: string | null
  readonly code: string | null
  readonly currentAt: string | null
  readonly log: readonly SyncLogLine[]
}

export type RunParts = {
  readonly state: SyncState
  readonly engine: Pick<SyncEngine, 'round'>
  /** ISO 8601 by this computer's clock. */
  readonly now: () => string
  readonly random: () => number
  readonly onStatus: () => void
  readonly onRefused: (round: Extract<SyncRound, { readonly ok: false }>) => void
  readonly onLeaseOver: () => void
}

const longestLog = 100

export type SyncRun = ReturnType<typeof createSyncRun>

/** The rounds of one open file, one at a time: now, soon, or when it is time again. */
export function createSyncRun(parts: RunParts) {
  const { state, engine, now, random } = parts
  let timer: NodeJS.Timeout | null = null
  let due = Number.POSITIVE_INFINITY
  let isRunning = false
  let isWanted = false
  let hasEnded = false
  let failures = 0
  let run: RunState = {
    moved: null,
    awaySince: null,
    nextAt: null,
    code: null,
    currentAt: state.get('agreedAt'),
    log: [],
  }

  function become(change: Partial<RunState>) {
    run = { ...run, ...change }
    parts.onStatus()
  }

  /** Not later than in so many milliseconds. */
  function within(millis: number) {
    if (hasEnded) return
    if (isRunning) {
      isWanted = true
      return
    }
    const at = Date.now() + millis
    if (timer && at >= due) return
    if (timer) clearTimeout(timer)
    due = at
    timer = setTimeout(() => void turn(), millis)
  }

  async function turn() {
    timer = null
    due = Number.POSITIVE_INFINITY
    isRunning = true
    isWanted = false
    const next = await oneRound()
    isRunning = false
    if (hasEnded || next === null) return
    if (isLeaseOver(state, Date.parse(now()))) parts.onLeaseOver()
    const millis = isWanted && failures === 0 ? timing.afterChange : next
    become({ moved: null, nextAt: new Date(Date.parse(now()) + millis).toISOString() })
    within(millis)
  }

  /** Answers after how long the next is due; null when there is none. */
  async function oneRound(): Promise<number | null> {
    try {
      noteTime(state, Date.parse(now()))
      const round = await engine.round({ wantsSums: isVerifyDue() })
      return hasEnded ? null : heard(round)
    } catch (error) {
      if (hasEnded || error instanceof RoundEnded) return null
      if (!(error instanceof PortalAway)) logBug('sync.round', error)
      failures += 1
      note('away')
      become({ awaySince: run.awaySince ?? now(), code: null })
      const asked = error instanceof PortalAway ? error.retryAfter : null
      return Math.max(asked ?? 0, backOff(failures, random))
    }
  }

  function heard(round: SyncRound): number {
    if (round.ok) {
      failures = 0
      note(null)
      state.set('agreedAt', now())
      become({ awaySince: null, code: null, currentAt: now() })
      return nextPoll(random)
    }
    note(round.code)
    become({ awaySince: null, code: round.code })
    parts.onRefused(round)
    failures += 1
    // A place that was lost is loaded anew at once; the rest waits for people.
    return round.code === 'resync' ? backOff(failures, random) : timing.afterRefusal
  }

  function isVerifyDue() {
    const last = Date.parse(state.get('verifiedAt') ?? '')
    return !(Date.parse(now()) - last < timing.verifyEvery)
  }

  function note(code: string | null) {
    const { sent, received } = run.moved ?? { sent: 0, received: 0 }
    if (code === null && sent + received === 0) return
    const line = { at: now(), sent, received, code }
    run = { ...run, log: [line, ...run.log].slice(0, longestLog) }
  }

  return {
    state: () => run,
    progress: (moved: RunState['moved']) => become({ moved }),
    within,
    /** Somebody asks, or the network is back: what failed before is forgotten. */
    now() {
      failures = 0
      within(0)
    },
    end() {
      hasEnded = true
      if (timer) clearTimeout(timer)
    },
  }
}
