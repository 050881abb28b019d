import { guardianMeetingMessages } from '#shared/meetings/guardian-messages.ts'
import type { Language } from '#shared/platform/language.ts'
import { speak } from '#shared/platform/messages.ts'

/** The way to the meetings, on the page of all children: a round is about a family. */
export const meetingsCorner = {
  path: (linkId: string | null) => (linkId === null ? '/meetings' : null),
  title: (language: Language) => speak(guardianMeetingMessages, language)('title'),
  lead: (language: Language) => speak(guardianMeetingMessages, language)('lead'),
}
