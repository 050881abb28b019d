import type { Listen } from './portal-fetch.ts'

/** A line that ends sooner is no line: something between holds it up. */
const shortLife = 15_000
/** After so many in a row the desk asks by itself for a while. */
const mostShort = 3
const pause = 10 * 60_000

type Parts = {
  readonly listen: Listen
  readonly where: () => Promise<{
    readonly url: string
    readonly headers: Record<string, string>
  }>
  readonly onPoke: () => void
  readonly signal: AbortSignal
  /** Milliseconds that only ever go on. */
  readonly millis: () => number
  readonly wait: (millis: number, signal: AbortSignal) => Promise<void>
}

/** Keeps a line open on which the portal says that something happened (sync.md 3.12). */
export async function keepLine({ listen, where, onPoke, signal, millis, wait }: Parts) {
  let short = 0
  while (!signal.aborted) {
    const begun = millis()
    let text = ''
    try {
      await listen(
        await where(),
        (piece) => {
          text = (text + piece).slice(-200)
          if (!text.includes('event: poke')) return
          text = ''
          onPoke()
        },
        signal,
      )
    } catch {
      // How it ended does not matter: what happened meanwhile is asked for anyway.
    }
    if (signal.aborted) return
    short = millis() - begun < shortLife ? short + 1 : 0
    await wait(short >= mostShort ? pause : 2000 * 2 ** short * Math.random(), signal)
  }
}
