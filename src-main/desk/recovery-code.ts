import { createHash, randomBytes } from 'node:crypto'

// Crockford's base 32: no I, L, O or U, so that nothing on paper can be misread.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const secretGroups = 8
const groupLength = 4

/** A new 160-bit recovery key as eight groups of four characters and a check group (security.md 3). */
export function newRecoveryCode(): string[] {
  const letters = [...randomBytes(secretGroups * groupLength)].map((byte) =>
    alphabet.charAt(byte % 32),
  )
  const groups = Array.from({ length: secretGroups }, (_, n) =>
    letters.slice(n * groupLength, (n + 1) * groupLength).join(''),
  )
  return [...groups, checkGroup(groups.join(''))]
}

/** Reads what somebody typed from the sheet; null when it is not a whole, right code. */
export function readRecoveryCode(typed: string): string | null {
  const letters = typed
    .toUpperCase()
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
    .replace(/[^0-9A-Z]/g, '')
  if (letters.length !== (secretGroups + 1) * groupLength) return null
  const secret = letters.slice(0, secretGroups * groupLength)
  return checkGroup(secret) === letters.slice(secret.length) ? secret : null
}

function checkGroup(secret: string) {
  const digest = createHash('sha256').update(`balie recovery ${secret}`).digest()
  return [...digest.subarray(0, groupLength)].map((byte) => alphabet.charAt(byte % 32)).join('')
}
