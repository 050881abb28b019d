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

/** Listens until the other side or `signal` ends it; `onText` is told what comes, as it comes. */
export type Listen = (
  at: { readonly url: string; readonly headers: Record<string, string> },
  onText: (text: string) => void,
  signal: AbortSignal,
) => Promise<void>

const patience = 60_000

/** The network of this computer. */
export const systemFetch: Fetch = async (url, { method, headers, body }) => {
  const answer = await fetch(url, {
    method,
    headers,
    ...(body && { body: Buffer.from(body) }),
    redirect: 'error',
    signal: AbortSignal.timeout(patience),
  })
  const bytes = new Uint8Array(await answer.arrayBuffer())
  return { status: answer.status, headers: new Map(answer.headers), bytes }
}

export const systemListen: Listen = async ({ url, headers }, onText, signal) => {
  const answer = await fetch(url, { headers, redirect: 'error', signal })
  const type = answer.headers.get('content-type') ?? ''
  if (answer.status !== 200 || !type.startsWith('text/event-stream') || !answer.body) return
  const decoder = new TextDecoder()
  for await (const chunk of answer.body) onText(decoder.decode(chunk, { stream: true }))
}

/**
 * The portal's address as somebody types it: without a scheme it is https, and plain http is for this
 * computer alone. Null when it is no address.
 */
export function portalAddress(typed: string): string | null {
  const text = typed.trim()
  const url = URL.parse(/^[a-z]+:\/\//i.test(text) ? text : `https://${text}`)
  if (!url?.hostname) return null
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && isHere(url))
  return isSafe ? url.origin : null
}

const isHere = ({ hostname }: URL) => ['localhost', '127.0.0.1', '[::1]'].includes(hostname)

/** Whether a portal of this address runs on this very computer. */
export function isThisComputer(typed: string): boolean {
  const address = portalAddress(typed)
  return address !== null && isHere(new URL(address))
}
