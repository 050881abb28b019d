import { GroupId } from '#shared/groups/group.ts'
import type { Day } from '#shared/platform/day.ts'
import { ok, type Result, refuse } from '#shared/platform/result.ts'
import type {
  DayException,
  DayExceptionFields,
  ExceptionKind,
  OffPart,
} from '#shared/school-days/day-exception.ts'
import { type HoursDraft, hoursDraft, readHours } from './hours-draft.ts'

/** Days that are not as the week says, while they are typed. */
export type ExceptionDraft = {
  readonly kind: ExceptionKind
  readonly name: string
  readonly startsOn: Day | null
  readonly endsOn: Day | null
  readonly part: OffPart
  readonly hours: HoursDraft
  readonly groupIds: readonly string[] | null
}

/** What new days begin with. */
export type Start = Pick<DayException, 'name' | 'startsOn' | 'endsOn'> & {
  readonly kind?: ExceptionKind
  readonly groupIds?: readonly string[] | null
}

export function exceptionDraft(known: DayException | null, start: Start | null): ExceptionDraft {
  const begin = start ?? { name: '', startsOn: null, endsOn: null }
  const fresh = { part: 'all' as const, kind: 'study-day' as const, groupIds: null, ...begin }
  const { kind, name, startsOn, endsOn, part, groupIds } = known ?? fresh
  return { kind, name, startsOn, endsOn, part, groupIds, hours: hoursDraft(known?.hours ?? null) }
}

type Wrong = 'days-needed' | 'days-turned' | 'groups-needed' | 'week-unread'

/** What is saved, or what is wrong with it. */
export function toException(draft: ExceptionDraft): Result<DayExceptionFields, Wrong> {
  const { kind, name, startsOn, endsOn, groupIds } = draft
  if (!startsOn || !endsOn) return refuse('days-needed')
  if (endsOn < startsOn) return refuse('days-turned')
  if (groupIds?.length === 0) return refuse('groups-needed')
  const hasHours = kind === 'other-hours' || kind === 'extra-day'
  const hours = hasHours ? readHours(draft.hours) : null
  if (hours === false || (kind === 'other-hours' && hours === null)) return refuse('week-unread')
  const part = hasHours ? 'all' : draft.part
  const ids = groupIds?.map((id) => GroupId.parse(id)) ?? null
  return ok({ kind, name, startsOn, endsOn, part, hours, groupIds: ids })
}
