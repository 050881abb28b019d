/** The same choices for the same seed on every machine. */
export type Chance = {
  /** A whole number from 0 up to and without `below`. */
  readonly below: (below: number) => number
  readonly pick: <T>(list: readonly T[]) => T
}

/** Mulberry32, begun from a seed and the number of a file, so that each file can be made alone. */
export function chanceOf(seed: number, file: number): Chance {
  let state = (seed ^ Math.imul(file + 1, 0x9e3779b9)) | 0
  function below(most: number) {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % Math.max(1, most)
  }
  return {
    below,
    pick<T>(list: readonly T[]): T {
      const chosen = list[below(list.length)]
      if (chosen === undefined) throw new Error('Nothing to pick from')
      return chosen
    },
  }
}
