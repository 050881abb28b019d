/** Text as people type it in a hurry: no case, no accents, ı and i alike, ß as ss, ĳ as ij. */
export function foldText(text: string) {
  // Most letters are plain, and lists fold thousands of names at a time.
  return text.toLowerCase().replace(unusual, foldUnusual)
}

const unusual = /[^\n -~]+/g
const folded = new Map<string, string>()

function foldUnusual(letters: string) {
  const known = folded.get(letters)
  if (known !== undefined) return known
  const plain = letters
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'ae')
    .replaceAll('œ', 'oe')
    .replaceAll('ł', 'l')
    .replaceAll('đ', 'd')
    .replaceAll('ð', 'd')
    .replaceAll('þ', 'th')
    .replaceAll('ı', 'i')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll('’', "'")
  // Names in another script are one long run each: those would fill the memory without use.
  if (letters.length <= 2) folded.set(letters, plain)
  return plain
}

/** The words of a search, folded; all of them must be found. */
export function searchWords(text: string) {
  return foldText(text).split(/\s+/).filter(Boolean)
}

/** The digits of a phone number as people remember them: `+31 6-1234` and `06 1234` share their tail. */
export function digitsOf(text: string) {
  return text.replace(/\D/g, '')
}
