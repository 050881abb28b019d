import type { AbsenceMark } from '#shared/absences/absence-mark.ts'
import { clockTimeAt } from '#shared/absences/clock-time.ts'
import { absencesMessages } from '#shared/absences/messages/absences-messages.ts'
import { codeWord } from '#shared/absences/messages/code-words.ts'
import { speak } from '#shared/platform/messages.ts'
import type { PupilId } from '#shared/pupils/pupil.ts'
import { readCodeBook, runningMarks } from '../../absences/day-marks-table.ts'
import type { PrintJob } from '../print-job.ts'

/** Who is not here now, in words; whoever is missing from it was not said to be away. */
export type MarksOfToday = ReadonlyMap<PupilId, string>

/** For an emergency it matters whether a child is in the building: only absences are said. */
export function marksOfToday({ db, context, school, words }: PrintJob): MarksOfToday {
  const { today, now, country } = context
  const nowTime = clockTimeAt(now, school.timeZone)
  const codes = [...readCodeBook(db, country).versionsByCode.values()].flat()
  const say = speak(absencesMessages, words.language)
  const inWords = ({ kind, spells }: AbsenceMark) => {
    const [spell] = spells
    if (!spell) return null
    if (kind === 'absent' && spell.code === null) return say('unexplained')
    const why = spell.code === null ? null : codeWord(spell.code, codes, words.language)
    const time = [spell.from, spell.until].filter((each) => each !== null).join('–')
    return [say(`kind.${kind}`), why, time].filter(Boolean).join(' · ')
  }
  const marks = runningMarks(db, { day: today, nowTime, country })
  return new Map(
    [...marks].flatMap(([id, mark]) => {
      const text = inWords(mark)
      return text === null ? [] : [[id, text] as const]
    }),
  )
}
