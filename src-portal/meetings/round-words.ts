import { guardianMeetingMessages } from '#shared/meetings/guardian-messages.ts'
import { placeOf } from '#shared/meetings/talk.ts'
import { clockOf } from '#shared/meetings/times.ts'
import type { Language } from '#shared/platform/language.ts'
import { speak } from '#shared/platform/messages.ts'
import type { OwnRound } from './own-rounds.ts'

/** `maandag 30 november`. */
export function dayName(day: string, language: Language) {
  return new Intl.DateTimeFormat(language === 'nl-BE' ? 'nl-BE' : language, {
    timeZone: 'UTC',
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  }).format(new Date(`${day}T00:00:00Z`))
}

/** `maandag 30 november, 16:10–16:20 uur`, or that there is no time yet. */
export function whenOf(
  { sheet }: Pick<OwnRound, 'sheet'>,
  { place, minutes }: { readonly place: string | null; readonly minutes: number },
  language: Language,
) {
  const say = speak(guardianMeetingMessages, language)
  const at = placeOf(place)
  const day = sheet.days.find(({ id }) => id === at?.dayId)
  if (!at || !day) return say('no-place')
  const from = clockOf(at.from)
  return say('at', { day: dayName(day.day, language), from, until: clockOf(at.from + minutes) })
}
