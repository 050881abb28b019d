import { findIana } from 'windows-iana'
import type { Problems } from '../problems.ts'
import type { CalendarPart } from './calendar-parts.ts'
import { nameOf } from './event-property.ts'

/**
 * The zone of times whose own zone nobody knows, and of those that name none. The three countries
 * of Balie have kept the same clock since 1980.
 */
const zoneOfSchool = 'Europe/Amsterdam'

export type ZoneReader = (tzid: string | null, line: number) => string

/**
 * IANA names for the TZIDs of a file: they are one, hold one (`/mozilla.org/2005/Europe/Berlin`),
 * are one of Outlook's, or are described in the file with the clock of a zone that is known.
 */
export function createZoneReader(
  file: string,
  zones: readonly CalendarPart[],
  problems: Problems,
): ZoneReader {
  const described = new Map(zones.map((zone) => [valueIn(zone, 'TZID'), zone]))
  const known = new Map<string, string>()
  return (tzid, line) => {
    if (tzid === null) return zoneOfSchool
    const name = known.get(tzid) ?? read(tzid, line)
    known.set(tzid, name)
    return name
  }

  function read(tzid: string, line: number): string {
    const zone = described.get(tzid)
    const found =
      asIana(tzid) ?? (zone && (asIana(valueIn(zone, 'X-LIC-LOCATION')) ?? byClock(zone)))
    if (found) return found
    problems.warn('time-zone-unknown', { file, line, field: 'TZID', value: tzid })
    return zoneOfSchool
  }
}

function asIana(text: string): string | null {
  const plain = text.replace(/^"|"$/g, '').replace(/^tzone:\/\/Microsoft\//i, '')
  const parts = plain.split('/').filter(Boolean)
  const tails = [parts.join('/'), parts.slice(-3).join('/'), parts.slice(-2).join('/')]
  const [windows] = findIana(plain)
  return tails.map(knownName).find((name) => name !== null) ?? windows ?? null
}

const names = new Map(
  [...Intl.supportedValuesOf('timeZone'), 'UTC'].map((name) => [name.toLowerCase(), name]),
)

/** Old names such as `Asia/Calcutta` count too, in the case of the list where it has them. */
function knownName(text: string): string | null {
  const listed = names.get(text.toLowerCase())
  if (listed) return listed
  if (!/^[A-Za-z]+(\/[\w+-]+)*$/.test(text)) return null
  try {
    new Intl.DateTimeFormat('en', { timeZone: text })
    return text
  } catch {
    return null
  }
}

/** Winter and summer clock of zones that put it forward on the last Sunday of March. */
const clocks: Readonly<Record<string, string>> = {
  '+0000 +0100': 'Europe/London',
  '+0100 +0200': zoneOfSchool,
  '+0200 +0300': 'Europe/Helsinki',
}

/** By what the file says of the zone: its two clocks as Europe has them, or one that never changes. */
function byClock(zone: CalendarPart): string | null {
  const offsets = valuesIn(zone, 'TZOFFSETTO')
  const [lower, upper, third] = [...new Set(offsets)].sort()
  if (!lower || third) return null
  if (upper) {
    const isEuropean = valuesIn(zone, 'RRULE').some(
      (rule) => /BYDAY=-1SU/i.test(rule) && /BYMONTH=3(;|$)/i.test(rule),
    )
    return (isEuropean && clocks[`${lower} ${upper}`]) || null
  }
  const [, sign, hours = ''] = /^([+-])(\d\d)00$/.exec(lower) ?? []
  // The names of these zones count the other way round.
  return sign ? knownName(`Etc/GMT${sign === '+' ? '-' : '+'}${Number(hours)}`) : null
}

const valuesIn = ({ lines }: CalendarPart, name: string) =>
  lines
    .filter(({ text }) => nameOf(text) === name)
    .map(({ text }) => text.slice(text.indexOf(':') + 1).trim())

const valueIn = (zone: CalendarPart, name: string) => valuesIn(zone, name)[0] ?? ''
