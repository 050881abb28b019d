import type { CodeBook } from '#shared/absences/absence-codes.ts'
import type { AbsenceMark, DayPart } from '#shared/absences/absence-mark.ts'
import type { GroupId } from '#shared/groups/group.ts'
import type { Day } from '#shared/platform/day.ts'
import { shownSortName } from '#shared/pupils/mask.ts'
import { sortedByName } from '#shared/pupils/person-name.ts'
import type { PupilId } from '#shared/pupils/pupil.ts'
import { whoIsVisible } from '../groups/groups-table.ts'
import type { Context, ReadDb } from '../platform/database.ts'
import {
  type DayPupil,
  markOf,
  pupilsOnDay,
  readCodeBook,
  readSaid,
  type Said,
} from './day-marks-table.ts'
import { type Lessons, readLessons } from './lessons-table.ts'

/** Everything about one day of the whole school, read once. */
export type SchoolDay = {
  readonly day: Day
  readonly lessons: Lessons
  readonly codes: CodeBook
  readonly said: Said
  /** By name as doors of a corridor are numbered; pupils by name. */
  readonly groups: readonly {
    readonly id: GroupId
    readonly name: string
    readonly pupils: readonly DayPupil[]
  }[]
  /** The mark of a part; none where the pupil has no lessons. */
  marksOf(pupilId: PupilId, part: DayPart): readonly AbsenceMark[]
}

const { compare } = new Intl.Collator('nl', { numeric: true })

export function readSchoolDay(db: ReadDb, day: Day, caller: Context): SchoolDay {
  const lessons = readLessons(db, day, caller.country)
  const codes = readCodeBook(db, caller.country)
  const said = readSaid(db, { from: day, until: day }, null)
  const isVisible = whoIsVisible(db, caller)
  const pupils = pupilsOnDay(db, day).filter(({ id }) => isVisible(id))
  const marks = new Map(
    pupils.map((pupil) => [
      pupil.id,
      lessons
        .ofPupil(pupil, day)
        .map((lesson) => markOf(said, codes, { pupilId: pupil.id, day, lesson })),
    ]),
  )
  const groups = [...Map.groupBy(pupils, ({ groupId }) => groupId)]
    .map(([id, members]) => ({
      id,
      name: members[0]?.groupName ?? '',
      pupils: sortedByName(
        members.map((pupil) => ({ ...pupil, sortName: shownSortName(pupil, caller.country) })),
        caller.country,
      ),
    }))
    .sort((a, b) => compare(a.name, b.name))
  return {
    day,
    lessons,
    codes,
    said,
    groups,
    marksOf: (pupilId, part) => (marks.get(pupilId) ?? []).filter((mark) => mark.part === part),
  }
}
