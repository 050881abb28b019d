import { useMemo } from 'react'
import { useFormats } from '../platform/formats.ts'
import { useLocale } from '../platform/language.tsx'

/** Spoken in the homes of Dutch, Flemish and Swedish pupils. */
const codes = (
  'nl fy fr de en sv fi da nb is pl uk ru ro bg hu cs sk sl hr sr bs sq mk el it es pt ca ' +
  'tr az ku ckb ar zgh rif fa ps prs ur hi pa bn ta ti am so om sw ln wo yo ig ha ' +
  'zh vi th tl id ms ja ko ne hy ka he yi pap srn et lv lt se rom'
).split(' ')

/** Languages by name; what is on record but not in the list is offered too. */
export function useLanguageOptions(present: readonly string[]) {
  const { language } = useLocale()
  const { compare } = useFormats()
  const unknown = present.filter((code) => !codes.includes(code)).join()
  return useMemo(() => {
    const names = new Intl.DisplayNames(language, { type: 'language', fallback: 'code' })
    return [...codes, ...unknown.split(',').filter(Boolean)]
      .map((value) => ({ value, label: nameOf(names, value) }))
      .sort((a, b) => compare(a.label, b.label))
  }, [language, compare, unknown])
}

/** Imports bring what other systems wrote: that need not be a code at all. */
function nameOf(names: Intl.DisplayNames, code: string) {
  try {
    return names.of(code) ?? code
  } catch {
    return code
  }
}
