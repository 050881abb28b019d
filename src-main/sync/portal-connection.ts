import { createPrivateKey, sign } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import { sessionText } from '#shared/sync/orders.ts'
import {
  Hello,
  type PullLine,
  type PullRequest,
  PushAnswer,
  type PushRequest,
  type SnapshotRequest,
} from '#shared/sync/sync-protocol.ts'

/** Sends one request; the tests put a lossy network in its place. */
export type Fetch = (
  url: string,
  init: {
    readonly method: string
    readonly headers: Record<string, string>
    readonly body?: Uint8Array
  },
) => Promise<{
  readonly status: number
  readonly headers: ReadonlyMap<string, string>
  readonly bytes: Uint8Array
}>

/** Nobody answered, or somebody else did: nothing is known about what the portal did. */
export class PortalAway extends Error {
  override name = 'PortalAway'
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

/** Speaks the protocol of sync.md 3.5 to one portal, as one desk. */
export function createPortalConnection(send: Fetch, { url, device, privateKey }: Identity) {
  let token: string | null = null

  async function post(path: string, body: unknown, isJoining = false) {
    const bytes = Buffer.from(JSON.stringify(body))
    const isLarge = bytes.length > 1000
    return request('POST', path, isJoining, isLarge ? gzipSync(bytes) : bytes, isLarge)
  }

  async function request(
    method: string,
    path: string,
    isJoining: boolean,
    body?: Uint8Array,
    isPacked = false,
  ) {
    const headers = {
      ...(body && { 'content-type': 'application/json' }),
      ...(isPacked && { 'content-encoding': 'gzip' }),
      'accept-encoding': 'gzip',
      ...(!isJoining && { authorization: `Bearer ${await currentToken()}` }),
    }
    const answer = await away(() =>
      send(`${url}/sync/v1/${path}`, { method, headers, ...(body && { body }) }),
    )
    const type = answer.headers.get('content-type') ?? ''
    // The sign-in page of a guest network answers everything with a friendly 200.
    if (!/^application\/(json|x-ndjson)/.test(type)) throw new PortalAway('not the portal')
    const text = Buffer.from(answer.bytes).toString('utf8')
    if (answer.status === 200) return { text, headers: answer.headers }
    const detail = Object(parse(text))
    if (answer.status === 401 && detail.code === 'session') token = null
    if (answer.status >= 500 || answer.status === 429)
      throw new PortalAway(`status ${answer.status}`)
    throw new PortalRefused(String(detail.code ?? answer.status), detail)
  }

  async function currentToken(): Promise<string> {
    if (token !== null) return token
    const { nonce } = Object(parse((await post('challenge', { device }, true)).text))
    const key = createPrivateKey({
      key: Buffer.from(privateKey, 'base64'),
      format: 'der',
      type: 'pkcs8',
    })
    const signature = sign(null, Buffer.from(sessionText(device, String(nonce))), key).toString(
      'base64',
    )
    const answer = Object(parse((await post('session', { device, nonce, signature }, true)).text))
    token = String(answer.token)
    return token
  }

  /** A session that ended in between is opened again once. */
  async function again<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
    try {
      return await ask()
    } catch (error) {
      if (error instanceof PortalRefused && error.code === 'session') return ask()
      throw error
    }
  }

  return {
    hello: async () => Hello.parse(parse((await again(() => request('GET', 'hello', false))).text)),
    push: async (batch: PushRequest) =>
      PushAnswer.parse(parse((await again(() => post('push', batch))).text)),
    async pull(wanted: PullRequest): Promise<PulledPage> {
      const { text, headers } = await again(() => post('pull', wanted))
      return { lines: linesOf(text), isMore: headers.get('x-more') === '1' }
    },
    snapshot: async (wanted: SnapshotRequest) =>
      linesOf((await again(() => post('snapshot', wanted))).text),
    wiped: (nonce: string, signature: string) => post('wiped', { device, nonce, signature }, true),
  }
}

async function away<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
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

/** The network of this computer; answers are unpacked here, so that a double can cut them short. */
export const systemFetch: Fetch = async (url, { method, headers, body }) => {
  const answer = await fetch(url, {
    method,
    headers,
    ...(body && { body: Buffer.from(body) }),
    redirect: 'error',
    signal: AbortSignal.timeout(60_000),
  })
  const bytes = new Uint8Array(await answer.arrayBuffer())
  return { status: answer.status, headers: new Map(answer.headers), bytes }
}

/** For answers that come packed from something that does not unpack by itself. */
export const unpacked = (bytes: Uint8Array, encoding: string | undefined) =>
  encoding === 'gzip' ? new Uint8Array(gunzipSync(bytes)) : bytes
