import { useMemo } from 'react'
import { askWords } from '#shared/change-requests/messages/ask-words.ts'
import { useFormats } from '../platform/formats.ts'
import { useLocale } from '../platform/language.tsx'

/** What is asked, in the words of this window. */
export function useAskWords() {
  const { language } = useLocale()
  const { partialDay, phone } = useFormats()
  return useMemo(
    () => askWords(language, { day: partialDay, phone }),
    [language, partialDay, phone],
  )
}
