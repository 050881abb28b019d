import { createPrivateKey, sign } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { z } from 'zod'
import { sessionText } from '#shared/sync/orders.ts'
import {
  Hello,
  PortalDevice,
  type PullLine,
  type PullRequest,
  PushAnswer,
  type PushRequest,
  type SnapshotRequest,
  type VerifyRequest,
} from '#shared/sync/sync-protocol.ts'
import type { Fetch } from './portal-fetch.ts'

export type { Fetch } from './portal-fetch.ts'

/** Nobody answered, or somebody else did: nothing is known about what the portal did. */
export class PortalAway extends Error {
  override name = 'PortalAway'
  /** Milliseconds after which the portal wants to be asked again; null when it did not say. */
  readonly retryAfter: number | null
  constructor(why: string, retryAfter: number | null = null) {
    super(why)
    this.retryAfter = retryAfter
  }
}

/** The portal answered that it will not; `code` is one of `syncRefusals`. */
export class PortalRefused extends Error {
  override name = 'PortalRefused'
  readonly code: string
  readonly detail: Readonly<Record<string, unknown>>
  constructor(code: string, detail: Readonly<Record<string, unknown>>) {
    super(code)
    this.code = code
    this.detail = detail
  }
}

type Identity = {
  readonly url: string
  readonly device: string
  /** ed25519, PKCS 8 DER in base64. */
  readonly privateKey: string
}

export type PulledPage = { readonly lines: readonly PullLine[]; readonly isMore: boolean }
export type PortalConnection = ReturnType<typeof createPortalConnection>

type Asked = {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly token: string | null
  readonly body?: unknown
}

const largeBody = 1000

/** Speaks the protocol of sync.md 3.5 to one portal, as one desk. */
export function createPortalConnection(send: Fetch, { url, device, privateKey }: Identity) {
  let token: string | null = null

  async function request({ method, path, token: bearer, body }: Asked) {
    const bytes = body === undefined ? null : Buffer.from(JSON.stringify(body))
    const isPacked = bytes !== null && bytes.length > largeBody
    const answer = await away(() =>
      send(`${url}/sync/v1/${path}`, {
        method,
        headers: {
          ...(bytes && { 'content-type': 'application/json' }),
          ...(isPacked && { 'content-encoding': 'gzip' }),
          'accept-encoding': 'gzip',
          ...(bearer && { authorization: `Bearer ${bearer}` }),
        },
        ...(bytes && { body: isPacked ? gzipSync(bytes) : bytes }),
      }),
    )
    return understood(answer)
  }

  const unsigned = async (path: string, body: unknown) =>
    Object(parse((await request({ method: 'POST', path, token: null, body })).text))

  async function currentToken(): Promise<string> {
    if (token !== null) return token
    const { nonce } = await unsigned('challenge', { device })
    const signature = signWith(privateKey, sessionText(device, String(nonce)))
    token = String((await unsigned('session', { device, nonce, signature })).token)
    return token
  }

  /** As this desk; a session that ended in between is opened again once. */
  async function ask(method: Asked['method'], path: string, body?: unknown) {
    const once = async () => request({ method, path, token: await currentToken(), body })
    try {
      return await once()
    } catch (error) {
      if (!(error instanceof PortalRefused) || error.code !== 'session') throw error
      token = null
      return once()
    }
  }

  return {
    /** `waiting` is how many operations were not sent yet. */
    hello: async (waiting: number) =>
      Hello.parse(parse((await ask('GET', `hello?waiting=${waiting}`)).text)),
    push: async (batch: PushRequest) =>
      PushAnswer.parse(parse((await ask('POST', 'push', batch)).text)),
    async pull(wanted: PullRequest): Promise<PulledPage> {
      const { text, headers } = await ask('POST', 'pull', wanted)
      return { lines: linesOf(text), isMore: headers.get('x-more') === '1' }
    },
    snapshot: async (wanted: SnapshotRequest) =>
      linesOf((await ask('POST', 'snapshot', wanted)).text),
    verify: async (held: VerifyRequest) => linesOf((await ask('POST', 'verify', held)).text),
    devices: async () => Devices.parse(parse((await ask('GET', 'devices')).text)).devices,
    deviceCode: async (asked: { readonly staffId: string; readonly sealedKey: string | null }) =>
      Code.parse(parse((await ask('POST', 'devices/code', asked)).text)).code,
    revokeDevice: async (revoked: { readonly device: string; readonly collects: boolean }) =>
      void (await ask('POST', 'devices/revoke', revoked)),
    /** Where the portal says that something happened, and how to ask there as this desk. */
    live: async () => ({
      url: `${url}/sync/v1/live`,
      headers: { authorization: `Bearer ${await currentToken()}` },
    }),
  }
}

const Devices = z.object({ devices: z.array(PortalDevice) })
const Code = z.object({ code: z.string().max(100) })

/** Signs with a desk's own key. */
export function signWith(privateKey: string, text: string) {
  const der = Buffer.from(privateKey, 'base64')
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  return sign(null, Buffer.from(text), key).toString('base64')
}

type Answer = Awaited<ReturnType<Fetch>>

function understood({ status, headers, bytes }: Answer) {
  const type = headers.get('content-type') ?? ''
  if (status >= 500 || status === 429) {
    const seconds = Number(headers.get('retry-after') ?? Number.NaN)
    throw new PortalAway(`status ${status}`, Number.isFinite(seconds) ? seconds * 1000 : null)
  }
  // The sign-in page of a guest network answers everything with a friendly 200.
  if (!/^application\/(json|x-ndjson)/.test(type)) throw new PortalAway('not the portal')
  const text = Buffer.from(bytes).toString('utf8')
  if (status === 200) return { text, headers }
  const detail = Object(parse(text))
  throw new PortalRefused(String(detail.code ?? status), detail)
}

async function away<Value>(ask: () => Promise<Value>): Promise<Value> {
  try {
    return await ask()
  } catch (error) {
    throw new PortalAway(error instanceof Error ? error.name : 'unknown')
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Cut off on its way: as if it had not come.
    throw new PortalAway('half an answer')
  }
}

/** Lines of a page; one that ends in the middle counts as not received at all. */
function linesOf(text: string): PullLine[] {
  const lines = text
    .split('\n')
    .filter(Boolean)
    .map((line) => parse(line) as PullLine)
  const last = lines.at(-1)
  const isWhole =
    last && !Array.isArray(last) && 'k' in last && (last.k === 'end' || last.k === 'page')
  if (!isWhole) throw new PortalAway('half a page')
  return lines
}
