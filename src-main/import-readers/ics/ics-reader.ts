import { peek } from '../decode-text.ts'
import type { Reader } from '../readers.ts'
import type { SourceFile } from '../source-file.ts'

/**
 * iCalendar (RFC 5545), as school calendars and holiday feeds write it: events, and nothing else.
 * What reads it is loaded when it is needed, since its libraries hold up every other format.
 */
export const icsReader: Reader = {
  format: 'ics',
  recognises: (files) => files.some(isCalendar),
  async read(files, problems) {
    for (const file of files) {
      if (!isCalendar(file)) problems.warnOnce('file-not-listed', { file: file.name })
    }
    const { readCalendars } = await import('./calendar-source.ts')
    return readCalendars(files.filter(isCalendar), problems)
  },
}

const isCalendar = (file: SourceFile) =>
  /^\s*BEGIN[ \t]*:[ \t]*(VCALENDAR|VEVENT|VTODO|VTIMEZONE)\s/i.test(peek(file).slice(0, 2000))
