import { isNull } from 'drizzle-orm'
import type { Phone } from '#shared/families/contact.ts'
import type { GuardianLink } from '#shared/families/guardian.ts'
import type { Residence } from '#shared/families/household.ts'
import type { GroupMembership, GroupStaff } from '#shared/groups/group.ts'
import type { Enrolment } from '#shared/pupils/pupil.ts'
import {
  guardianLinks,
  guardians,
  households,
  phones,
  residences,
} from '../../families/families-table.ts'
import { groupStaff, groups, memberships, schoolYears } from '../../groups/groups-table.ts'
import { externalKeys } from '../../imports/imports-table.ts'
import type { ReadDb } from '../../platform/database.ts'
import { enrolments, pupils } from '../../pupils/pupils-table.ts'
import { schools } from '../../school/school-table.ts'
import { staff } from '../../staff/staff-table.ts'
import type { ExportedKey, ExportedPhone } from '../exported-school.ts'

export type SchoolRows = ReturnType<typeof readRows>

/** All rows that an export may need, read once and found by whom they belong to. */
export function readRows(db: ReadDb) {
  const school = db.select().from(schools).get()
  if (!school) throw new Error('The file holds no school')
  const links = db.select().from(guardianLinks).all()
  const homes = db.select().from(residences).all()
  const tasks = db.select().from(groupStaff).all()
  const places = db.select().from(memberships).all()
  const stays = db.select().from(enrolments).all()
  return {
    school,
    years: db.select().from(schoolYears).all(),
    groups: db.select().from(groups).all(),
    pupils: db.select().from(pupils).where(isNull(pupils.mergedInto)).all(),
    guardians: db.select().from(guardians).all(),
    households: db.select().from(households).all(),
    staff: db.select().from(staff).all(),
    enrolmentsOf: by<Enrolment>(stays, ({ pupilId }) => pupilId),
    memberships: places,
    tasks,
    membershipsOf: by<GroupMembership>(places, ({ pupilId }) => pupilId),
    linksOf: by<GuardianLink>(links, ({ pupilId }) => pupilId),
    linksOfGuardian: by<GuardianLink>(links, ({ guardianId }) => guardianId),
    residencesOf: by<Residence>(homes, ({ pupilId }) => pupilId),
    residencesIn: by<Residence>(homes, ({ householdId }) => householdId),
    tasksOfGroup: by<GroupStaff>(tasks, ({ groupId }) => groupId),
    tasksOfStaff: by<GroupStaff>(tasks, ({ staffId }) => staffId),
    phonesOf: readPhones(db),
    ...readKeys(db),
    ownersOfRow: findOwners([...links, ...stays, ...places, ...tasks, ...readOwned(db)]),
  }
}

type Owned = {
  readonly id: string
  readonly pupilId?: string
  readonly guardianId?: string
  readonly staffId?: string
  readonly ownerId?: string
}

/** Whom a row belongs to; a tie belongs to both its people, and a place in a group to its pupil. */
export const ownersOf = ({ pupilId, guardianId, staffId, ownerId }: Omit<Owned, 'id'>) =>
  [pupilId, guardianId, staffId, ownerId].flatMap((id) => id ?? [])

function findOwners(rows: readonly Owned[]) {
  const owners = new Map(rows.map((row) => [row.id, ownersOf(row)]))
  return (rowId: string): readonly string[] => owners.get(rowId) ?? []
}

const readOwned = (db: ReadDb): Owned[] => [
  ...db.select({ id: phones.id, ownerId: phones.ownerId }).from(phones).all(),
  ...db.select({ id: externalKeys.id, ownerId: externalKeys.ownerId }).from(externalKeys).all(),
]

function readPhones(db: ReadDb): (ownerId: string) => readonly ExportedPhone[] {
  const find = by<Phone>(db.select().from(phones).all(), ({ ownerId }) => ownerId)
  return (ownerId) =>
    find(ownerId)
      .toSorted((a, b) => a.position - b.position || compare(a.number, b.number))
      .map(({ kind, number, mayCallDuringSchool }) => ({ kind, number, mayCallDuringSchool }))
}

/** A merged pupil's keys lead to the one that went on, after the keys of its own. */
function readKeys(db: ReadDb) {
  const merged = new Map<string, string | null>(
    db
      .select({ id: pupils.id, mergedInto: pupils.mergedInto })
      .from(pupils)
      .all()
      .map(({ id, mergedInto }) => [id, mergedInto]),
  )
  const keys = db.select().from(externalKeys).all()
  const find = by(keys, ({ ownerId }) => standing(ownerId))
  const findOwn = by(keys, ({ ownerId }) => ownerId)
  return {
    mergedAway: [...merged].flatMap(([id, into]) => (into === null ? [] : [id])),
    keysOf: (ownerId: string) =>
      find(ownerId)
        .toSorted((a, b) => Number(a.ownerId !== ownerId) - Number(b.ownerId !== ownerId))
        .map(plainKey),
    /** Also of a pupil that was merged into another. */
    ownKeysOf: (ownerId: string) => findOwn(ownerId).map(plainKey),
  }

  /** At most a few steps: a record that went on may later have been merged itself. */
  function standing(id: string): string {
    let current = id
    for (let step = 0; step < 20; step++) current = merged.get(current) ?? current
    return current
  }
}

const plainKey = ({ source, value }: ExportedKey): ExportedKey => ({ source, value })

function by<Row>(rows: readonly Row[], ownerOf: (row: Row) => string) {
  const found = Map.groupBy(rows, ownerOf)
  return (ownerId: string): readonly Row[] => found.get(ownerId) ?? []
}

export const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
