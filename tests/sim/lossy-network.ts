import { gunzipSync } from 'node:zlib'
import type { Operation } from '#shared/sync/sync-protocol.ts'
import type { Fetch } from '../../src-main/sync/portal-connection.ts'
import type { Failpoints } from './failpoints.ts'
import type { Random } from './random.ts'

export type Network = {
  isReliable: boolean
  isAway: boolean
  readonly counts: Record<string, number>
}

type Parts = {
  readonly send: Fetch
  readonly random: Random
  readonly points: Failpoints
  /** Newest schema that the portal says it knows. */
  readonly schema: () => number
  /** Sees every batch that reaches the portal. */
  readonly onPush: (operations: readonly Operation[]) => void
  /** Sees every answer that leaves the portal, whether it arrives or not. */
  readonly onAnswer: (url: string, bytes: Uint8Array) => Promise<void>
}

/** A network that loses requests and answers, sends them twice, cuts them and mixes in strangers. */
export function createLossyNetwork({ send: ask, random, points, schema, onPush, onAnswer }: Parts) {
  const network: Network = { isReliable: false, isAway: false, counts: {} }
  function count(what: string) {
    network.counts[what] = (network.counts[what] ?? 0) + 1
  }
  const send: Fetch = async (url, init) => {
    if (url.endsWith('/push') && init.body) onPush(operationsOf(init))
    const answer = await ask(url, init)
    return url.includes('/hello') && answer.status === 200 ? asOlder(answer, schema()) : answer
  }
  /** A request that was held up and arrives much later, after others. */
  const late: (() => Promise<unknown>)[] = []

  const fetch: Fetch = async (url, init) => {
    if (network.isAway) throw new Error('no network')
    const askOnce = async () => {
      points.reach('desk before request')
      const answer = await send(url, init)
      await onAnswer(url, answer.bytes)
      points.reach('desk after answer')
      return answer
    }
    if (network.isReliable) return askOnce()
    if (random.happens(0.05)) {
      count('request lost')
      throw new Error('lost')
    }
    if (random.happens(0.04)) {
      count('request late')
      late.push(async () => {
        const answer = await send(url, init)
        await onAnswer(url, answer.bytes)
      })
      throw new Error('late')
    }
    if (random.happens(0.06)) {
      count('sent twice')
      await askOnce()
    }
    const held = late.length > 0 && random.happens(0.3) ? late.shift() : undefined
    if (held) await held()
    const answer = await askOnce()
    if (random.happens(0.06)) {
      count('answer lost')
      throw new Error('lost')
    }
    if (random.happens(0.04) && answer.bytes.length > 4) {
      count('answer cut')
      return { ...answer, bytes: answer.bytes.slice(0, random.below(answer.bytes.length)) }
    }
    if (random.happens(0.02)) {
      count('stranger')
      const page = Buffer.from('<html>Welkom bij het gastnetwerk</html>')
      return { status: 200, headers: new Map([['content-type', 'text/html']]), bytes: page }
    }
    return answer
  }
  return { network, fetch }
}

function operationsOf({ headers, body }: Parameters<Fetch>[1]): readonly Operation[] {
  const isPacked = headers['content-encoding'] === 'gzip'
  const bytes = isPacked ? gunzipSync(body ?? '') : Buffer.from(body ?? '')
  return JSON.parse(bytes.toString('utf8')).operations
}

type Answer = Awaited<ReturnType<Fetch>>

/** What a portal says that was not updated yet. */
function asOlder(answer: Answer, max: number): Answer {
  const said = JSON.parse(Buffer.from(answer.bytes).toString('utf8'))
  const schema = { ...said.schema, max: Math.min(said.schema.max, max) }
  return { ...answer, bytes: Buffer.from(JSON.stringify({ ...said, schema })) }
}
