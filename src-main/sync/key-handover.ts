import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, randomInt } from 'node:crypto'

/** Without 0, O, 1, I and L, which people confuse, as in the portal's half of the code. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
/** The half that the portal knows; the rest is 79 bits that go from screen to screen alone. */
const portalSigns = 12
const secretSigns = 16

const plain = (code: string) => code.replace(/[^A-Za-z0-9]/g, '').toUpperCase()
const inGroups = (signs: string) => signs.replace(/(.{4})(?=.)/g, '$1-')

const wrapping = (secret: string, schoolId: string) =>
  Buffer.from(hkdfSync('sha256', plain(secret), schoolId, 'balie school key', 32))

/** The half of a code that the portal must not know. */
export const makeSecret = () =>
  Array.from({ length: secretSigns }, () => alphabet[randomInt(alphabet.length)]).join('')

/** One code to type, in groups of four. */
export const wholeCode = (portalCode: string, secret: string) =>
  inGroups(plain(portalCode) + secret)

/** What is sent to the portal, and what stays: null when the code hands no key over. */
export function splitCode(code: string) {
  const signs = plain(code)
  const isWhole = signs.length === portalSigns + secretSigns
  return isWhole
    ? { portalCode: inGroups(signs.slice(0, portalSigns)), secret: signs.slice(portalSigns) }
    : { portalCode: code.trim(), secret: null }
}

type Closing = { readonly secret: string; readonly schoolId: string }

/** The school's key as it may pass through the portal. */
export function closeKey(schoolKey: string, { secret, schoolId }: Closing): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', wrapping(secret, schoolId), nonce)
  const text = Buffer.concat([cipher.update(schoolKey, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64url')
}

/** Null when it was closed with another code, or for another school. */
export function openKey(closed: string, { secret, schoolId }: Closing): string | null {
  const bytes = Buffer.from(closed, 'base64url')
  try {
    const decipher = createDecipheriv(
      'aes-256-gcm',
      wrapping(secret, schoolId),
      bytes.subarray(0, 12),
    ).setAuthTag(bytes.subarray(12, 28))
    return decipher.update(bytes.subarray(28), undefined, 'utf8') + decipher.final('utf8')
  } catch {
    return null
  }
}
