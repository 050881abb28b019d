const prefixWords = `aan af al bij d' da das de de' del della den der des di dos du 'd el het im in la
  las le les los of onder op over 's 't te ten ter tot uit uijt van vom von voor zu zum zur`
const prefixes: ReadonlySet<string> = new Set(prefixWords.split(/\s+/))

/** `van der`: nothing but words that stand before a last name. */
export const isPrefix = (text: string) => text.split(' ').every((word) => prefixes.has(word))

/**
 * Takes `van den` off `van den Berg`. Only words in lower case: a Flemish `Van den Berg` is one name
 * and is sorted under V.
 */
export function splitPrefix(familyName: string | null) {
  const words = familyName?.split(' ') ?? []
  let count = 0
  while (count < words.length - 1 && prefixes.has(words[count] ?? '')) count++
  return {
    prefix: count > 0 ? words.slice(0, count).join(' ') : null,
    lastName: familyName === null ? null : words.slice(count).join(' '),
  }
}
