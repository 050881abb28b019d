/** Names as people of one origin give them; made up by hand, nobody's list. */
export type NameSet = {
  readonly girls: readonly string[]
  readonly boys: readonly string[]
  readonly women: readonly string[]
  readonly men: readonly string[]
  /** `van den|Berg`: prefix and name. */
  readonly families: readonly string[]
  /** How a daughter bears the name; the same for most. */
  readonly feminine?: (family: string) => string
  /** BCP 47 codes spoken at home, besides the country's own language. */
  readonly languages: readonly string[]
}

/** A list written as one line of text: words, or parts between commas. */
export function listed(text: string) {
  return text
    .split(text.includes(',') ? ',' : ' ')
    .map((name) => name.trim())
    .filter(Boolean)
}
