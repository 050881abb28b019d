import { z } from 'zod'
import { GroupId } from '#shared/groups/group.ts'
import { Day } from '#shared/platform/day.ts'
import { PupilId } from '#shared/pupils/pupil.ts'
import { DayHours } from './day-hours.ts'

/**
 * Why days are not as the week says.
 *
 * - `holiday`: a school holiday (vakantie, lov); `public-holiday`: a day off for the whole country;
 *   `study-day`: the staff learns, the pupils are free; `day-off`: any other day without school.
 * - `other-hours`: there is school where the week says so, at these hours.
 * - `extra-day`: there is school after all, whatever the week and the holidays say.
 */
export const exceptionKinds = [
  'holiday',
  'public-holiday',
  'study-day',
  'day-off',
  'other-hours',
  'extra-day',
] as const
export const ExceptionKind = z.enum(exceptionKinds)
export type ExceptionKind = z.output<typeof ExceptionKind>

export const isDayOff = (kind: ExceptionKind) => kind !== 'other-hours' && kind !== 'extra-day'

/** What of the day is off. */
export const offParts = ['all', 'morning', 'afternoon'] as const
export const OffPart = z.enum(offParts)
export type OffPart = z.output<typeof OffPart>

const days = z.object({
  kind: ExceptionKind,
  /** `Herfstvakantie`; for a pupil the reason may be left empty. */
  name: z.string().trim().max(200),
  /** First and last day, both included. */
  startsOn: Day,
  endsOn: Day,
  part: OffPart,
  /** Of `other-hours` always; of `extra-day` where the weekday has no hours of its own. */
  hours: DayHours.nullable(),
})

const inOrder = ({ startsOn, endsOn }: { startsOn: Day; endsOn: Day }) => startsOn <= endsOn
const hasHours = ({ kind, hours }: { kind: ExceptionKind; hours: DayHours | null }) =>
  kind !== 'other-hours' || hours !== null

/** An exception of the school, or of some groups where `groupIds` names them. */
export const DayExceptionFields = days
  .extend({ groupIds: z.array(GroupId).max(200).nullable() })
  .refine(inOrder, { path: ['endsOn'] })
  .refine(hasHours, { path: ['hours'] })
export type DayExceptionFields = z.output<typeof DayExceptionFields>

/** `presetKey` names the entry of the open holiday data that it was taken from. */
export type DayException = DayExceptionFields & {
  readonly id: string
  readonly presetKey: string | null
}

/** An exception of one pupil: comes mornings only, rests on Wednesdays, joins another group's day. */
export const PupilDayExceptionFields = days
  .extend({
    pupilId: PupilId,
    /** Only on these weekdays, 0 is Monday; null for every day of the period. */
    weekdays: z.array(z.number().int().min(0).max(6)).max(7).nullable(),
  })
  .refine(inOrder, { path: ['endsOn'] })
  .refine(hasHours, { path: ['hours'] })
export type PupilDayExceptionFields = z.output<typeof PupilDayExceptionFields>
export type PupilDayException = PupilDayExceptionFields & { readonly id: string }
