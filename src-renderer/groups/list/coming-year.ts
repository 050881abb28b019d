import type { SchoolYear, SchoolYearFields } from '#shared/groups/group.ts'
import { addDays, Day } from '#shared/platform/day.ts'
import type { Country } from '#shared/platform/language.ts'

/** When a school year usually begins and ends; holidays and regions move it, so it can be changed. */
const usual: Record<Country, { readonly from: string; readonly until: string }> = {
  nl: { from: '08-01', until: '07-31' },
  be: { from: '09-01', until: '08-31' },
  se: { from: '07-01', until: '06-30' },
}

/** The year after the last one, or the one that runs now when there is none yet. */
export function comingYear(
  years: readonly SchoolYear[],
  country: Country,
  today: Day,
): SchoolYearFields {
  const last = years.toSorted((a, b) => a.startsOn.localeCompare(b.startsOn)).at(-1)
  const { from, until } = usual[country]
  const start = last ? startAfter(last, from) : startBefore(today, from)
  const first = Number(start.slice(0, 4))
  // Years may never share a day, so the new one begins where the last one ended.
  const startsOn = last && start <= last.endsOn ? addDays(last.endsOn, 1) : start
  return {
    name: country === 'se' ? `${first}/${first + 1}` : `${first}-${first + 1}`,
    startsOn,
    endsOn: Day.parse(`${first + 1}-${until}`),
  }
}

function startAfter({ startsOn }: SchoolYear, from: string) {
  return Day.parse(`${Number(startsOn.slice(0, 4)) + 1}-${from}`)
}

function startBefore(today: Day, from: string) {
  const year = Number(today.slice(0, 4))
  return Day.parse(today.slice(5) >= from ? `${year}-${from}` : `${year - 1}-${from}`)
}
