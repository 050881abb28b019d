import { foldText } from '#shared/platform/fold-text.ts'

/** Languages of families that a Dutch, Flemish or Swedish school meets (ISO 639). */
const languageCodes =
  'nl fr de en sv fy li es it pt pl ro bg hu cs sk hr sr bs sq el tr ar fa ps ku ur hi pa bn ta ne si so am ti sw rw ln zh yue ja ko vi th id ms tl uk ru be ka hy az kk uz mn he yi da nb nn no fi et lv lt is ga rom pap srn ber zgh kab ckb kmr prs mk sl mt ca eu gl af rif ha yo ig wo ff mg my km lo'

/** Countries people live in near such a school, and those whose codes they may write anyway. */
const countryCodes = 'NL BE SE DE FR LU GB NO DK FI ES IT PT PL AT CH IE'

const names = {
  language: indexOf('language', languageCodes),
  region: indexOf('region', countryCodes),
}

/** BCP 47 code of a language by its code or its name: `pl`, `Pools`, `polska`, `Polish`. */
export const languageCode = (text: string) => names.language().get(foldText(text.trim())) ?? null

/** ISO 3166 code of a country by its code or its name: `BE`, `België`. */
export const countryCode = (text: string) => names.region().get(foldText(text.trim())) ?? null

function indexOf(type: 'language' | 'region', list: string) {
  let index: ReadonlyMap<string, string> | null = null
  return () => {
    index ??= new Map([...entriesOf(type, list.split(' '))])
    return index
  }
}

function* entriesOf(type: 'language' | 'region', codes: readonly string[]) {
  for (const locale of ['nl', 'sv', 'en']) {
    const display = new Intl.DisplayNames(locale, { type, fallback: 'none' })
    for (const code of codes) {
      yield [foldText(code), code] as const
      const name = display.of(code)
      if (name) yield [foldText(name), code] as const
    }
  }
}
