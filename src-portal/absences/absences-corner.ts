import { absencePagesMessages } from '#shared/absences/messages/absence-pages-messages.ts'
import type { Language } from '#shared/platform/language.ts'
import { speak } from '#shared/platform/messages.ts'

/** The door to reporting absent, on the page of all children. */
export const absencesCorner = {
  path: (linkId: string | null) => (linkId === null ? '/absences' : null),
  title: (language: Language) => speak(absencePagesMessages, language)('title'),
  lead: (language: Language) => speak(absencePagesMessages, language)('lead'),
}
