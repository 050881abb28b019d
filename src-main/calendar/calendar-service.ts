import type { CalendarContract } from '#shared/calendar/calendar-contract.ts'
import type { Service } from '../platform/database.ts'
import { calendarFile } from './calendar-file.ts'
import { listFeeds, makeFeed, withdrawFeed } from './feeds.ts'
import { listOccurrences } from './list-occurrences.ts'
import { calendarPaper } from './paper/calendar-paper.ts'
import { removeEvent, saveEvent, showEvent } from './save-events.ts'

/** The school's appointments, on screen, on paper, in files and at addresses of their own. */
export const calendarService: Service<CalendarContract> = {
  list: listOccurrences,
  save: saveEvent,
  show: showEvent,
  remove: removeEvent,
  file: calendarFile,
  paper: calendarPaper,
  feeds: listFeeds,
  makeFeed,
  withdrawFeed,
}
