import { type Hello, type PullLine, protocolVersion } from '#shared/sync/sync-protocol.ts'
import type { Connection } from '../platform/connection.ts'
import { type Changed, takeIn } from '../platform/take-in.ts'
import { applyAnswer } from './apply-answer.ts'
import { createLineApplier } from './apply-lines.ts'
import { createHeldScopes, isOrdered } from './held-scopes.ts'
import { type PortalConnection, PortalRefused } from './portal-connection.ts'
import { nextBatch } from './seal-batch.ts'
import type { SyncState } from './sync-state.ts'

/** What one round came to. */
export type SyncRound =
  | { readonly ok: true }
  /** The portal refused with this code; what waits is kept. */
  | {
      readonly ok: false
      readonly code: string
      readonly detail: Readonly<Record<string, unknown>>
    }

type Parts = {
  readonly sqlite: Connection
  readonly state: SyncState
  readonly connection: PortalConnection
  /** Number of migrations of this file. */
  readonly schema: number
  /** ISO 8601 by this computer's clock. */
  readonly now: () => string
  readonly onSaved: (changed: Changed) => void
  /** How far the first load is: rows that came so far. */
  readonly onProgress?: (rows: number) => void
}

export type SyncEngine = ReturnType<typeof createSyncEngine>

/** Brings this file and the portal together (sync.md 3.5 to 3.8). One round at a time. */
export function createSyncEngine(parts: Parts) {
  const { sqlite, state, connection, schema, now, onSaved } = parts
  const scopes = createHeldScopes(sqlite)
  const applier = createLineApplier(sqlite)
  const device = () => state.get('device') ?? ''
  const epoch = () => state.get('epoch') ?? ''
  /** A job of a screen holds the transaction; its end is waited for. */
  async function inOneGo<Answer>(work: (changed: Changed) => Answer) {
    while (sqlite.inTransaction) await new Promise((resolve) => setTimeout(resolve, 20))
    return takeIn(sqlite, onSaved, work)
  }

  async function greet(): Promise<Hello> {
    const asked = Date.parse(now())
    const hello = await connection.hello()
    const answered = Date.parse(now())
    if (hello.schoolId !== state.get('schoolId')) throw new PortalRefused('other-school', {})
    if (hello.epoch !== epoch()) throw new PortalRefused('epoch', { epoch: hello.epoch })
    await inOneGo(() => {
      state.set('clockOffset', Math.round(hello.serverTime - (asked + answered) / 2))
      state.set('serverTimeSeen', Math.max(hello.serverTime, state.number('serverTimeSeen')))
      state.set('leaseUntil', hello.lease.until)
      state.set('lastContact', now())
    })
    return hello
  }

  async function sendAll(hello: Hello) {
    for (;;) {
      while (sqlite.inTransaction) await new Promise((resolve) => setTimeout(resolve, 20))
      const batch = nextBatch(sqlite, state, hello.schema.max)
      if (!batch) return
      const answer = await connection.push({
        protocol: protocolVersion,
        schema,
        device: device(),
        epoch: epoch(),
        ...batch,
        operations: [...batch.operations],
        acknowledged: batch.batch - 1,
      })
      await inOneGo((changed) => applyAnswer({ sqlite, state, batch, answer, changed, at: now() }))
    }
  }

  async function receiveAll(wantsSums: boolean) {
    for (;;) {
      const held = scopes.all()
      const { lines, isMore } = await connection.pull({
        protocol: protocolVersion,
        schema,
        device: device(),
        epoch: epoch(),
        cursor: state.number('cursor'),
        scopes: Object.fromEntries(held.map(({ scope, version }) => [scope, version])),
        wantsSums,
      })
      await inOneGo((changed) => storePage(lines, changed))
      if (!isMore) return
    }
  }

  function storePage(lines: readonly PullLine[], changed: Changed) {
    for (const line of lines) {
      if (Array.isArray(line) || !('k' in line)) continue
      if (line.k === 'head') applier.apply(lines, line, changed)
      if (line.k === 'end' || line.k === 'page') state.set('cursor', line.cursor)
      if (line.k === 'scope-add') {
        scopes.keep({ scope: line.s, version: line.v, after: '', isComplete: false })
      }
      if (line.k === 'scope-drop' && isOrdered(line, device(), state.get('portalKey') ?? '')) {
        scopes.drop(line.s, changed)
      }
    }
  }

  /** First loads, page by page; one that was cut off goes on where it was. */
  async function loadScopes() {
    let rows = 0
    for (const held of scopes.all().filter(({ isComplete }) => !isComplete)) {
      let { after } = held
      for (let isComplete = false; !isComplete; ) {
        const wanted = {
          protocol: protocolVersion,
          schema,
          epoch: epoch(),
          scope: held.scope,
          after,
        }
        const lines = await connection.snapshot(wanted)
        const last = lines.at(-1)
        const next =
          last && !Array.isArray(last) && 'k' in last && last.k === 'page' ? last.after : undefined
        isComplete = next === undefined
        after = next ?? after
        await inOneGo((changed) => {
          const [head] = lines
          if (head && 'k' in head && head.k === 'head') applier.apply(lines, head, changed)
          scopes.keep({ ...held, after, isComplete })
        })
        rows += lines.length - 2
        parts.onProgress?.(rows)
      }
    }
  }

  return {
    /** One round. What cannot be sent never holds up what can be received. */
    async round({ wantsSums = false } = {}): Promise<SyncRound> {
      let refused: PortalRefused | null = null
      const remember = (error: unknown) => {
        if (!(error instanceof PortalRefused)) throw error
        refused ??= error
      }
      try {
        const hello = await greet()
        await sendAll(hello).catch(remember)
        await receiveAll(wantsSums)
        await loadScopes()
      } catch (error) {
        remember(error)
      }
      return refused === null ? { ok: true } : refusedRound(refused)
    },
  }
}

const refusedRound = ({ code, detail }: PortalRefused): SyncRound => ({ ok: false, code, detail })
