import { dropText } from '#shared/sync/orders.ts'
import { loadOrder } from '#shared/sync/scopes.ts'
import { type Hello, type PullLine, protocolVersion } from '#shared/sync/sync-protocol.ts'
import type { Connection } from '../platform/connection.ts'
import { type Changed, takeIn } from '../platform/take-in.ts'
import { applyAnswer } from './apply-answer.ts'
import { createLineApplier, isRowLine } from './apply-lines.ts'
import { createFieldSeal } from './field-seal.ts'
import { meetPortal, replaceAll } from './greet.ts'
import { healScope, heapsOf } from './heal-scope.ts'
import { createHeldScopes } from './held-scopes.ts'
import { type PortalConnection, PortalRefused } from './portal-connection.ts'
import { isSignedByPortal } from './portal-orders.ts'
import { createReceivedHistory } from './received-history.ts'
import { createReplacement, refuseEmptied } from './replacement.ts'
import { scrub, withdrawals } from './scrub.ts'
import { nextBatch } from './seal-batch.ts'
import type { SyncState } from './sync-state.ts'
import { differingScopes } from './verify-sums.ts'

/** What one round came to. */
export type SyncRound =
  | { readonly ok: true }
  /** The portal refused with this code; what waits is kept. */
  | {
      readonly ok: false
      readonly code: string
      readonly detail: Readonly<Record<string, unknown>>
    }

/** The file was closed under a round: it ends where it is and goes on at the next opening. */
export class RoundEnded extends Error {
  override name = 'RoundEnded'
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
  /** Operations that were confirmed and rows that came, in this round so far. */
  readonly onProgress?: (moved: { readonly sent: number; readonly received: number }) => void
}

type Wanted = {
  /** Counts what is here against what the portal says must be. */
  readonly wantsSums?: boolean
  /** Only what the file cannot be opened without; the rest comes with the next round. */
  readonly onlyFirst?: boolean
}

export type SyncEngine = ReturnType<typeof createSyncEngine>

/** Brings this file and the portal together (sync.md 3.5 to 3.14). One round at a time. */
export function createSyncEngine(parts: Parts) {
  const { sqlite, state, connection, schema, now, onSaved } = parts
  const scopes = createHeldScopes(sqlite)
  const applier = createLineApplier(sqlite, createFieldSeal(state))
  const history = createReceivedHistory(sqlite, now)
  const replacement = createReplacement({ sqlite, state, scopes })
  const moved = { sent: 0, received: 0 }
  const device = () => state.get('device') ?? ''
  const waiting = () => Number(sqlite.prepare('SELECT count(*) FROM outbox').pluck().get())
  const asked = () => ({ protocol: protocolVersion, schema, epoch: state.get('epoch') ?? '' })
  // What had come was known to the memory that is gone.
  if (replacement.isOn()) replacement.begin((state.get('isReplacing') ?? '').split(' '))

  /** A job of a screen holds the transaction; its end is waited for. */
  async function free() {
    while (sqlite.open && sqlite.inTransaction) {
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    if (!sqlite.open) throw new RoundEnded()
  }

  async function inOneGo<Answer>(work: (changed: Changed) => Answer) {
    await free()
    return takeIn(sqlite, onSaved, work)
  }

  function move(sent: number, received: number) {
    moved.sent += sent
    moved.received += received
    parts.onProgress?.({ ...moved })
  }

  async function greet(): Promise<Hello> {
    if (state.get('stopped') === 'fork') throw new PortalRefused('fork', {})
    const before = Date.parse(now())
    const hello = await connection.hello(waiting())
    const met = { hello, asked: before, answered: Date.parse(now()) }
    const refused = await inOneGo(() =>
      meetPortal({ sqlite, state, scopes, replacement, schema }, met),
    )
    if (refused) throw refused
    return hello
  }

  async function sendAll(hello: Hello) {
    for (;;) {
      await free()
      const batch = nextBatch(sqlite, state, hello.schema.max)
      if (!batch) return
      const answer = await connection.push({
        ...asked(),
        device: device(),
        ...batch,
        operations: [...batch.operations],
        acknowledged: batch.batch - 1,
      })
      await inOneGo((changed) => applyAnswer({ sqlite, state, batch, answer, changed, at: now() }))
      move(batch.operations.length, 0)
    }
  }

  /** Answers the last page, which holds the sums if they were asked for. */
  async function receiveAll(wantsSums: boolean): Promise<readonly PullLine[]> {
    for (;;) {
      const { lines, isMore } = await connection.pull({
        ...asked(),
        device: device(),
        cursor: state.number('cursor'),
        scopes: Object.fromEntries(scopes.all().map(({ scope, version }) => [scope, version])),
        wantsSums,
      })
      await inOneGo((changed) => storePage(lines, changed))
      move(0, lines.filter(isRowLine).length)
      if (!isMore) return lines
    }
  }

  function storePage(lines: readonly PullLine[], changed: Changed) {
    for (const line of lines) {
      if (isRowLine(line)) continue
      if (withdrawals.has(line.k)) state.set('toScrub', 1)
      if (line.k === 'head') {
        const isReplacing = replacement.isOn()
        const note = history.page()
        const onRow = isReplacing && { onRow: replacement.arrived }
        applier.apply(lines, line, { changed, note, isReplacing, ...onRow })
      }
      if (line.k === 'end' || line.k === 'page') state.set('cursor', line.cursor)
      if (line.k === 'scope-add') {
        scopes.keep({ scope: line.s, version: line.v, after: '', isComplete: false })
      }
      if (line.k === 'scope-drop') {
        const text = dropText(device(), line.s, line.v)
        const isOrdered = isSignedByPortal(text, line.sig, state.get('portalKey') ?? '')
        if (isOrdered) scopes.drop(line.s, changed)
      }
    }
  }

  /** First loads, page by page; one that was cut off goes on where it was. */
  async function loadScopes(onlyFirst: boolean) {
    refuseEmptied(state)
    const missing = scopes.all().filter(({ isComplete }) => !isComplete)
    const inOrder = missing.toSorted((a, b) => loadOrder(a.scope) - loadOrder(b.scope))
    for (const held of onlyFirst ? inOrder.slice(0, 1) : inOrder) {
      let page = connection.snapshot({ ...asked(), scope: held.scope, after: held.after })
      for (let isComplete = false; !isComplete; ) {
        const lines = await page
        const after = nextAfter(lines)
        isComplete = after === undefined
        // The next page is on its way while this one is stored.
        if (after !== undefined) {
          page = connection.snapshot({ ...asked(), scope: held.scope, after })
          page.catch(() => {})
        }
        await inOneGo((changed) => {
          storeLoaded(lines, changed)
          scopes.keep({ ...held, after: after ?? held.after, isComplete })
        })
        move(0, lines.length - 2)
      }
    }
    if (!onlyFirst && replacement.isOn()) {
      await inOneGo((changed) => replacement.finish(changed))
      refuseEmptied(state)
    }
  }

  function storeLoaded(lines: readonly PullLine[], changed: Changed) {
    const [head] = lines
    if (!head || isRowLine(head) || head.k !== 'head') return
    const isReplacing = replacement.isOn()
    applier.apply(lines, head, {
      changed,
      isReplacing,
      ...(isReplacing && { onRow: replacement.arrived }),
    })
  }

  /** What differs is loaded again; it never should be anything. */
  async function verify(lines: readonly PullLine[]) {
    const end = lines.at(-1)
    const isUnsent = sqlite.prepare('SELECT 1 FROM outbox LIMIT 1').get() !== undefined
    if (!end || isRowLine(end) || end.k !== 'end' || isUnsent) return
    const held = new Set(scopes.all().flatMap((each) => (each.isComplete ? [each.scope] : [])))
    const sums = Object.fromEntries(Object.entries(end.sums).filter(([scope]) => held.has(scope)))
    const differing = await differingScopes(sqlite, sums)
    if (differing === null) return
    await inOneGo(() => state.set('verifiedAt', now()))
    for (const scope of differing) await heal(scope)
  }

  /** Only the rows that differ come again; where those are many, the whole scope. */
  async function heal(scope: string) {
    state.set('healed', state.number('healed') + 1)
    const cursor = state.number('cursor')
    const asking = { ...asked(), cursor, scope, buckets: heapsOf(sqlite, scope) }
    try {
      const lines = await connection.verify(asking)
      await inOneGo((changed) => healScope({ sqlite, applier, scope, lines, changed }))
    } catch (error) {
      // The school went on meanwhile: it is looked at again after the next round.
      if (error instanceof PortalRefused && error.code === 'moved')
        return state.forget('verifiedAt')
      if (!(error instanceof PortalRefused) || error.code !== 'much') throw error
      await inOneGo(() => replacement.begin([scope]))
      await loadScopes(false)
    }
  }

  return {
    /** One round. What cannot be sent never holds up what can be received. */
    async round({ wantsSums = false, onlyFirst = false }: Wanted = {}): Promise<SyncRound> {
      Object.assign(moved, { sent: 0, received: 0 })
      let refused: PortalRefused | null = null
      const remember = (error: unknown) => {
        if (!(error instanceof PortalRefused)) throw error
        refused ??= error
      }
      try {
        const hello = await greet()
        await sendAll(hello).catch(remember)
        const lines = await receiveAll(wantsSums)
        await loadScopes(onlyFirst)
        scrub(sqlite, state)
        if (wantsSums && refused === null) await verify(lines)
      } catch (error) {
        remember(error)
      }
      return refused === null ? { ok: true } : await after(refused)
    },
  }

  /** Some refusals change what this desk does from now on. */
  async function after({ code, detail }: PortalRefused): Promise<SyncRound> {
    if (code === 'fork') await inOneGo(() => state.set('stopped', 'fork'))
    if (code === 'resync') {
      const { seq } = await connection.hello(waiting())
      await inOneGo(() => replaceAll({ sqlite, state, scopes, replacement }, { seq }))
    }
    return { ok: false, code, detail }
  }
}

/** Where the next page of a load begins; undefined after the last one. */
function nextAfter(lines: readonly PullLine[]): string | undefined {
  const last = lines.at(-1)
  return last && !isRowLine(last) && last.k === 'page' ? last.after : undefined
}
