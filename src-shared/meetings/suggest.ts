import { freePlaces, type RoundSheet, whyNotAt } from './places.ts'
import { type MeetingTalk, placeText, type TalkPlace } from './talk.ts'

/** One visit: a place for each talk of a family, in the order of time. */
export type Visit = {
  readonly places: readonly { readonly talkId: string; readonly place: TalkPlace }[]
  /** Minutes between the talks, walking too. */
  readonly waitMinutes: number
}

/** More talks than this are booked one by one: every order of them is tried. */
const mostTalks = 4

/**
 * Visits in which all talks of a family follow each other, those with the least waiting first and
 * no two that begin alike; `count` at most.
 */
export function suggestVisits(
  sheet: RoundSheet,
  talks: readonly MeetingTalk[],
  count: number,
): readonly Visit[] {
  if (talks.length < 2 || talks.length > mostTalks) return []
  const loose = { ...sheet, talks: sheet.talks.filter((each) => !talks.includes(each)) }
  const free = new Map(talks.map((each) => [each.id, freePlaces(loose, each)] as const))
  const visits = ordersOf(talks).flatMap(([first, ...rest]) =>
    (first ? (free.get(first.id) ?? []) : []).flatMap((place) => {
      if (!first) return []
      const visit = follow(loose, [{ talk: first, place }], rest, free)
      return visit ? [visit] : []
    }),
  )
  const seen = new Set<string>()
  return visits
    .toSorted((a, b) => a.waitMinutes - b.waitMinutes || startOf(a).localeCompare(startOf(b)))
    .filter((visit) => {
      const start = startOf(visit)
      return seen.has(start) ? false : seen.add(start)
    })
    .slice(0, count)
}

type Step = { readonly talk: MeetingTalk; readonly place: TalkPlace }

/** Each next talk at its first place after the one before, on the same day. */
function follow(
  sheet: RoundSheet,
  steps: readonly Step[],
  rest: readonly MeetingTalk[],
  free: ReadonlyMap<string, readonly TalkPlace[]>,
): Visit | null {
  const [next, ...later] = rest
  if (!next) return visitOf(steps)
  const last = steps.at(-1)
  const taken = steps.map(({ talk, place }) => ({ ...talk, place: placeText(place) }))
  const now = { ...sheet, talks: [...sheet.talks, ...taken] }
  const found = (free.get(next.id) ?? []).find(
    (place) =>
      last !== undefined &&
      place.dayId === last.place.dayId &&
      place.from >= last.place.from + last.talk.minutes &&
      whyNotAt(now, next, place) === null,
  )
  return found ? follow(sheet, [...steps, { talk: next, place: found }], later, free) : null
}

function visitOf(steps: readonly Step[]): Visit {
  const waits = steps.map(({ place }, n) => {
    const before = steps[n - 1]
    return before ? place.from - before.place.from - before.talk.minutes : 0
  })
  return {
    places: steps.map(({ talk, place }) => ({ talkId: talk.id, place })),
    waitMinutes: waits.reduce((sum, each) => sum + each, 0),
  }
}

/** Sorts by day row and time; the number has a fixed width. */
function startOf({ places: [first] }: Visit) {
  return first ? `${first.place.dayId} ${String(first.place.from).padStart(4, '0')}` : ''
}

function ordersOf<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  if (items.length <= 1) return [items]
  return items.flatMap((item, at) =>
    ordersOf(items.filter((_, n) => n !== at)).map((rest) => [item, ...rest]),
  )
}
