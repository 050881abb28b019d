/**
 * An address at which calendar programs read the school's calendar. Its secret is kept nowhere: the
 * row's id is made of its SHA-256, so who has the rows cannot make the address.
 */
export type CalendarFeed = {
  readonly id: string
  /** What it is for, in the words of who made it. */
  readonly name: string
  /** Of these groups beside the whole school; null for what concerns the whole school alone. */
  readonly groupIds: readonly string[] | null
  /** Whose it is: then it holds what concerns the guardian's children, at each reading. */
  readonly guardianId: string | null
  readonly accountId: string | null
  readonly madeAt: string
  readonly withdrawnAt: string | null
}

/** What a secret looks like: 32 random bytes in base64url. */
export const feedSecret = /^[A-Za-z0-9_-]{43}$/

/** The row of an address: the first half of the SHA-256 of its secret, in the form of a UUIDv8. */
export function feedIdOf(sha256: Uint8Array): string {
  const bytes = [...sha256.slice(0, 16)].map((byte, index) => {
    if (index === 6) return (byte & 0x0f) | 0x80
    return index === 8 ? (byte & 0x3f) | 0x80 : byte
  })
  const hex = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return [0, 8, 12, 16, 20].map((at, n, starts) => hex.slice(at, starts[n + 1])).join('-')
}
