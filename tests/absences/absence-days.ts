import type { DayPart } from '#shared/absences/absence-mark.ts'
import { ReportFields } from '#shared/absences/absence-report.ts'
import type { GroupId } from '#shared/groups/group.ts'
import type { Day } from '#shared/platform/day.ts'
import type { PupilId } from '#shared/pupils/pupil.ts'
import { type aSchoolWithFamilies, group4a } from '../builders/families.ts'
import { monday } from '../builders/school.ts'

export type School = ReturnType<typeof aSchoolWithFamilies>

/** What the office hears on the telephone; name what the test is about. */
export const aCall = (given: Partial<ReportFields> = {}): ReportFields =>
  ReportFields.parse({
    from: monday,
    until: monday,
    part: 'day',
    fromTime: null,
    untilTime: null,
    weekdays: [],
    everyWeeks: 1,
    code: 'ill',
    evidence: null,
    note: null,
    ...given,
  })

export const inPlace = (given: Partial<Place> = {}): Place => ({
  groupId: group4a,
  day: monday,
  part: 'morning',
  ...given,
})
type Place = { readonly groupId: GroupId; readonly day: Day; readonly part: DayPart }

/** What a teacher taps. */
export const absent = (code: string | null = null) => ({
  kind: 'absent' as const,
  code,
  spells: [],
})
export const present = { kind: 'present' as const, code: null, spells: [] }
export const late = (minutes: number) => ({
  kind: 'present' as const,
  code: null,
  spells: [{ kind: 'late' as const, minutes, from: null, until: null, code: null }],
})

export const report = (school: School, pupilId: PupilId, given: Partial<ReportFields> = {}) =>
  school.absences.report({ many: { whom: 'pupils', pupilIds: [pupilId] }, fields: aCall(given) })

/** The register as the wall would show it: name, mark and where it came from. */
export async function shownRegister(school: School, given: Partial<Place> = {}) {
  const answer = await school.absences.openRegister(inPlace(given))
  if (!answer.ok) throw new Error(answer.refusal)
  return answer.value
}

export async function tileOf(school: School, pupilId: PupilId, given: Partial<Place> = {}) {
  const { pupils } = await shownRegister(school, given)
  const tile = pupils.find((pupil) => pupil.pupilId === pupilId)
  if (!tile) throw new Error('not in the register')
  return tile
}
