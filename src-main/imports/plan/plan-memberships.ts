import type { GroupMembership } from '#shared/groups/group.ts'
import type { SourceMembership, SourcePupil } from '#shared/imports/import-source.ts'
import { addDays, Day } from '#shared/platform/day.ts'
import type { PupilId } from '#shared/pupils/pupil.ts'
import { memberships } from '../../groups/groups-table.ts'
import { linkId } from '../../platform/ids.ts'
import type { PlannedGroup, PlannedGroups } from './plan-groups.ts'
import { type Planning, tell, type Write } from './planning.ts'

type Change = { readonly field: string; readonly from: string | null; readonly to: string | null }
type Placed = { readonly said: SourceMembership; readonly place: PlannedGroup }

/** The pupil's groups: new ones from today on, and the end of those that the new class replaces. */
export function planMemberships(
  planning: Planning,
  record: SourcePupil,
  { pupilId, groups }: { readonly pupilId: PupilId; readonly groups: PlannedGroups },
) {
  const own = planning.school.membershipsByPupil.get(pupilId) ?? []
  const placed = record.memberships.flatMap((said): Placed[] => {
    const place = groups.find(said.groupKey)
    if (!place && !groups.isLeftOut(said.groupKey)) tellUnknown(planning, record, said)
    return place ? [{ said, place }] : []
  })
  const replaced = findReplaced(planning, own, { placed, groups })
  const changes: Change[] = []
  const writes: Write[] = []

  for (const { said, place } of placed) {
    const known = own.find(({ groupId }) => groupId === place.group.id)
    const wanted = wantedMembership(
      planning,
      { said, place },
      { pupilId, known, replaces: replaced.length > 0 },
    )
    if (!wanted || isSame(known, wanted)) continue
    const { name } = place.group
    if (said.isEnded) changes.push({ field: 'group', from: name, to: null })
    else changes.push({ field: 'group', from: known?.until === null ? name : null, to: name })
    writes.push((db) => db.save(memberships, wanted))
  }
  for (const { membership, name } of replaced) {
    changes.push({ field: 'group', from: name, to: null })
    writes.push(endOf(planning, membership))
  }
  return { changes, writes }
}

function wantedMembership(
  { today }: Planning,
  { said, place }: Placed,
  {
    pupilId,
    known,
    replaces,
  }: { pupilId: PupilId; known: GroupMembership | undefined; replaces: boolean },
): GroupMembership | null {
  const { group, year } = place
  const from = Day.nullable().parse(said.from)
  const until = Day.nullable().parse(said.until)
  if (said.isEnded) {
    if (!known || (known.until && known.until < today)) return null
    return { ...known, until: until ?? addDays(today, -1) }
  }
  if (known) {
    // Back in a group that was left: open again. Otherwise only days that the file names count.
    const isOver = known.until !== null && known.until < today && year.endsOn >= today
    return { ...known, from: from ?? known.from, until: until ?? (isOver ? null : known.until) }
  }
  return {
    id: linkId('memberships', pupilId, group.id),
    pupilId,
    groupId: group.id,
    from: from ?? firstDay(),
    // A group lives one school year: in one that is over nobody sits today.
    until: until ?? (year.endsOn < today ? year.endsOn : null),
  }

  function firstDay() {
    if (year.startsOn > today) return year.startsOn
    return replaces && year.endsOn >= today ? today : null
  }
}

/**
 * Other classes of the same school year that the pupil still sits in, and sets of this file that no
 * longer name the pupil. A delta, or a pupil without any group in the file, ends nothing.
 */
function findReplaced(
  { source, today }: Planning,
  own: readonly GroupMembership[],
  { placed, groups }: { readonly placed: readonly Placed[]; readonly groups: PlannedGroups },
) {
  const stays = placed.filter(({ said }) => !said.isEnded)
  if (stays.length === 0) return []
  const classYears = new Set(
    stays.filter(({ place }) => place.group.kind === 'class').map(({ place }) => place.year.id),
  )
  const named = new Set<string>(placed.map(({ place }) => place.group.id))
  return own.flatMap((membership) => {
    const group = groups.byId(membership.groupId)
    const isOver = membership.until !== null && membership.until < today
    if (!group || isOver || named.has(group.id)) return []
    const isOtherClass = group.kind === 'class' && classYears.has(group.schoolYearId)
    const isOldSet = group.kind === 'set' && !source.isDelta && groups.ofFile.has(group.id)
    return isOtherClass || isOldSet ? [{ membership, name: group.name }] : []
  })
}

/** A stay that began today or later never took place. */
function endOf({ today }: Planning, membership: GroupMembership): Write {
  const yesterday = addDays(today, -1)
  if (membership.from && membership.from > yesterday)
    return (db) => db.remove(memberships, membership.id)
  return (db) => db.save(memberships, { ...membership, until: yesterday })
}

const isSame = (known: GroupMembership | undefined, wanted: GroupMembership) =>
  known?.from === wanted.from && known.until === wanted.until

function tellUnknown(planning: Planning, { place }: SourcePupil, { groupKey }: SourceMembership) {
  tell(planning, 'warning', 'key-dangling', { ...place, field: 'group', value: groupKey })
}
