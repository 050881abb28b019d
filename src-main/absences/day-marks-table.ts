import { and, eq, gte, inArray, isNull, lte, or, type SQL } from 'drizzle-orm'
import { type CodeBook, codeBook } from '#shared/absences/absence-codes.ts'
import type { AbsenceMark, DayPart, Decision, Observation } from '#shared/absences/absence-mark.ts'
import type { AbsenceReport } from '#shared/absences/absence-report.ts'
import {
  type AbsenceSettings,
  type AbsenceSettingsFields,
  usualSettings,
} from '#shared/absences/absence-settings.ts'
import { deriveMark, type LessonPart } from '#shared/absences/derive-mark.ts'
import type { GroupId } from '#shared/groups/group.ts'
import type { Day } from '#shared/platform/day.ts'
import type { Country } from '#shared/platform/language.ts'
import { type Enrolment, type PupilId, statusOn } from '#shared/pupils/pupil.ts'
import { groups, memberships, schoolYears } from '../groups/groups-table.ts'
import type { ReadDb } from '../platform/database.ts'
import { enrolments, pupils } from '../pupils/pupils-table.ts'
import {
  absenceDecisions,
  absenceMarks,
  absenceReports,
  absenceSettings,
} from './absences-table.ts'
import { readLessons, runningPart } from './lessons-table.ts'

/** A pupil as registers name it; names are bare: whoever shows one asks the mask. */
export type DayPupil = ReturnType<typeof readRows>[number]

/** The settings of the school, or the usual ones while it has none. */
export function readAbsenceSettings(db: ReadDb): AbsenceSettingsFields & Partial<AbsenceSettings> {
  return db.select().from(absenceSettings).get() ?? usualSettings()
}

export function readCodeBook(db: ReadDb, country: Country): CodeBook {
  const { ownCodes, hidesIllness } = readAbsenceSettings(db)
  return codeBook(country, ownCodes, hidesIllness)
}

/** Who is in a class on a day and enrolled: those that are expected when it has lessons. */
export function pupilsOnDay(db: ReadDb, day: Day, groupId?: GroupId): readonly DayPupil[] {
  const rows = readRows(db, day, groupId)
  const stays = readStays(db, groupId === undefined ? null : rows.map(({ id }) => id))
  return rows.filter(({ id }) => statusOn(day, stays.get(id) ?? []) === 'current')
}

function readRows(db: ReadDb, day: Day, groupId: GroupId | undefined) {
  const { id, firstName, prefix, lastName, protectionLevel, alias } = pupils
  return db
    .select({
      id,
      firstName,
      prefix,
      lastName,
      protectionLevel,
      alias,
      groupId: groups.id,
      groupName: groups.name,
    })
    .from(memberships)
    .innerJoin(groups, eq(groups.id, memberships.groupId))
    .innerJoin(schoolYears, eq(schoolYears.id, groups.schoolYearId))
    .innerJoin(pupils, eq(pupils.id, memberships.pupilId))
    .where(
      and(
        groupId === undefined ? eq(groups.kind, 'class') : eq(groups.id, groupId),
        lte(schoolYears.startsOn, day),
        gte(schoolYears.endsOn, day),
        or(isNull(memberships.from), lte(memberships.from, day)),
        or(isNull(memberships.until), gte(memberships.until, day)),
        isNull(pupils.mergedInto),
      ),
    )
    .all()
}

type Stay = Pick<Enrolment, 'startsOn' | 'endsOn'>

function readStays(db: ReadDb, ids: readonly PupilId[] | null): ReadonlyMap<PupilId, Stay[]> {
  const { pupilId, startsOn, endsOn } = enrolments
  const rows = db
    .select({ pupilId, startsOn, endsOn })
    .from(enrolments)
    .where(ids === null ? undefined : inArray(pupilId, [...ids]))
    .values()
  const byPupil = new Map<PupilId, Stay[]>()
  for (const [id, first, last] of rows) {
    const stay = { startsOn: first, endsOn: last }
    const known = byPupil.get(id)
    if (known) known.push(stay)
    else byPupil.set(id, [stay])
  }
  return byPupil
}

/** Everything that was said about these pupils (null: all) on the days from `from` to `until`. */
export type Said = {
  reportsOf(pupilId: PupilId): readonly AbsenceReport[]
  observationOf(pupilId: PupilId, day: Day, part: DayPart): Observation | null
  decisionOf(pupilId: PupilId, day: Day, part: DayPart): Decision | null
}

type Span = { readonly from: Day; readonly until: Day }

export function readSaid(db: ReadDb, { from, until }: Span, ids: readonly PupilId[] | null): Said {
  const seen = new Map<string, Observation | null>()
  const decided = new Map<string, Decision | null>()
  const days = (table: typeof absenceMarks | typeof absenceDecisions): SQL | undefined =>
    and(
      gte(table.day, from),
      lte(table.day, until),
      ids === null ? undefined : inArray(table.pupilId, [...ids]),
    )
  for (const row of db.select().from(absenceMarks).where(days(absenceMarks)).all()) {
    seen.set(keyOf(row.pupilId, row.day, row.part), row.observation)
  }
  for (const row of db.select().from(absenceDecisions).where(days(absenceDecisions)).all()) {
    decided.set(keyOf(row.pupilId, row.day, row.part), row.decision)
  }
  const reports = readReports(db, { from, until }, ids)
  return {
    reportsOf: (pupilId) => reports.get(pupilId) ?? [],
    observationOf: (pupilId, day, part) => seen.get(keyOf(pupilId, day, part)) ?? null,
    decisionOf: (pupilId, day, part) => decided.get(keyOf(pupilId, day, part)) ?? null,
  }
}

const keyOf = (pupilId: PupilId, day: Day, part: DayPart) => `${pupilId} ${day} ${part}`

function readReports(db: ReadDb, { from, until }: Span, ids: readonly PupilId[] | null) {
  const rows: AbsenceReport[] = db
    .select()
    .from(absenceReports)
    .where(
      and(
        or(isNull(absenceReports.until), gte(absenceReports.until, from)),
        lte(absenceReports.from, until),
        isNull(absenceReports.withdrawnAt),
        ids === null ? undefined : inArray(absenceReports.pupilId, [...ids]),
      ),
    )
    .all()
  return Map.groupBy(rows, ({ pupilId }) => pupilId)
}

type About = { readonly pupilId: PupilId; readonly day: Day; readonly lesson: LessonPart }

/** The mark of one pupil in one part of a day. */
export function markOf(said: Said, codes: CodeBook, { pupilId, day, lesson }: About): AbsenceMark {
  return deriveMark({
    pupilId,
    day,
    lesson,
    codes,
    reports: said.reportsOf(pupilId),
    observation: said.observationOf(pupilId, day, lesson.part),
    decision: said.decisionOf(pupilId, day, lesson.part),
  })
}

/** The mark of every pupil in the part of a day that runs at a time; empty on a day without school. */
export function runningMarks(
  db: ReadDb,
  {
    day,
    nowTime,
    country,
  }: { readonly day: Day; readonly nowTime: string; readonly country: Country },
): ReadonlyMap<PupilId, AbsenceMark> {
  const lessons = readLessons(db, day, country)
  const said = readSaid(db, { from: day, until: day }, null)
  const codes = readCodeBook(db, country)
  const marks = pupilsOnDay(db, day).flatMap((pupil) => {
    const ofDay = lessons.ofPupil(pupil, day)
    const part = runningPart(ofDay, nowTime, day, day)
    const lesson = ofDay.find((each) => each.part === part)
    return lesson ? [markOf(said, codes, { pupilId: pupil.id, day, lesson })] : []
  })
  return new Map(marks.map((mark) => [mark.pupilId, mark]))
}
