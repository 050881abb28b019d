/** Tries that are free; NIST 800-63B asks for a limit, security.md 6 for one that people survive. */
const freeTries = 5
const firstWait = 30_000
const longestWait = 15 * 60_000
/** Names remembered at once; whoever types more has other plans than signing in. */
const remembered = 1000

type Tries = { count: number; last: number }

/**
 * Slows down guessing: after five wrong passwords for a name the next try waits half a minute, and
 * twice as long after each further one. A name nobody has is counted like any other, so that the
 * waiting tells nothing. `millis` is a clock that never goes back.
 */
export function createSignInBrake(millis: () => number) {
  const triesByName = new Map<string, Tries>()

  return {
    /** Seconds until the name may be tried again, 0 for now. */
    waitFor(name: string) {
      const tries = triesByName.get(name)
      if (!tries || tries.count < freeTries) return 0
      const wait = Math.min(firstWait * 2 ** (tries.count - freeTries), longestWait)
      return Math.max(0, Math.ceil((tries.last + wait - millis()) / 1000))
    },

    count(name: string) {
      const count = (triesByName.get(name)?.count ?? 0) + 1
      triesByName.delete(name)
      triesByName.set(name, { count, last: millis() })
      const [oldest] = triesByName.keys()
      if (triesByName.size > remembered && oldest !== undefined) triesByName.delete(oldest)
    },

    release(name: string) {
      triesByName.delete(name)
    },
  }
}
