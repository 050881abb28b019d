import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { sessionText } from '#shared/sync/orders.ts'
import { Joined, type Operation, protocolVersion } from '#shared/sync/sync-protocol.ts'

/** What is measured, in milliseconds, and the answers by status. */
export type Measures = {
  readonly pulls: number[]
  readonly pushes: number[]
  /** From the edit at one desk to its arrival at another. */
  readonly visible: number[]
  readonly statuses: Record<string, number>
}

const DER = { format: 'der' } as const

/** A desk that speaks the protocol and keeps no file: sixty of them fit in one test. */
export async function joinLightDesk(url: string, code: string, measures: Measures) {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const pinned = publicKey.export({ ...DER, type: 'spki' }).toString('base64')
  let token = ''
  let batch = 0
  let cursor = 0
  let scopes: Record<string, number> = {}
  let isPulling = false
  let isBehind = false

  async function ask(path: string, body?: unknown) {
    const answer = await fetch(`${url}/sync/v1/${path}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        ...(body !== undefined && {
          'content-type': 'application/json',
          'content-encoding': 'gzip',
        }),
        ...(token && { authorization: `Bearer ${token}` }),
      },
      ...(body !== undefined && { body: gzipSync(JSON.stringify(body)) }),
    })
    measures.statuses[answer.status] = (measures.statuses[answer.status] ?? 0) + 1
    if (path === 'enrol' && !answer.ok) throw new Error(`enrol: ${answer.status}`)
    return { status: answer.status, headers: answer.headers, text: await answer.text() }
  }
  const asked = { code, publicKey: pinned, deviceName: 'Load' }
  const joined = Joined.parse(JSON.parse((await ask('enrol', asked)).text))
  const { device, epoch, tag, staffId } = joined

  async function open() {
    const { nonce } = JSON.parse((await ask('challenge', { device })).text)
    const signature = sign(null, Buffer.from(sessionText(device, nonce)), privateKey)
    const proof = { device, nonce, signature: signature.toString('base64') }
    token = JSON.parse((await ask('session', proof)).text).token
    const hello = JSON.parse((await ask('hello')).text)
    // It came with all rows of this moment, so only what happens from now on is asked.
    cursor = hello.seq
    scopes = Object.fromEntries(
      hello.scopes.map((one: { scope: string; version: number }) => [one.scope, one.version]),
    )
  }

  async function pullOnce() {
    const began = performance.now()
    const envelope = { protocol: protocolVersion, schema: 3, device, epoch }
    const { status, headers, text } = await ask('pull', {
      ...{ ...envelope, cursor, scopes, wantsSums: false },
    })
    measures.pulls.push(performance.now() - began)
    if (status !== 200) return false
    const now = Date.now()
    for (const line of text.split('\n').map((each) => JSON.parse(each))) {
      if (line.k === 'end') cursor = line.cursor
      const sent = Array.isArray(line) ? /"edit (\d+)"/.exec(JSON.stringify(line))?.[1] : undefined
      if (sent) measures.visible.push(now - Number(sent))
    }
    return headers.get('x-more') === '1'
  }

  return {
    open,
    /** Asks until nothing is left; a poke that comes meanwhile asks once more. */
    async pull() {
      if (isPulling) {
        isBehind = true
        return
      }
      isPulling = true
      do {
        isBehind = false
        while (await pullOnce());
      } while (isBehind)
      isPulling = false
    },
    async edit(pupilId: string) {
      const stamp = `${Date.now().toString(16).padStart(12, '0')}-0000-${tag}`
      const value = `edit ${Date.now()}`
      const operations = [
        ['s', randomUUID(), 1, 'pupils', pupilId, 'note', value, stamp, null, staffId],
      ] as unknown as Operation[]
      const began = performance.now()
      batch++
      const sha = createHash('sha256').update(JSON.stringify(operations)).digest('hex')
      const envelope = { protocol: protocolVersion, schema: 3, device, epoch }
      await ask('push', { ...envelope, batch, sha, acknowledged: batch - 1, operations })
      measures.pushes.push(performance.now() - began)
    },
    /** Hears pokes until `signal` ends it. */
    async listen(signal: AbortSignal, onPoke: () => void) {
      const answer = await fetch(`${url}/sync/v1/live`, {
        headers: { authorization: `Bearer ${token}` },
        signal,
      })
      for await (const bytes of answer.body ?? []) {
        if (Buffer.from(bytes).includes('event: poke')) onPoke()
      }
    },
  }
}
