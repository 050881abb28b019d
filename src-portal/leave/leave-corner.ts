import { leavePagesWords } from '#shared/leave/words/pages-words.ts'
import type { Language } from '#shared/platform/language.ts'
import { speak } from '#shared/platform/messages.ts'

/** The way to leave, on the page of all children: one request is for brothers and sisters. */
export const leaveCorner = {
  path: (linkId: string | null) => (linkId === null ? '/leave' : null),
  title: (language: Language) => speak(leavePagesWords, language)('title'),
  lead: (language: Language) => speak(leavePagesWords, language)('lead'),
}
