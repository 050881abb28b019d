import type { SeenSpell } from '#shared/absences/absence-mark.ts'
import { minuteOf } from '#shared/absences/clock-time.ts'
import { type LessonPart, lessonMinutes } from '#shared/absences/derive-mark.ts'
import { absencesMessages } from '#shared/absences/messages/absences-messages.ts'
import type {
  Marked,
  RegisterPupil,
  RegisterView,
} from '#shared/absences/registers/register-view.ts'
import { useFormats } from '../../platform/formats.ts'
import { useSay } from '../../platform/language.tsx'
import { toast } from '../../platform/toasts.ts'
import { absences } from '../absence-calls.ts'

export type Quick = 'present' | 'absent' | 'ill' | 'late'

/** What a tap or key writes. The register reads itself again; nothing is guessed ahead. */
export function useMarking(register: RegisterView) {
  const say = useSay(absencesMessages)
  const { today } = useFormats()
  const { groupId, day, part, lessons, nowTime, codes } = register
  const lesson = lessons.find((each) => each.part === part)

  async function mark({ pupilId }: Pick<RegisterPupil, 'pupilId'>, seen: Marked) {
    const answer = await absences.mark({
      groupId,
      day,
      part,
      pupilId,
      seen: { ...seen, spells: [...seen.spells] },
    })
    if (!answer.ok) void toast({ text: say(answer.refusal), tone: 'alert', isPublic: true })
    return answer.ok
  }
  function quick(pupil: RegisterPupil, wanted: Quick) {
    return mark(pupil, markedAs(wanted))
  }
  function markedAs(wanted: Quick): Marked {
    if (wanted === 'present') return { kind: 'present', code: null, spells: [] }
    if (wanted === 'late') return { kind: 'present', code: null, spells: [lateNow()] }
    const ill =
      codes.find(({ nature }) => nature === 'illness') ??
      codes.find(({ nature }) => nature === 'agreed')
    return { kind: 'absent', code: wanted === 'ill' ? (ill?.code ?? null) : null, spells: [] }
  }
  /** Late until now while the lesson runs; otherwise the five minutes that are the least to note. */
  function lateNow(): SeenSpell {
    const runs = day === today() && lesson && lesson.startsAt < nowTime && nowTime < lesson.endsAt
    const until = runs ? nowTime : null
    const minutes = runs ? minutesUntil(lesson, nowTime) : usualLate
    return { kind: 'late', minutes, from: null, until, code: null }
  }
  /** Present, then unexplained, then late, and round again. */
  function next(pupil: RegisterPupil) {
    if (pupil.mark.kind === 'present') return quick(pupil, 'absent')
    return quick(pupil, pupil.mark.kind === 'absent' ? 'late' : 'present')
  }
  return { mark, quick, next, lesson }
}

const usualLate = 5

export function minutesUntil(lesson: LessonPart, time: string) {
  const capped = minuteOf(time) > minuteOf(lesson.endsAt) ? lesson.endsAt : time
  return Math.max(1, lessonMinutes(lesson, lesson.startsAt, capped))
}
