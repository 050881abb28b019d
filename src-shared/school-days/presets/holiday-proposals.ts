import type { SchoolYear } from '#shared/groups/group.ts'
import { addDays, Day } from '#shared/platform/day.ts'
import type { Language } from '#shared/platform/language.ts'
import { mondayOf, weekdayOf } from '#shared/school-days/day-number.ts'
import type { Doubt, HolidayProposal, HolidayRegion } from '#shared/school-days/holiday-proposal.ts'
import { publicHolidays, schoolHolidays } from './open-holidays.ts'

export type Proposed = Omit<HolidayProposal, 'known'>

/** The holidays of a region with a day in a school year, by their first day. */
export function proposedFor(
  region: HolidayRegion,
  { startsOn, endsOn }: Pick<SchoolYear, 'startsOn' | 'endsOn'>,
  language: Language,
): readonly Proposed[] {
  const isEnglish = language === 'en'
  const all = [
    ...ofSchools(region, isEnglish),
    ...ofCountry(region, isEnglish),
    ...(region.startsWith('SE') ? usualInSweden(region, startsOn, isEnglish) : []),
  ]
  return all
    .filter((each) => each.startsOn <= endsOn && each.endsOn >= startsOn)
    .toSorted((a, b) => (`${a.startsOn}${a.key}` < `${b.startsOn}${b.key}` ? -1 : 1))
}

/** The last day of which the data know the school holidays; Sweden has none. */
export function knownUntil(region: HolidayRegion): Day | null {
  return ofSchools(region, false).at(-1)?.endsOn ?? null
}

/** No holiday but the summer's is longer; in days, both weekends included. */
const longest = 17
const longestSummer = 66

function ofSchools(region: HolidayRegion, isEnglish: boolean): readonly Proposed[] {
  const [country = '', part = ''] = region.split('-')
  return schoolHolidays.flatMap((line) => {
    const [code, parts = '', from = '', until = '', own = '', english = ''] = line.split('|')
    if (code !== country || !parts.split(',').includes(part)) return []
    const startsOn = Day.parse(from)
    const endsOn = Day.parse(until)
    const most = own === 'Zomervakantie' ? longestSummer : longest
    const isTooLong = addDays(startsOn, most) < endsOn
    return [
      {
        // Without the region: a school that chose another one gets its days, and not a second holiday.
        key: `${country} ${own} ${schoolYearOf(startsOn)}`,
        kind: 'holiday' as const,
        name: isEnglish ? english : own,
        startsOn,
        endsOn,
        doubt: isTooLong ? 'too-long' : null,
      },
    ]
  })
}

const schoolYearOf = (day: Day) => Number(day.slice(0, 4)) - (day.slice(5, 7) < '08' ? 1 : 0)

/** In the Netherlands a school may teach on these (domain.md 3.4). */
const notEverywhere = /^(Goede vrijdag|Bevrijdingsdag)$/i

/** On weekdays only: on others there is no school anyhow. */
function ofCountry(region: HolidayRegion, isEnglish: boolean): readonly Proposed[] {
  const country = region.slice(0, 2)
  return publicHolidays.flatMap((line) => {
    const [code, year = '', ...days] = line.split('|')
    if (code !== country) return []
    return days.flatMap((cells) => {
      const [date = '', own = '', english = ''] = cells.split('=')
      const day = Day.parse(`${year}-${date}`)
      if (weekdayOf(day) > 4) return []
      const doubt: Doubt | null = notEverywhere.test(own) ? 'not-everywhere' : null
      const key = `${country} ${own} ${year}`
      const name = isEnglish ? english : own
      return [{ key, kind: 'public-holiday' as const, name, startsOn: day, endsOn: day, doubt }]
    })
  })
}

/**
 * What most Swedish municipalities do: autumn in week 44, sports in a week by region, Easter in the
 * week of Good Friday. Only usual, so each is proposed with doubt; Christmas differs too much.
 */
function usualInSweden(
  region: HolidayRegion,
  startsOn: Day,
  isEnglish: boolean,
): readonly Proposed[] {
  const autumnYear = Number(startsOn.slice(0, 4))
  const springYear = autumnYear + 1
  const sports = Number(region.slice(3))
  const goodFriday = dayOfCountry('SE', 'Långfredagen', springYear)
  const weeks: readonly (readonly [string, string, Day | null])[] = [
    ['Höstlov', 'Autumn break', mondayOfWeek(autumnYear, 44)],
    ['Sportlov', 'Sports break', mondayOfWeek(springYear, sports)],
    ['Påsklov', 'Easter break', goodFriday && mondayOf(goodFriday)],
  ]
  return weeks.flatMap(([own, english, monday]) =>
    monday
      ? [
          {
            key: `SE ${own} ${autumnYear}`,
            kind: 'holiday' as const,
            name: isEnglish ? english : own,
            startsOn: monday,
            endsOn: addDays(monday, 4),
            doubt: 'usual' as const,
          },
        ]
      : [],
  )
}

/** Monday of an ISO week: week 1 is the one that holds 4 January. */
function mondayOfWeek(year: number, week: number): Day {
  return addDays(mondayOf(Day.parse(`${year}-01-04`)), (week - 1) * 7)
}

function dayOfCountry(country: string, name: string, year: number): Day | null {
  const line = publicHolidays.find((each) => each.startsWith(`${country}|${year}|`))
  const found = line?.split('|').find((cells) => cells.split('=')[1] === name)
  return found ? Day.parse(`${year}-${found.slice(0, 5)}`) : null
}
