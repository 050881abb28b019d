import type { Day } from '#shared/platform/day.ts'
import { foldText } from '#shared/platform/fold-text.ts'
import { type DateOrder, parseTypedDate } from '#shared/platform/parse-typed-date.ts'
import type { ExceptionKind } from '#shared/school-days/day-exception.ts'
import type { Clock } from '#shared/school-days/day-hours.ts'
import { parseTypedClock } from '#shared/school-days/parse-typed-clock.ts'

/** What a line such as `studiedag 12-3 4A` says. */
export type QuickLine = {
  /** Days off of this kind when the line begins with its word; else an appointment. */
  readonly kind: ExceptionKind | null
  readonly title: string
  readonly startsOn: Day
  readonly endsOn: Day
  readonly startsAt: Clock | null
  readonly endsAt: Clock | null
  /** Groups that are named; null for the whole school. */
  readonly groupIds: readonly string[] | null
  readonly isForStaff: boolean
}

type Rules = {
  readonly order: DateOrder
  readonly today: Day
  /** A day without a year lies in this school year. */
  readonly year: { readonly startsOn: Day; readonly endsOn: Day }
  readonly groups: readonly { readonly id: string; readonly name: string }[]
  /** The words of the reader for kinds of days off. */
  readonly kinds: readonly { readonly kind: ExceptionKind; readonly word: string }[]
}

/** Reads a line as it is typed; null without a day or without words for what it is. */
export function readQuickLine(line: string, rules: Rules): QuickLine | null {
  const words = line.trim().split(/\s+/).filter(Boolean)
  const first = takeDay(words, rules)
  if (!first) return null
  const second = takeDay(first.rest, rules)
  const times = takeTimes((second ?? first).rest)
  const named = takeGroups(times.rest, rules)
  const team = named.rest.filter((word) => !staffWords.has(foldText(word)))
  const title = team.join(' ').replace(wholeSchool, ' ').replace(/\s+/g, ' ').trim()
  if (!title) return null
  const [startsOn, endsOn] = [first.day, second?.day ?? first.day].toSorted()
  const kind = rules.kinds.find(({ word }) => foldText(title).startsWith(foldText(word)))?.kind
  return {
    kind: kind ?? null,
    title: `${title.slice(0, 1).toUpperCase()}${title.slice(1)}`,
    startsOn: startsOn ?? first.day,
    endsOn: endsOn ?? first.day,
    startsAt: times.startsAt,
    endsAt: times.endsAt,
    groupIds: named.groupIds.length > 0 ? named.groupIds : null,
    isForStaff: team.length < named.rest.length,
  }
}

const wholeSchool =
  /\b(voor )?(heel de|de hele|hele) school\b|\b(för )?hela skolan\b|\b(for )?(the )?whole school\b/gi
const staffWords = new Set(['team', 'personal', 'personalen', 'staff', 'personeel'])
const between = new Set(['-', '–', 't/m', 'tot', 'till', 'until', 'to'])

/** The first words with a digit in them that are a day, longest first: `12 maart 2027`, `12-3`. */
function takeDay(words: readonly string[], rules: Rules) {
  for (const [at] of words.entries()) {
    for (const length of [3, 2, 1]) {
      const text = words.slice(at, at + length).join(' ')
      // Words alone are too easily taken for a day: `to` is Thursday in Swedish.
      if (at + length > words.length || !/^\d/.test(text) || isTimes(text)) continue
      const day = dayInYear(text, rules)
      if (!day) continue
      const rest = [...words.slice(0, at), ...words.slice(at + length)]
      return { day, rest: rest.filter((word) => !between.has(word)) }
    }
  }
  return null
}

/** `12-3` and `12 maart` lie in the school year; a day with its year lies where it says. */
function dayInYear(text: string, { order, today, year }: Rules): Day | null {
  for (const number of [year.startsOn.slice(0, 4), year.endsOn.slice(0, 4)]) {
    const typed =
      order === 'ymd' && /^\d+-\d+$/.test(text) ? `${number}-${text}` : `${text} ${number}`
    const dashed = order === 'dmy' && /^\d+[-/.]\d+$/.test(text) ? `${text}-${number}` : typed
    const day = parseTypedDate(dashed, { order, today })
    if (day && year.startsOn <= day && day <= year.endsOn) return day
  }
  return parseTypedDate(text, { order, today })
}

const isTimes = (text: string) => /^\d{1,2}[:.u]\d{2}([-–]\d{1,2}[:.u]\d{2})?$/.test(text)

/** `8:30-12:00`; one time alone has no end and is left among the words. */
function takeTimes(words: readonly string[]) {
  const at = words.findIndex((word) => /[-–]/.test(word) && isTimes(word))
  const [from, until] = (words[at] ?? '').split(/[-–]/).map(parseTypedClock)
  if (!from || !until || until <= from) return { startsAt: null, endsAt: null, rest: words }
  return { startsAt: from, endsAt: until, rest: words.toSpliced(at, 1) }
}

function takeGroups(words: readonly string[], { groups }: Rules) {
  const byName = new Map(groups.map(({ id, name }) => [foldText(name), id]))
  const groupIds = words.flatMap((word) => byName.get(foldText(word)) ?? [])
  return { groupIds, rest: words.filter((word) => !byName.has(foldText(word))) }
}
