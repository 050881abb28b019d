import { hidesAddress } from '#shared/pupils/mask.ts'
import { statusOn } from '#shared/pupils/pupil.ts'
import type { ExportedRecord, GoneRecord } from '../exported-school.ts'
import type { ChangesSince } from './changes-since.ts'
import { type DeltaReading, isOverSince } from './delta-reading.ts'
import { goneTies } from './gone-ties.ts'

/**
 * Who and what may have been in the export of then and is not in this one. To name somebody whom
 * the receiver never had does no harm; to forget somebody would leave a child there for ever.
 */
export function findGone(reading: DeltaReading): GoneRecord[] {
  const { rows, exported, changes } = reading
  const pupilIds = [...gonePupils(reading)]
  const here = {
    guardians: idsOf(exported.guardians),
    groups: idsOf(exported.groups),
    staff: idsOf(exported.staff),
  }
  const untied = changes.removedFrom('guardianLinks').map(({ was }) => String(was.guardianId))
  const guardianIds = [
    ...pupilIds.flatMap((id) => rows.linksOf(id).map(({ guardianId }) => String(guardianId))),
    ...untied,
    ...removedIds(changes, 'guardians'),
  ].filter((id) => !here.guardians.has(id))
  const staffIds = [...changes.rowsOf('staff'), ...removedIds(changes, 'groupStaff', 'staffId')]
  const people = [
    ...asRecords(reading, 'pupil', pupilIds),
    ...asRecords(reading, 'guardian', guardianIds),
    ...asRecords(
      reading,
      'staff',
      staffIds.filter((id) => !here.staff.has(id)),
    ),
    ...asRecords(
      reading,
      'group',
      goneGroups(reading).filter((id) => !here.groups.has(id)),
    ),
  ]
  return [...people, ...goneTies(reading, new Set(pupilIds), recordOf)]

  function recordOf(id: string): ExportedRecord {
    return { id, keys: keysOf(reading, id) }
  }
}

const idsOf = (list: readonly ExportedRecord[]) => new Set(list.map(({ id }) => id))

function removedIds(changes: ChangesSince, table: string, column = 'id') {
  return changes.removedFrom(table).map(({ was }) => String(was[column]))
}

function gonePupils(reading: DeltaReading): ReadonlySet<string> {
  const { rows, exported, changes, sinceDay } = reading
  const here = idsOf(exported.pupils)
  const mayHaveBeenHere = rows.pupils.filter((pupil) => {
    const { id } = pupil
    if (here.has(id)) return false
    if (hidesAddress(pupil)) return changes.touches('pupils', id, 'protectionLevel')
    const stays = rows.enrolmentsOf(id)
    const was = statusOn(sinceDay, stays)
    const hadOther = stays.some((stay) => changes.rowsOf('enrolments').has(stay.id))
    const wasPlaced = rows.membershipsOf(id).some((each) => isOverSince(reading, each))
    return was === 'current' || was === 'future' ? wasPlaced || isLeaver(reading, id) : hadOther
  })
  const merged = rows.mergedAway.filter((id) => changes.touches('pupils', id, 'mergedInto'))
  const removed = removedIds(changes, 'pupils')
  const unplaced = removedIds(changes, 'memberships', 'pupilId').filter((id) => !here.has(id))
  return new Set([...mayHaveBeenHere.map(({ id }) => id), ...merged, ...removed, ...unplaced])
}

/** At school then and not now. */
function isLeaver({ rows, exported }: DeltaReading, id: string) {
  const status = statusOn(exported.today, rows.enrolmentsOf(id))
  return status === 'former' || status === 'applicant'
}

function goneGroups({ rows, changes, oldYear }: DeltaReading): string[] {
  const ofOldYear = rows.groups.filter(({ schoolYearId }) => schoolYearId === oldYear?.id)
  return [...ofOldYear.map(({ id }) => String(id)), ...removedIds(changes, 'groups')]
}

function asRecords(
  reading: DeltaReading,
  kind: 'pupil' | 'guardian' | 'group' | 'staff',
  ids: readonly string[],
): GoneRecord[] {
  return [...new Set(ids)].sort().map((id) => ({ kind, id, keys: keysOf(reading, id) }))
}

/** The keys by which the receiver knew it; a row that is gone has taken its keys along. */
function keysOf({ rows, changes }: DeltaReading, id: string) {
  const removed = changes
    .removedFrom('externalKeys')
    .filter(({ was }) => was.ownerId === id)
    .map(({ was }) => ({ source: String(was.source), value: String(was.value) }))
  return [...rows.ownKeysOf(id), ...removed]
}
