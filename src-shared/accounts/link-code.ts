/**
 * The code on a letter that ties a guardian's account to one child: `7KQP-WX3M-9TRD-HF2A`. Signs
 * that look alike on paper (0 O, 1 I L) are not among them; case, spaces and hyphens do not count.
 * Fifteen drawn signs are 74 bits, so that nobody guesses one; the sixteenth tells a slip of the pen.
 */
export const codeSigns = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

const drawnSigns = 15
const base = codeSigns.length

/** Makes a code; `draw(n)` gives a whole number below `n` by chance that nobody can foretell. */
export function makeLinkCode(draw: (below: number) => number): string {
  const drawn = Array.from({ length: drawnSigns }, () => codeSigns.charAt(draw(base))).join('')
  return showLinkCode(drawn + checkSign(drawn))
}

/** The code as both sides hash it, or null when it cannot be one. */
export function readLinkCode(typed: string): string | null {
  const signs = typed.toUpperCase().replace(/[\s\-–—._]/g, '')
  const isCode =
    signs.length === drawnSigns + 1 && [...signs].every((sign) => codeSigns.includes(sign))
  return isCode && checkSign(signs.slice(0, drawnSigns)) === signs.at(-1) ? signs : null
}

export const showLinkCode = (signs: string) => signs.match(/.{4}/g)?.join('-') ?? signs

/** What is hashed with SHA-256, by the desk that made the code and by the portal that is given it. */
export const linkCodeText = (schoolId: string, signs: string) =>
  `balie link code ${schoolId} ${signs}`

/** The number of signs is prime, so one wrong sign and two swapped ones both change the check. */
function checkSign(signs: string) {
  const sum = [...signs].reduce(
    (total, sign, place) => total + codeSigns.indexOf(sign) * (place + 2),
    0,
  )
  return codeSigns.charAt(sum % base)
}
