import { isNull } from 'drizzle-orm'
import { runningYear } from '#shared/groups/group.ts'
import { addDays, type Day } from '#shared/platform/day.ts'
import type { Country } from '#shared/platform/language.ts'
import { hidesName, shownName, shownSortName } from '#shared/pupils/mask.ts'
import { sortedByName } from '#shared/pupils/person-name.ts'
import { possibleDuplicates } from '#shared/pupils/possible-duplicates.ts'
import type { SchoolContract, TodayOverview } from '#shared/school/school-contract.ts'
import { seesEveryPupil } from '#shared/staff/rights.ts'
import { groups, schoolYears, whoIsVisible } from '../groups/groups-table.ts'
import { classNameOf, type PlacedPupil, placedPupils } from '../groups/placed-pupils-table.ts'
import type { Context, ReadDb, Service } from '../platform/database.ts'
import { pupils } from '../pupils/pupils-table.ts'

/** How far ahead a birthday is worth knowing, and how far a new or leaving pupil. */
const birthdayDays = 7
const moveDays = 30

/** The start screen: what the office sees before anything else, of the pupils the caller may see. */
export const todayOverview: Service<SchoolContract>['today'] = (db, _input, caller) => {
  const { today } = caller
  const year = runningYear(db.select().from(schoolYears).all(), today)
  const isVisible = whoIsVisible(db, caller)
  const seen = placedPupils(db, { day: today, year }).filter(({ id }) => isVisible(id))
  const atSchool = seen.filter(({ status }) => status === 'current')
  return {
    today,
    pupilCount: atSchool.length,
    groups: groupCounts(db, year?.id ?? null, seen, caller),
    incompleteCount: seen.filter(({ missing }) => missing.length > 0).length,
    duplicateCount: seesEveryPupil(caller) ? countDuplicates(db) : 0,
    startingSoon: movesWithin(seen, 'startsOn', caller),
    leavingSoon: movesWithin(seen, 'endsOn', caller),
    birthdays: birthdaysFrom(atSchool, caller),
  }
}

function groupCounts(
  db: ReadDb,
  yearId: string | null,
  seen: readonly PlacedPupil[],
  caller: Context,
): TodayOverview['groups'] {
  const membersByGroup = new Map<string, PlacedPupil[]>()
  for (const pupil of seen) {
    for (const { id } of pupil.groups) {
      const members = membersByGroup.get(id)
      if (members) members.push(pupil)
      else membersByGroup.set(id, [pupil])
    }
  }
  return db
    .select()
    .from(groups)
    .all()
    .filter(({ schoolYearId, kind }) => schoolYearId === yearId && kind === 'class')
    .filter(({ id }) => seesEveryPupil(caller) || membersByGroup.has(id))
    .map(({ id, name }) => {
      const members = membersByGroup.get(id) ?? []
      const incompleteCount = members.filter(({ missing }) => missing.length > 0).length
      return { id, name, pupilCount: members.length, incompleteCount }
    })
    .sort((a, b) => compareNames(a.name, b.name))
}

const { compare: compareNames } = new Intl.Collator('nl', { numeric: true })

/** How many pairs the list of duplicates shows. */
function countDuplicates(db: ReadDb) {
  const { id, firstName, prefix, lastName, birthDate, nationalNumber, protectionLevel } = pupils
  const known = db
    .select({ id, firstName, prefix, lastName, birthDate, nationalNumber, protectionLevel })
    .from(pupils)
    .where(isNull(pupils.mergedInto))
    .values()
    .map(([id, firstName, prefix, lastName, birthDate, nationalNumber, protectionLevel]) => ({
      id,
      firstName,
      prefix,
      lastName,
      birthDate,
      nationalNumber,
      protectionLevel,
    }))
  return possibleDuplicates(known).length
}

function movesWithin(
  seen: readonly PlacedPupil[],
  field: 'startsOn' | 'endsOn',
  { today, country }: Context,
) {
  const first = field === 'startsOn' ? addDays(today, 1) : today
  const last = addDays(today, moveDays)
  const moves = seen.flatMap((pupil) =>
    pupil.stays.flatMap((stay) => {
      const on = stay[field]
      const isSoon = on && on >= first && on <= last
      return isSoon ? [{ pupil, on, sortName: shownSortName(pupil, country) }] : []
    }),
  )
  return byDay(moves, country).map(({ pupil, on }) => ({
    id: pupil.id,
    name: shownName(pupil),
    on,
  }))
}

function birthdaysFrom(
  atSchool: readonly PlacedPupil[],
  { today, country }: Context,
): TodayOverview['birthdays'] {
  const coming = comingDays(today)
  const birthdays = atSchool.flatMap((pupil) => {
    const { birthDate } = pupil
    // Whoever knows the birthday of a hidden child is a step closer to who it is.
    if (hidesName(pupil) || birthDate?.length !== 10) return []
    const on = coming.get(birthDate.slice(5))
    const turns = Number(on?.slice(0, 4)) - Number(birthDate.slice(0, 4))
    return on ? [{ pupil, on, turns, sortName: shownSortName(pupil, country) }] : []
  })
  return byDay(birthdays, country).map(({ pupil, on, turns }) => ({
    id: pupil.id,
    name: shownName(pupil),
    groupName: classNameOf(pupil),
    on,
    turns,
  }))
}

/** Today and the coming week by month and day; who was born on 29 February is never forgotten. */
function comingDays(today: Day): ReadonlyMap<string, Day> {
  const days = new Map<string, Day>()
  for (let n = 0; n <= birthdayDays; n++) {
    const day = addDays(today, n)
    if (day.endsWith('-02-28')) days.set('02-29', day)
    days.set(day.slice(5), day)
  }
  return days
}

function byDay<Row extends { readonly on: Day; readonly sortName: string }>(
  rows: readonly Row[],
  country: Country,
) {
  return sortedByName(rows, country).sort((a, b) => a.on.localeCompare(b.on))
}
