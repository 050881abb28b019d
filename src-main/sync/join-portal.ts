import { generateKeyPairSync } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { type EnrolRequest, type FoundRequest, Joined } from '#shared/sync/sync-protocol.ts'
import type { Connection } from '../platform/connection.ts'
import { createHeldScopes } from './held-scopes.ts'
import { openKey } from './key-handover.ts'
import type { Fetch } from './portal-connection.ts'
import { createSyncState } from './sync-state.ts'

export type DeviceKeys = { readonly publicKey: string; readonly privateKey: string }

/** The key by which the portal knows this desk: ed25519, DER in base64. */
export function makeDeviceKeys(): DeviceKeys {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  return {
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
  }
}

type Join = { readonly url: string; readonly path: 'found' | 'enrol' }

/** Asks the portal to let this computer in; null when the code is no good. */
export async function askToJoin(
  send: Fetch,
  { url, path }: Join,
  body: FoundRequest | EnrolRequest,
): Promise<Joined | null> {
  const answer = await send(`${url}/sync/v1/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
    body: gzipSync(JSON.stringify(body)),
  })
  if (answer.status !== 200) return null
  return Joined.parse(JSON.parse(Buffer.from(answer.bytes).toString('utf8')))
}

type Kept = {
  readonly url: string
  readonly keys: DeviceKeys
  readonly joined: Joined
  /** The half of the code that the portal never saw; null when no key came with it. */
  readonly secret?: string | null
}

/** Writes down in the school's file that this computer is a desk of the portal. */
export function keepJoined(sqlite: Connection, { url, keys, joined, secret = null }: Kept) {
  const state = createSyncState(sqlite)
  sqlite.transaction(() => {
    state.set('portalUrl', url)
    state.set('device', joined.device)
    state.set('deviceTag', joined.tag)
    state.set('deviceKey', keys.privateKey)
    state.set('schoolId', joined.schoolId)
    state.set('staffId', joined.staffId)
    state.set('epoch', joined.epoch)
    state.set('portalKey', joined.portalKey)
    state.set('cursor', 0)
    state.set('lastBatch', 0)
    const { sealedKey, schoolId } = joined
    const schoolKey = sealedKey && secret ? openKey(sealedKey, { secret, schoolId }) : null
    if (schoolKey) state.set('schoolKey', schoolKey)
  })()
}

/** The desk that founds the school has everything already: nothing needs to be loaded. */
export function holdEverything(sqlite: Connection, scopes: readonly string[]) {
  const held = createHeldScopes(sqlite)
  sqlite.transaction(() => {
    for (const scope of scopes) held.keep({ scope, version: 0, after: '', isComplete: true })
  })()
}
