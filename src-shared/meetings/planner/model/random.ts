/** Numbers from 0 up to 1 that a seed gives again, in any engine (mulberry32). */
export type Random = () => number

export function seeded(seed: number): Random {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** A whole number from 0 up to `below`. */
export function pick(random: Random, below: number) {
  return Math.floor(random() * below)
}

export function shuffle(random: Random, values: number[]) {
  for (let last = values.length - 1; last > 0; last--) {
    const other = pick(random, last + 1)
    const kept = values[last] ?? 0
    values[last] = values[other] ?? 0
    values[other] = kept
  }
}
