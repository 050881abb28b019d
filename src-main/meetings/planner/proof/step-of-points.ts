import type { Model } from '#shared/meetings/planner/model/model.ts'

/** The largest number that the points of every plan are a multiple of; 0 when there is none. */
export function stepOfPoints({ weights, talks, waitCost }: Model) {
  const parts = [
    weights.extraSitting,
    weights.possible,
    weights.moved,
    ...waitCost,
    ...talks.map(({ missCost }) => missCost),
  ].map((part) => Math.round(part * 1e6) / 1e6)
  if (parts.some((part) => !Number.isInteger(part))) return 0
  return parts.reduce(greatestDivisor, 0)
}

function greatestDivisor(one: number, other: number): number {
  return other === 0 ? one : greatestDivisor(other, one % other)
}
