import { createHash } from 'node:crypto'

/**
 * UUIDv5 (RFC 9562) of what a row stands for: the same form sent twice makes the same row once.
 * `parts` must hold something of whoever sends it, or one could aim at the row of another.
 */
export function idOf(...parts: readonly string[]): string {
  const bytes = createHash('sha1').update(parts.join('\u001f')).digest().subarray(0, 16)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
