/** All in milliseconds. */
export const timing = {
  /** After a change here: one round for everything that is typed in one go. */
  afterChange: 300,
  /** Without a word from the portal it is asked between these. */
  pollFrom: 30_000,
  pollTo: 60_000,
  firstBackOff: 1000,
  longestBackOff: 300_000,
  /** A refusal does not go away by asking often. */
  afterRefusal: 300_000,
  /** What is here is counted against what the portal says must be. */
  verifyEvery: 3_600_000,
  /** Screens hear of the status four times a second at most. */
  announceEvery: 250,
} as const

export const nextPoll = (random: () => number) =>
  timing.pollFrom + (timing.pollTo - timing.pollFrom) * random()

/** Longer with each failure, and nowhere two desks at the same moment: full jitter. */
export function backOff(failures: number, random: () => number) {
  const most = Math.min(timing.longestBackOff, timing.firstBackOff * 2 ** failures)
  return Math.max(timing.afterChange, most * random())
}

/** Waits, or ends early when `signal` does. */
export function wait(millis: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, millis)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
