import {
  type GroupYear,
  lessonsSoFar,
  missedShare,
  totalsOf,
  type WeekChart,
  weekChart,
  within,
} from '#shared/counters/statistics.ts'
import type { PupilId } from '#shared/pupils/pupil.ts'
import type { CountedRecord, CounterBook } from './counter-book.ts'

/**
 * Groups beside each other and the weeks of one of them, or of all. Sums only: no pupil is named, so
 * that a protected one is in it like any other.
 */
export function schoolStatistics(
  { frame, records }: CounterBook,
  groupId: string | null,
  isVisible: (pupilId: PupilId) => boolean,
): { readonly groups: readonly GroupYear[]; readonly weeks: WeekChart } {
  const { year, today } = frame
  const seen = [...records.values()].filter(
    ({ pupil, classes }) => isVisible(pupil.id) && groupOf({ classes }, year.from) !== null,
  )
  const byGroup = Map.groupBy(seen, (record) => groupOf(record, year.from)?.groupId ?? '')
  const groups = [...byGroup].map(([id, members]): GroupYear => {
    const totals = totalsOf(members.flatMap(({ entries }) => within(entries, year)))
    const lessons = members.reduce(
      (sum, { calendar }) => sum + lessonsSoFar(calendar, year, today),
      0,
    )
    return {
      groupId: id,
      groupName: members[0]?.classes.at(-1)?.groupName ?? '',
      pupils: members.length,
      totals,
      percentage: missedShare(totals.minutes, lessons),
    }
  })
  const charted = seen.filter(
    (record) => groupId === null || groupOf(record, year.from)?.groupId === groupId,
  )
  const calendar = groupId === null ? frame.days.ofSchool : frame.days.ofGroup(groupId)
  const until = today < year.until ? today : year.until
  return {
    groups: groups.toSorted((a, b) => compare(a.groupName, b.groupName)),
    weeks: weekChart(
      charted.flatMap(({ entries }) => within(entries, year)),
      calendar,
      { from: year.from, until },
    ),
  }
}

const { compare } = new Intl.Collator('nl', { numeric: true })

/** The class of this school year that a pupil was in last. */
function groupOf({ classes }: Pick<CountedRecord, 'classes'>, from: string) {
  return classes.findLast(({ until }) => until >= from) ?? null
}
