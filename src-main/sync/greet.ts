import { leaseText } from '#shared/sync/orders.ts'
import type { Hello } from '#shared/sync/sync-protocol.ts'
import type { Connection } from '../platform/connection.ts'
import { giveBack } from './give-back.ts'
import type { HeldScopes } from './held-scopes.ts'
import { PortalRefused } from './portal-connection.ts'
import { isSignedByPortal } from './portal-orders.ts'
import { measureOffset } from './portal-time.ts'
import type { createReplacement } from './replacement.ts'
import type { SyncState } from './sync-state.ts'

type Parts = {
  readonly sqlite: Connection
  readonly state: SyncState
  readonly scopes: HeldScopes
  readonly replacement: ReturnType<typeof createReplacement>
  /** Number of migrations of this file. */
  readonly schema: number
}

type Met = { readonly hello: Hello; readonly asked: number; readonly answered: number }

/** Which of the two has missed something, before anything is sent. Inside a transaction. */
export function meetPortal(parts: Parts, { hello, asked, answered }: Met): PortalRefused | null {
  const { state } = parts
  if (hello.schoolId !== state.get('schoolId')) return new PortalRefused('other-school', {})
  const offset = measureOffset(state, { asked, answered, serverTime: hello.serverTime })
  state.set('clockOffset', offset)
  state.set('serverTimeSeen', hello.serverTime)
  state.set('lastContact', new Date(answered).toISOString())
  keepLease(state, hello)
  if (isFork(parts, hello)) {
    state.set('stopped', 'fork')
    return new PortalRefused('fork', {})
  }
  const hasGrown = learnSchema(parts, hello)
  if (isOlder(state, hello)) recover(parts, hello)
  else if (hasGrown || state.number('cursor') < hello.oldestSeq) replaceAll(parts, hello)
  return null
}

/**
 * Whether both sides understand more than when this desk loaded: what others wrote into tables and
 * fields that it did not know has passed it by, and comes with everything else anew (sync.md 3.10).
 */
function learnSchema({ state, schema }: Parts, hello: Hello) {
  const known = state.get('schema')
  const spoken = Math.min(schema, hello.schema.max)
  if (known !== null && Number(known) >= spoken) return false
  state.set('schema', spoken)
  return known !== null
}

/** How long this desk may be used without contact; one that the portal did not sign is none. */
function keepLease(state: SyncState, { lease }: Hello) {
  const text = leaseText(state.get('device') ?? '', lease.until)
  if (!isSignedByPortal(text, lease.signature, state.get('portalKey') ?? '')) return
  state.set('leaseUntil', lease.until)
  state.forget('leaseOverSince')
}

/** The portal knows batches of this desk that this file never sent: the file is a copy or was put back. */
function isFork({ sqlite, state }: Parts, { lastBatch, epoch }: Hello) {
  if (epoch !== state.get('epoch') || lastBatch <= state.number('lastBatch')) return false
  const sealed = sqlite.prepare('SELECT 1 FROM sealedBatches WHERE batch = ?').get(lastBatch)
  return sealed === undefined
}

/** The portal was restored: it says so by another epoch, or it forgot what it confirmed. */
const isOlder = (state: SyncState, { epoch, lastBatch, seq }: Hello) =>
  epoch !== state.get('epoch') ||
  lastBatch < state.number('lastBatch') ||
  seq < state.number('cursor')

function recover(parts: Parts, hello: Hello) {
  const { sqlite, state } = parts
  giveBack(sqlite, state, Math.min(hello.lastBatch, state.number('lastBatch')))
  state.set('lastBatch', hello.lastBatch)
  state.set('epoch', hello.epoch)
  replaceAll(parts, hello)
}

/** Everything comes anew; what happens from here on comes by the cursor. */
export function replaceAll(
  { state, scopes, replacement }: Omit<Parts, 'schema'>,
  { seq }: Pick<Hello, 'seq'>,
) {
  state.set('cursor', seq)
  replacement.begin(scopes.all().map(({ scope }) => scope))
}
