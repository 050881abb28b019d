import type { Audience } from './calendar-event.ts'

type Shown = {
  readonly audience: Audience | null
  readonly groupIds: readonly string[] | null
  readonly isPublished: boolean | null
}

/**
 * Whether guardians of pupils in these groups see an appointment: published, and for the whole school
 * or for one of the groups. Nothing that is for the staff alone ever is, published or not.
 */
export function isForGuardians(event: Shown, groupIds: ReadonlySet<string>): boolean {
  if (event.isPublished !== true || event.audience === 'staff') return false
  return event.audience !== 'groups' || touches(event.groupIds, groupIds)
}

/** Whether days off concern these groups; without names of groups they concern the whole school. */
export const concerns = (
  { groupIds }: { readonly groupIds: readonly string[] | null },
  wanted: ReadonlySet<string>,
): boolean => groupIds === null || touches(groupIds, wanted)

const touches = (ids: readonly string[] | null, wanted: ReadonlySet<string>) =>
  ids?.some((id) => wanted.has(id)) ?? false
