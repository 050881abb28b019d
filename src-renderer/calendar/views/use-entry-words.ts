import { calendarMessages } from '#shared/calendar/calendar-messages.ts'
import { calendarScreenMessages } from '#shared/calendar/calendar-screen-messages.ts'
import { schoolDaysMessages } from '#shared/school-days/school-days-messages.ts'
import { useFormats } from '../../platform/formats.ts'
import { useSay } from '../../platform/language.tsx'
import type { Entry } from '../calendar-reads.ts'

/** How an entry is said: what it is, when, and what stands beside it. */
export function useEntryWords() {
  const say = useSay(calendarMessages)
  const sayScreen = useSay(calendarScreenMessages)
  const sayDay = useSay(schoolDaysMessages)
  const { weekday } = useFormats()
  const kind = (entry: Entry) =>
    entry.of === 'event' ? say(`kind.${entry.event.kind}`) : sayDay(`kind.${entry.exception.kind}`)
  return {
    kind,
    title: (entry: Entry) =>
      entry.isCancelled ? say('cancelled-title', { title: entry.title }) : entry.title,
    when: ({ startsOn, endsOn, time }: Entry) =>
      [startsOn === endsOn ? weekday(startsOn) : `${weekday(startsOn)} – ${weekday(endsOn)}`, time]
        .filter(Boolean)
        .join(' '),
    /** For whom, and whether guardians see it. */
    about: (entry: Entry): readonly string[] => {
      if (entry.of === 'days') {
        const { part, groupIds } = entry.exception
        const forGroups = groupIds ? [say('audience.groups')] : []
        return [...(part === 'all' ? [] : [sayDay(`part.${part}`)]), ...forGroups]
      }
      const { audience, isPublished, location } = entry.event
      const seen = audience === 'staff' ? [] : [sayScreen(isPublished ? 'published' : 'concept')]
      return [say(`audience.${audience}`), ...seen, ...(location ? [location] : [])]
    },
  }
}
