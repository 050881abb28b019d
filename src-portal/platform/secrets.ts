import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'

/** What the portal makes with its key; the key itself goes nowhere. */
export type Secrets = ReturnType<typeof createSecrets>

/** `key` is 32 bytes that are not in the database. Each purpose gets a key of its own from it. */
export function createSecrets(key: Buffer) {
  const keys = new Map<string, Buffer>()
  function keyFor(purpose: string) {
    const known =
      keys.get(purpose) ?? Buffer.from(hkdfSync('sha256', key, '', `balie ${purpose}`, 32))
    keys.set(purpose, known)
    return known
  }

  return {
    /** AES-256-GCM; a text cannot be opened for another purpose than it was closed for. */
    seal(purpose: string, text: string): string {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', keyFor(purpose), nonce)
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64')
    },
    open(purpose: string, sealed: string): string {
      const bytes = Buffer.from(sealed, 'base64')
      const decipher = createDecipheriv('aes-256-gcm', keyFor(purpose), bytes.subarray(0, 12))
      decipher.setAuthTag(bytes.subarray(12, 28))
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
    },
    /** A fingerprint that only this portal can make: it stands in the database instead of a secret. */
    mark: (purpose: string, text: string): string =>
      createHmac('sha256', keyFor(purpose)).update(text).digest('base64url'),
    /** The key itself, for a purpose that works on streams. */
    keyFor,
  }
}

/** Compares in a time that tells nothing of where two texts differ. */
export function isSameText(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** 256 bits by chance, for cookies and links. */
export const makeToken = () => randomBytes(32).toString('base64url')
