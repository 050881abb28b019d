import { type ContentLine, markOf, readContentLines } from '../content-lines.ts'
import { decodeText } from '../decode-text.ts'
import type { Problems } from '../problems.ts'
import type { SourceFile } from '../source-file.ts'

/** A component of a calendar with its own lines; for a time zone those of what is inside it too. */
export type CalendarPart = { readonly line: number; readonly lines: readonly ContentLine[] }

export type CalendarParts = {
  readonly file: string
  readonly version: string
  readonly events: readonly CalendarPart[]
  readonly zones: readonly CalendarPart[]
}

type Open = { readonly name: string; readonly line: number; readonly lines: ContentLine[] }

/** Takes a file apart, several calendars in one file included. What is no event is told once. */
export function readCalendarParts(file: SourceFile, problems: Problems): CalendarParts {
  const where = { file: file.name }
  const lines = readContentLines(file.name, decodeText(file, problems), problems)
  const events: CalendarPart[] = []
  const zones: CalendarPart[] = []
  let version = '2.0'
  /** The component that is read now, and what is nested in it. */
  let open: readonly Open[] = []

  for (const each of lines) {
    const mark = markOf(each)
    const [outer] = open
    // Where an event was not closed, the next one or the calendar around it ends it.
    if (mark?.name === 'VCALENDAR') cutOff()
    else if (mark?.kind === 'BEGIN') begin(mark.name, each.line)
    else if (mark) end(mark.name)
    else if (outer && (open.length === 1 || outer.name === 'VTIMEZONE')) outer.lines.push(each)
    else if (!outer) version = /^VERSION:\s*(\d+\.\d+)\s*$/i.exec(each.text)?.[1] ?? version
  }
  cutOff()
  return { file: file.name, version, events, zones }

  function begin(name: string, line: number) {
    if (name === 'VEVENT') cutOff()
    open = [...open.slice(0, 20), { name, line, lines: [] }]
    const isRead = /^(VEVENT|VTIMEZONE|STANDARD|DAYLIGHT)$/.test(name)
    if (!isRead) problems.warnOnce('extra-skipped', { ...where, line, field: name })
  }

  function end(name: string) {
    if (open.length > 1 && open[0]?.name !== name) open = open.slice(0, -1)
    else close()
  }

  function cutOff() {
    const [outer] = open
    if (!outer) return
    const { line, name } = outer
    problems.warn('element-missing', { ...where, line, field: `END:${name}` })
    close()
  }

  function close() {
    const [outer] = open
    if (outer?.name === 'VEVENT') events.push(outer)
    if (outer?.name === 'VTIMEZONE') zones.push(outer)
    open = []
  }
}
