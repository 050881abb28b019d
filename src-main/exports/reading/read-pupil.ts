import type { Group } from '#shared/groups/group.ts'
import type { Day } from '#shared/platform/day.ts'
import { hidesName, type Mask, maskEnrolment, maskOf, maskPupil } from '#shared/pupils/mask.ts'
import type { Pupil, PupilFields } from '#shared/pupils/pupil.ts'
import type { Viewer } from '#shared/staff/rights.ts'
import type { ExportedPupil } from '../exported-school.ts'
import { leavingId } from './cover-id.ts'
import type { HiddenFamilies } from './hidden-families.ts'
import { compare, type SchoolRows } from './school-rows.ts'
import { isOver } from './who-goes-along.ts'

export type PupilReading = {
  readonly rows: SchoolRows
  readonly hidden: HiddenFamilies
  readonly groups: ReadonlyMap<string, Group>
  readonly viewer: Viewer
  readonly asOf: Day
  readonly withNationalNumbers: boolean
}

/** One pupil as the mask lets it leave the house. */
export function readPupil(pupil: Pupil, reading: PupilReading): ExportedPupil {
  const { rows, viewer } = reading
  const mask = maskOf(viewer, pupil)
  const { id, protectionLevel } = pupil
  return {
    id: leavingId(pupil, id),
    // By the key of another system an assumed identity could be tied to the old one.
    keys: hidesName(pupil) ? [] : rows.keysOf(id),
    fields: fieldsOf(maskPupil(pupil, mask), reading),
    protectionLevel,
    enrolments: readEnrolments(rows, id, mask),
    memberships: readMemberships(pupil, reading),
    residences: readResidences(id, reading),
    guardians: hidesName(pupil) ? [] : readTies(id, reading),
    phones: mask.address ? [] : rows.phonesOf(id),
  }
}

/** Alias and agreement stay in the house, as what a pupil's row has beside its fields. */
function fieldsOf(pupil: Pupil, { withNationalNumbers }: PupilReading): PupilFields {
  const { id: _id, protectionLevel: _level, mergedInto: _merged, ...shown } = pupil
  const { alias: _alias, protectionAgreement: _agreement, ...fields } = shown
  return withNationalNumbers
    ? fields
    : { ...fields, nationalNumber: null, nationalNumberKind: null }
}

function readEnrolments(rows: SchoolRows, id: string, mask: Mask): ExportedPupil['enrolments'] {
  return rows
    .enrolmentsOf(id)
    .toSorted((a, b) => compare(a.startsOn ?? '9', b.startsOn ?? '9'))
    .map((each) => maskEnrolment(each, mask))
    .map(({ appliedOn, startsOn, endsOn, endReason, fromSchool, toSchool }) => ({
      appliedOn,
      startsOn,
      endsOn,
      endReason,
      fromSchool,
      toSchool,
    }))
}

function readMemberships(pupil: Pupil, { rows, groups, asOf }: PupilReading) {
  const rank = (groupId: string) => (groups.get(groupId)?.kind === 'class' ? 0 : 1)
  const nameOf = (groupId: string) => groups.get(groupId)?.name ?? ''
  return rows
    .membershipsOf(pupil.id)
    .filter(({ groupId, until }) => groups.has(groupId) && !isOver(until, asOf))
    .toSorted(
      (a, b) =>
        rank(a.groupId) - rank(b.groupId) ||
        compare(nameOf(a.groupId), nameOf(b.groupId)) ||
        compare(a.id, b.id),
    )
    .map(({ id, groupId, from, until }) => ({ id: leavingId(pupil, id), groupId, from, until }))
}

function readResidences(id: string, { rows, hidden }: PupilReading): ExportedPupil['residences'] {
  return rows
    .residencesOf(id)
    .filter(({ householdId }) => !hidden.hidesHousehold(householdId))
    .toSorted((a, b) => Number(b.isMain) - Number(a.isMain) || compare(a.id, b.id))
    .map(({ householdId, isMain, arrangement }) => ({ householdId, isMain, arrangement }))
}

/** What a court or the parents wrote down about a tie leads to a child as well. */
function readTies(id: string, { rows, hidden }: PupilReading): ExportedPupil['guardians'] {
  return rows
    .linksOf(id)
    .toSorted((a, b) => a.contactOrder - b.contactOrder || compare(a.id, b.id))
    .map(({ id: _id, pupilId: _pupilId, ...tie }) =>
      hidden.hidesGuardian(tie.guardianId)
        ? { ...tie, authorityDocument: null, informationDocument: null, note: null }
        : tie,
    )
}
