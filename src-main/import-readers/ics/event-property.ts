import ICAL from 'ical.js'
import type { ContentLine } from '../content-lines.ts'

/** A property of an event; times, rules and durations are still the text of the file. */
export type EventProperty = {
  readonly name: string
  readonly line: number
  readonly text: string
  readonly tzid: string | null
  /** VALUE, in upper case: `DATE`, `PERIOD`. */
  readonly type: string | null
}

/** Judged here and not by the library, which makes something of any text that should be a time. */
const asText = ['dtstart', 'dtend', 'duration', 'recurrence-id', 'rdate', 'exdate', 'rrule']
const { icalendar } = ICAL.design
const design = {
  ...icalendar,
  property: {
    ...icalendar.property,
    ...Object.fromEntries(asText.map((name) => [name, { defaultType: 'text' }])),
  },
}

/** Null: the line is no property that anybody can read. */
export function readEventProperty({ text, line }: ContentLine): EventProperty | null {
  const name = nameOf(text)
  const [, , type = null] = withType.exec(text.slice(0, 2000)) ?? []
  const plain = mended(text).replace(withType, '$1')
  try {
    const found: unknown[] = ICAL.parse.property(plain, design)
    const [, params, , ...values] = found
    const said = params && typeof params === 'object' && 'tzid' in params ? params.tzid : null
    const tzid = typeof said === 'string' && said.trim() !== '' ? said.trim() : null
    return { name, line, text: values.join(',').trim(), tzid, type: type?.toUpperCase() ?? null }
  } catch {
    return null
  }
}

/** VALUE stands before the first colon that is in no quotes, as in `TZID="Mars: North";VALUE=DATE`. */
const withType = /^((?:[^:"]|"[^"]*")*?);VALUE=([\w-]+)/i

/** The name that a line begins with, in upper case. */
export const nameOf = (text: string) => (/^\s*([\w-]+)/.exec(text)?.[1] ?? '').toUpperCase()

/** Space before the colon and a semicolon too many, which real files have. */
const mended = (text: string) =>
  text.replace(/^\s*([\w-]+)\s+(?=[;:])/, '$1').replace(/^([\w-]+)(;*)(?=[;:])/, '$1')
