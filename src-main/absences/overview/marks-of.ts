import type { AbsencesContract } from '#shared/absences/absences-contract.ts'
import { lessonParts } from '#shared/absences/derive-mark.ts'
import { addDays, type Day } from '#shared/platform/day.ts'
import { schoolDaysIn, shapeOn } from '#shared/school-days/calendar/calendar-questions.ts'
import { whoIsVisible } from '../../groups/groups-table.ts'
import type { Service } from '../../platform/database.ts'
import { markOf, readCodeBook, readSaid } from '../day-marks-table.ts'
import { readPupilDays } from '../lessons-table.ts'

const longest = 400

/** Every mark of a pupil in a period that is not simply present. */
export const marksOf: Service<AbsencesContract>['marksOf'] = (db, wanted, caller) => {
  const { pupilId, from } = wanted
  if (!whoIsVisible(db, caller)(pupilId)) return []
  const until = earlier(wanted.until, addDays(from, longest))
  const calendar = readPupilDays(db, pupilId, { from, until }, caller.country)
  const said = readSaid(db, { from, until }, [pupilId])
  const codes = readCodeBook(db, caller.country)
  return schoolDaysIn(calendar, from, until).flatMap((day) =>
    lessonParts(shapeOn(calendar, day))
      .map((lesson) => markOf(said, codes, { pupilId, day, lesson }))
      .filter(({ kind, review }) => kind !== 'present' || review !== null),
  )
}

const earlier = (a: Day, b: Day) => (a < b ? a : b)
