import i18next, { type i18n } from 'i18next'
import { type Language, languages } from './language.ts'

type Texts = Readonly<Record<string, string>>

/** Removes i18next's plural ending, so that `count_one` and `count_other` are asked for as `count`. */
type KeyOf<T extends Texts> = keyof T extends infer K
  ? K extends `${infer Stem}_one` | `${infer Stem}_other`
    ? Stem
    : K extends string
      ? K
      : never
  : never

export type Gaps = Readonly<Record<string, string | number>>

export type Messages<T extends Texts = Texts> = {
  readonly feature: string
  readonly texts: Readonly<Record<Language, Partial<Readonly<Record<keyof T, string>>>>>
  readonly nl: T
}

/** A feature's words in every language; a key missing in `sv` or `en` does not compile. */
export function defineMessages<const T extends Texts>(
  feature: string,
  nl: T,
  other: {
    readonly 'nl-BE': Partial<Readonly<Record<keyof T, string>>>
    readonly sv: Readonly<Record<keyof T, string>>
    readonly en: Readonly<Record<keyof T, string>>
  },
): Messages<T> {
  return { feature, nl, texts: { nl, ...other } }
}

const translators = new Map<Language, i18n>()
const known = new Set<Messages>()

/** Gives the words of one feature in one language: `say('saved', { name })`. */
export function speak<const T extends Texts>(messages: Messages<T>, language: Language) {
  const translator = translators.get(language) ?? createTranslator(language)
  translators.set(language, translator)
  if (!known.has(messages)) {
    known.add(messages)
    for (const each of translators.values()) add(each, messages)
  }
  // i18next's own types want to know every text at once; ours know the keys of one feature.
  const translate = translator.getFixedT(language, messages.feature) as unknown as (
    key: string,
    gaps: Gaps,
  ) => string
  return (key: KeyOf<T>, gaps?: Gaps): string => translate(key, gaps ?? {})
}

export type Say<M> = M extends Messages<infer T> ? (key: KeyOf<T>, gaps?: Gaps) => string : never

/** The keys of a feature's words, for `satisfies Record<Refusal, …>` and typed look-ups. */
export type MessageKey<M> = M extends Messages<infer T> ? KeyOf<T> : never

function createTranslator(language: Language): i18n {
  const instance = i18next.createInstance()
  void instance.init({
    lng: language,
    fallbackLng: { 'nl-BE': ['nl'], default: ['en'] },
    // Keys such as 'pupil.not-found' hold dots, and texts hold colons.
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    returnEmptyString: false,
    // React and the print templates escape; escaping twice would show `&amp;`.
    interpolation: { escapeValue: false },
    resources: {},
  })
  for (const messages of known) add(instance, messages)
  return instance
}

function add(instance: i18n, { feature, texts }: Messages) {
  for (const language of languages) {
    instance.addResourceBundle(language, feature, texts[language], true, true)
  }
}
