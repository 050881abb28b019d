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

export const bucketCount = 256

/** One of 256 heaps into which the rows of a scope are divided, to find the few that differ. */
export const bucketOf = (table: string, id: string) => Number(rowNumber(table, id, 0) & 0xffn)

type SummedRow = { readonly table: string; readonly id: string; readonly seq: number }

/** Count and sum of each heap, as text. */
export function bucketSums(rows: Iterable<SummedRow>): string[] {
  const sums = Array.from({ length: bucketCount }, () => ({ count: 0, sum: 0n }))
  for (const { table, id, seq } of rows) {
    const bucket = sums[bucketOf(table, id)]
    if (!bucket) continue
    bucket.count += 1
    bucket.sum = addToSum(bucket.sum, rowNumber(table, id, seq))
  }
  return sums.map(({ count, sum }) => `${count}:${sumText(sum)}`)
}
