import type { SourcePupil } from '#shared/imports/import-source.ts'
import { addDays, Day } from '#shared/platform/day.ts'
import { type Enrolment, EnrolmentId, type PupilId } from '#shared/pupils/pupil.ts'
import { enrolments } from '../../pupils/pupils-table.ts'
import { type Planning, tell, type Write } from './planning.ts'

type Change = { readonly field: string; readonly from: string | null; readonly to: string | null }

/** First and last day at the school, in the enrolment that the file means or in a new one. */
export function planStay(planning: Planning, record: SourcePupil, pupilId: PupilId) {
  const said = sayWhen(planning, record)
  if (!said.startsOn && !said.endsOn) return nothing
  const own = planning.school.enrolmentsByPupil.get(pupilId) ?? []
  const known = findEnrolment(own, said.startsOn)
  // Somebody who has left is not made to leave again.
  if (record.isEnded && known?.endsOn) return nothing
  const wanted: Enrolment = {
    ...(known ?? blank(planning, pupilId)),
    ...(said.startsOn && { startsOn: said.startsOn }),
    ...(said.endsOn && { endsOn: said.endsOn }),
  }
  if (wanted.startsOn && wanted.endsOn && wanted.startsOn > wanted.endsOn) {
    tell(planning, 'warning', 'value-invalid', {
      ...record.place,
      field: 'endsOn',
      value: wanted.endsOn,
    })
    return nothing
  }
  const changes = (['startsOn', 'endsOn'] as const)
    .filter((field) => wanted[field] !== (known?.[field] ?? null))
    .map((field): Change => ({ field, from: known?.[field] ?? null, to: wanted[field] }))
  if (changes.length === 0) return nothing
  return { changes, writes: [(db) => db.save(enrolments, wanted)] as Write[] }
}

const nothing: { readonly changes: readonly Change[]; readonly writes: readonly Write[] } = {
  changes: [],
  writes: [],
}

/** A pupil who left without a date was here until yesterday at the latest. */
function sayWhen({ today }: Planning, { startsOn, endsOn, isEnded }: SourcePupil) {
  const until = endsOn ?? (isEnded ? addDays(today, -1) : null)
  return { startsOn: Day.nullable().parse(startsOn), endsOn: Day.nullable().parse(until) }
}

/** The one that began that day; else the running one; a pupil who came back has a new one. */
function findEnrolment(own: readonly Enrolment[], startsOn: string | null): Enrolment | null {
  const inOrder = own.toSorted((a, b) => (b.startsOn ?? '').localeCompare(a.startsOn ?? ''))
  if (startsOn === null) return inOrder[0] ?? null
  const sameDay = inOrder.find((each) => each.startsOn === startsOn)
  return sameDay ?? inOrder.find(({ endsOn }) => !endsOn || endsOn >= startsOn) ?? null
}

const blank = ({ newId }: Planning, pupilId: PupilId): Enrolment => ({
  id: EnrolmentId.parse(newId()),
  pupilId,
  appliedOn: null,
  startsOn: null,
  endsOn: null,
  endReason: null,
  fromSchool: null,
  toSchool: null,
})
