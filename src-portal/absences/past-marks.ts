import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { AbsenceMark } from '#shared/absences/absence-mark.ts'
import { deriveMark, lessonParts } from '#shared/absences/derive-mark.ts'
import { GroupId } from '#shared/groups/group.ts'
import { addDays, Day } from '#shared/platform/day.ts'
import { PupilId } from '#shared/pupils/pupil.ts'
import { shapeOn } from '#shared/school-days/calendar/calendar-questions.ts'
import { schoolDays } from '#shared/school-days/calendar/school-days.ts'
import { DayHours } from '#shared/school-days/day-hours.ts'
import { rowsOf, type SchoolTx } from '../platform/portal-database.ts'
import type { Fields, PortalParts } from '../platform/portal-parts.ts'
import { type AbsenceHouse, closedRegisters, marksSince, reportsOf } from './absence-rows.ts'

/** Three weeks: what a guardian asks about; further back is for a talk with the school. */
const shownDays = 21

type Child = {
  readonly pupilId: string
  readonly groups: readonly { readonly id: string }[]
}

/** What finished registers say of a child that was not simply there, the latest first. */
export async function pastMarks(
  tx: SchoolTx,
  parts: Pick<PortalParts, 'openRow'>,
  { pupilId, groups }: Child,
  house: AbsenceHouse,
): Promise<readonly AbsenceMark[]> {
  const since = addDays(house.today, -shownDays)
  const closed = await closedRegisters(
    tx,
    groups.map(({ id }) => id),
    since,
  )
  const seen = await marksSince(tx, 'absenceMarks', [pupilId], since)
  const decided = await marksSince(tx, 'absenceDecisions', [pupilId], since)
  const reports = await reportsOf(tx, parts, [pupilId])
  const hours = await readHours(tx, house, since)
  const marks = closed.flatMap(({ groupId, day, part }) => {
    const lesson = lessonParts(shapeOn(hours.ofGroup(groupId), day)).find(
      (each) => each.part === part,
    )
    if (!lesson) return []
    const at = (each: { readonly day: Day; readonly part: string }) =>
      each.day === day && each.part === part
    return [
      deriveMark({
        pupilId: PupilId.parse(pupilId),
        day,
        lesson,
        codes: house.codes,
        reports,
        observation: seen.find(at)?.observation ?? null,
        decision: decided.find(at)?.decision ?? null,
      }),
    ]
  })
  return marks
    .filter(({ kind }) => kind !== 'present')
    .toSorted((a, b) => b.day.localeCompare(a.day) || b.part.localeCompare(a.part))
}

const Hours = z
  .string()
  .nullable()
  .transform((text) => (text === null ? null : DayHours.parse(JSON.parse(text))))
const Exception = z.object({
  id: z.string(),
  kind: z.enum(['holiday', 'public-holiday', 'study-day', 'day-off', 'other-hours', 'extra-day']),
  name: z.string(),
  startsOn: Day,
  endsOn: Day,
  part: z.enum(['all', 'morning', 'afternoon']),
  hours: Hours.default(null),
  groupIds: z
    .string()
    .nullish()
    .transform((text) => (text ? z.array(GroupId).parse(JSON.parse(text)) : null)),
})
const Year = z.object({ startsOn: Day, endsOn: Day })
const Pattern = z.object({
  id: z.string(),
  groupId: GroupId.nullish().transform((id) => id ?? null),
  startsOn: Day,
  monday: Hours.default(null),
  tuesday: Hours.default(null),
  wednesday: Hours.default(null),
  thursday: Hours.default(null),
  friday: Hours.default(null),
})

/** When groups have lessons, from the office's rows. */
async function readHours(tx: SchoolTx, { country }: AbsenceHouse, since: Day) {
  const rows = await rowsOf<{ tbl: string; fields: Fields }>(
    tx,
    sql`SELECT tbl, fields FROM sync_rows WHERE gone IS NULL AND (tbl = 'dayPatterns'
          OR (tbl IN ('schoolYears', 'dayExceptions') AND fields ->> 'endsOn' >= ${since}))`,
  )
  const read = <Output>(tbl: string, schema: z.ZodType<Output>) =>
    rows.flatMap((row) => {
      const parsed = row.tbl === tbl ? schema.safeParse(row.fields) : null
      return parsed?.success ? [parsed.data] : []
    })
  return schoolDays({
    country,
    years: read('schoolYears', Year),
    patterns: read('dayPatterns', Pattern),
    exceptions: read('dayExceptions', Exception).map((each) => ({ ...each, presetKey: null })),
    pupilExceptions: [],
  })
}
