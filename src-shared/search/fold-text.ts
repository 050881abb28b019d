/** Text as people type it in a hurry: no case, no accents, ı and i alike, ß as ss, ĳ as ij. */
export function foldText(text: string) {
  const lower = text.toLowerCase()
  // Most names are plain letters, and lists fold thousands of them at a time.
  if (isPlain.test(lower)) return lower
  return lower
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
}

const isPlain = /^[\n -~]*$/

/** The words of a search, folded; all of them must be found. */
export function searchWords(text: string) {
  return foldText(text).split(/\s+/).filter(Boolean)
}

/** The digits of a phone number as people remember them: `+31 6-1234` and `06 1234` share their tail. */
export function digitsOf(text: string) {
  return text.replace(/\D/g, '')
}
