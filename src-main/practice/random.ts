/** Chance that can be repeated: the same seed always tells the same story. */
export type Random = ReturnType<typeof createRandom>

/** A generator of the mulberry32 family: 32 bits of state are plenty for a school. */
export function createRandom(seed: number) {
  let state = seed >>> 0

  function fraction() {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(fraction() * limit)

  function pick<T>(list: readonly T[]): T {
    const picked = list[below(list.length)]
    if (picked === undefined) throw new Error('Nothing to pick from')
    return picked
  }

  return {
    below,
    pick,
    /** A whole number, both ends included. */
    between: (from: number, until: number) => from + below(until - from + 1),
    chance: (probability: number) => fraction() < probability,

    /** One of the choices, each as likely as its weight says. */
    weighted<T>(choices: readonly (readonly [T, number])[]): T {
      const total = choices.reduce((sum, [, weight]) => sum + weight, 0)
      let left = fraction() * total
      for (const [choice, weight] of choices) {
        left -= weight
        if (left < 0) return choice
      }
      return pick(choices)[0]
    },

    shuffled<T>(list: readonly T[]): T[] {
      return list
        .map((each) => ({ each, at: fraction() }))
        .sort((a, b) => a.at - b.at)
        .map(({ each }) => each)
    },
  }
}
