/**
 * Sums by which a desk and the portal see that they hold the same rows (sync.md 3.13): of each row a
 * 64-bit number made of table, id and its place in the portal's order, added up modulo 2^64.
 */
export function rowNumber(table: string, id: string, seq: number): bigint {
  const text = `${table}|${id}|${seq}`
  let high = 0x811c9dc5
  let low = 0xc9dc5118
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    high = Math.imul(high ^ unit, 0x01000193)
    low = Math.imul(low ^ unit, 0x85ebca6b)
    low ^= low >>> 13
  }
  return (BigInt(high >>> 0) << 32n) | BigInt(low >>> 0)
}

const limit = 1n << 64n

export const addToSum = (sum: bigint, number: bigint) => (sum + number) % limit
export const takeFromSum = (sum: bigint, number: bigint) => (sum - number + limit) % limit
/** As it goes over the wire: sixteen hex digits. */
export const sumText = (sum: bigint) => sum.toString(16).padStart(16, '0')
