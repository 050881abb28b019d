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
  const walk = createWalk(file.name, problems)
  let version = '2.0'
  for (const each of readContentLines(file.name, decodeText(file, problems), problems)) {
    const mark = markOf(each)
    // Where an event was not closed, the next one or the calendar around it ends it.
    if (mark?.name === 'VCALENDAR') walk.cutOff()
    else if (mark?.kind === 'BEGIN') walk.begin(mark.name, each.line)
    else if (mark) walk.end(mark.name)
    else if (!walk.take(each)) {
      version = /^VERSION:\s*(\d+\.\d+)\s*$/i.exec(each.text)?.[1] ?? version
    }
  }
  walk.cutOff()
  return { file: file.name, version, events: walk.events, zones: walk.zones }
}

function createWalk(file: string, problems: Problems) {
  const events: CalendarPart[] = []
  const zones: CalendarPart[] = []
  /** The component that is read now, and what is nested in it. */
  let open: readonly Open[] = []
  return { events, zones, begin, end, take, cutOff }

  function begin(name: string, line: number) {
    if (name === 'VEVENT') cutOff()
    open = [...open.slice(0, 20), { name, line, lines: [] }]
    const isRead = /^(VEVENT|VTIMEZONE|STANDARD|DAYLIGHT)$/.test(name)
    if (!isRead) problems.warnOnce('extra-skipped', { file, line, field: name })
  }

  function end(name: string) {
    if (open.length > 1 && open[0]?.name !== name) open = open.slice(0, -1)
    else close()
  }

  /** Whether the line belongs to a component, read or not. */
  function take(line: ContentLine): boolean {
    const [outer] = open
    if (outer && (open.length === 1 || outer.name === 'VTIMEZONE')) outer.lines.push(line)
    return outer !== undefined
  }

  function cutOff() {
    const [outer] = open
    if (!outer) return
    const { line, name } = outer
    problems.warn('element-missing', { file, line, field: `END:${name}` })
    close()
  }

  function close() {
    const [outer] = open
    if (outer?.name === 'VEVENT') events.push(outer)
    if (outer?.name === 'VTIMEZONE') zones.push(outer)
    open = []
  }
}
