import { createContext, type ReactNode, useContext, useMemo } from 'react'
import type { Country, Language } from '#shared/platform/language.ts'
import { type Messages, speak } from '#shared/platform/messages.ts'

/** The words follow the language; law, sorting and phone numbers follow the country. */
export type Locale = {
  readonly language: Language
  readonly country: Country
  readonly timeZone: string
}

const LocaleContext = createContext<Locale>({
  language: 'nl',
  country: 'nl',
  timeZone: 'Europe/Amsterdam',
})

export function LocaleProvider({ children, ...locale }: Locale & { children: ReactNode }) {
  const { language, country, timeZone } = locale
  const value = useMemo(() => ({ language, country, timeZone }), [language, country, timeZone])
  return <LocaleContext value={value}>{children}</LocaleContext>
}

export const useLocale = () => useContext(LocaleContext)

/** A feature's words in the language of this window: `say('saved', { name })`. */
export function useSay<const T extends Readonly<Record<string, string>>>(messages: Messages<T>) {
  const { language } = useLocale()
  return useMemo(() => speak(messages, language), [messages, language])
}
