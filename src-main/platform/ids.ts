import { createHash, randomBytes } from 'node:crypto'

/** UUIDv7 (RFC 9562): sorts by the time of making, so that new rows land at the end of the file. */
export function newId(): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(Date.now(), 0, 6)
  return asUuid(bytes, 7)
}

// Made once for this product; it must never change, or two desks would make two rows for one link.
const namespace = Buffer.from('0197c2a04f2b7d63a1c85b1e7f20d9c4', 'hex')

/**
 * UUIDv5 (RFC 9562) of what a row stands for, so that two desks that make the same link offline
 * make the same row (sync.md 3.1). `table` keeps different links between the same rows apart.
 */
export function linkId(table: string, ...parts: readonly string[]): string {
  const name = [table, ...parts].join('\u001f')
  return asUuid(createHash('sha1').update(namespace).update(name).digest().subarray(0, 16), 5)
}

function asUuid(bytes: Buffer, version: number) {
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | (version << 4), 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return [8, 12, 16, 20, 32]
    .map((end, index, ends) => hex.slice(index === 0 ? 0 : ends[index - 1], end))
    .join('-')
}
