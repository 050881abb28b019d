import type { Random } from './random.ts'

/** Ids by the seed, so that the same seed picks the same rows. */
export const seededIds = (random: Random) => () => {
  const hex = Array.from({ length: 8 }, () => random.below(65_536).toString(16).padStart(4, '0'))
  const [a, b, c, d, e, f, g, h] = hex
  return `${a}${b}-${c}-7${d?.slice(1)}-8${e?.slice(1)}-${f}${g}${h}`
}
