import { type Group, GroupId, SchoolYearId } from '#shared/groups/group.ts'
import { addDays, Day } from '#shared/platform/day.ts'
import type { ClassPlan, CountryProfile } from '../countries/country-profile.ts'
import type { Making } from '../making.ts'

export type SchoolClass = { readonly group: Group; readonly plan: ClassPlan }

/** The classes of two school years; places of pupils are counted in the running one. */
export type Classes = {
  readonly startsOn: Day
  readonly endsOn: Day
  readonly lastStartsOn: Day
  readonly lastEndsOn: Day
  readonly now: readonly SchoolClass[]
  readonly last: readonly SchoolClass[]
  readonly set: Group
}

const fullClass = 25
/** Below this many pupils a year, two grades share a class. */
const tooFewForOwnClass = 12

export function makeClasses(making: Making): Classes {
  const { rows, profile, year, pupilCount, newId } = making
  const plans = planClasses(profile, pupilCount)
  const startsOn = Day.parse(`${year}-${profile.yearStartsOn}`)
  const lastStartsOn = Day.parse(`${year - 1}-${profile.yearStartsOn}`)
  const endsOn = addDays(Day.parse(`${year + 1}-${profile.yearStartsOn}`), -1)
  const lastEndsOn = addDays(startsOn, -1)

  function addYear(name: string, from: Day, until: Day) {
    const id = SchoolYearId.parse(newId())
    rows.schoolYears.push({ id, name, startsOn: from, endsOn: until })
    return (plan: Pick<ClassPlan, 'name' | 'grades'>, kind: Group['kind'], room: string | null) => {
      const group: Group = {
        id: GroupId.parse(newId()),
        schoolYearId: id,
        name: plan.name,
        kind,
        yearGrades: [...plan.grades],
        room,
      }
      rows.groups.push(group)
      return group
    }
  }

  const addLast = addYear(profile.yearName(year - 1), lastStartsOn, lastEndsOn)
  const last = plans.map((plan) => ({ plan, group: addLast(plan, 'class', null) }))
  const addNow = addYear(profile.yearName(year), startsOn, endsOn)
  const now = plans.map((plan, index) => ({
    plan,
    group: addNow(plan, 'class', `${1 + (index % 2)}.${String(1 + (index >> 1)).padStart(2, '0')}`),
  }))
  return {
    startsOn,
    endsOn,
    lastStartsOn,
    lastEndsOn,
    now,
    last,
    set: addNow(profile.gradesOfSet, 'set', null),
  }
}

/** The country's own classes, or as many as another number of pupils needs. */
export function planClasses(profile: CountryProfile, pupilCount: number): readonly ClassPlan[] {
  const usual = profile.classes.reduce((sum, { size }) => sum + size, 0)
  if (pupilCount === usual) return profile.classes

  const { grades } = profile
  const isSmall = pupilCount / grades.length < tooFewForOwnClass
  const step = isSmall ? 2 : 1
  const layers = grades.flatMap((_, at) => (at % step === 0 ? [grades.slice(at, at + step)] : []))
  return layers.flatMap((layer, index) => {
    const pupilsInLayer = share(pupilCount, layers.length, index)
    const classes = Math.max(1, Math.ceil(pupilsInLayer / fullClass))
    return Array.from({ length: classes }, (_, at) => ({
      name: layer.join('/') + (classes > 1 || !isSmall ? letter(at) : ''),
      grades: layer,
      size: share(pupilsInLayer, classes, at),
    }))
  })
}

/** What falls to one of `parts` when `total` is dealt out as evenly as can be. */
function share(total: number, parts: number, index: number) {
  return Math.floor(total / parts) + (index < total % parts ? 1 : 0)
}

function letter(index: number) {
  return (
    String.fromCharCode(65 + (index % 26)) + (index >= 26 ? String(Math.floor(index / 26)) : '')
  )
}
