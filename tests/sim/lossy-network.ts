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
  /** Sees every answer that leaves the portal, whether it arrives or not. */
  readonly onAnswer: (url: string, bytes: Uint8Array) => Promise<void>
}

/** A network that loses requests and answers, sends them twice, cuts them and mixes in strangers. */
export function createLossyNetwork({ send, random, points, onAnswer }: Parts) {
  const network: Network = { isReliable: false, isAway: false, counts: {} }
  function count(what: string) {
    network.counts[what] = (network.counts[what] ?? 0) + 1
  }
  /** A request that was held up and arrives much later, after others. */
  const late: (() => Promise<unknown>)[] = []

  const fetch: Fetch = async (url, init) => {
    if (network.isAway) throw new Error('no network')
    const ask = async () => {
      points.reach('desk before request')
      const answer = await send(url, init)
      await onAnswer(url, answer.bytes)
      points.reach('desk after answer')
      return answer
    }
    if (network.isReliable) return ask()
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
      await ask()
    }
    const held = late.length > 0 && random.happens(0.3) ? late.shift() : undefined
    if (held) await held()
    const answer = await ask()
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
