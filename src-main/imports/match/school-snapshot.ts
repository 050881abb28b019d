import type { CalendarEvent } from '#shared/calendar/calendar-event.ts'
import type { Phone } from '#shared/families/contact.ts'
import type { Guardian, GuardianLink } from '#shared/families/guardian.ts'
import type { Household, Residence } from '#shared/families/household.ts'
import type { Group, GroupMembership, GroupStaff, SchoolYear } from '#shared/groups/group.ts'
import type { Country } from '#shared/platform/language.ts'
import type { Enrolment, Pupil } from '#shared/pupils/pupil.ts'
import type { Staff } from '#shared/staff/staff.ts'
import { calendarEvents } from '../../calendar/calendar-table.ts'
import {
  guardianLinks,
  guardians,
  households,
  phones,
  residences,
} from '../../families/families-table.ts'
import { groupStaff, groups, memberships, schoolYears } from '../../groups/groups-table.ts'
import type { ReadDb } from '../../platform/database.ts'
import { enrolments, pupils } from '../../pupils/pupils-table.ts'
import { schools } from '../../school/school-table.ts'
import { staff } from '../../staff/staff-table.ts'
import { externalKeys } from '../imports-table.ts'

export type KeyOwner = (typeof externalKeys.$inferSelect)['ownerTable']

/** All of the school that an import is compared with, read once: a query per record takes minutes. */
export type SchoolSnapshot = {
  readonly country: Country
  readonly keepsNationalNumber: boolean
  readonly registrationNumber: string | null
  readonly years: readonly SchoolYear[]
  readonly groups: ReadonlyMap<string, Group>
  readonly pupils: ReadonlyMap<string, Pupil>
  readonly guardians: ReadonlyMap<string, Guardian>
  readonly staff: ReadonlyMap<string, Staff>
  readonly households: ReadonlyMap<string, Household>
  readonly events: ReadonlyMap<string, CalendarEvent>
  readonly enrolmentsByPupil: ReadonlyMap<string, readonly Enrolment[]>
  readonly membershipsByPupil: ReadonlyMap<string, readonly GroupMembership[]>
  readonly residencesByPupil: ReadonlyMap<string, readonly Residence[]>
  readonly residencesByHousehold: ReadonlyMap<string, readonly Residence[]>
  readonly linksByPupil: ReadonlyMap<string, readonly GuardianLink[]>
  readonly linksByGuardian: ReadonlyMap<string, readonly GuardianLink[]>
  readonly phonesByOwner: ReadonlyMap<string, readonly Phone[]>
  readonly groupStaffByStaff: ReadonlyMap<string, readonly GroupStaff[]>
  /** Whom another system's key stands for; a merged pupil's keys lead to the one that went on. */
  readonly ownerOf: (table: KeyOwner, source: string, value: string) => string | null
  readonly keysOf: (
    ownerId: string,
  ) => readonly { readonly source: string; readonly value: string }[]
}

export function readSnapshot(db: ReadDb): SchoolSnapshot {
  const school = db.select().from(schools).get()
  if (!school) throw new Error('The file holds no school')
  const allPupils = db.select().from(pupils).all()
  const links = db.select().from(guardianLinks).all()
  const homes = db.select().from(residences).all()
  return {
    country: school.country,
    keepsNationalNumber: school.keepsNationalNumber,
    registrationNumber: school.registrationNumber,
    years: db.select().from(schoolYears).all(),
    groups: byId(db.select().from(groups).all()),
    pupils: byId(allPupils.filter(({ mergedInto }) => mergedInto === null)),
    guardians: byId(db.select().from(guardians).all()),
    staff: byId(db.select().from(staff).all()),
    households: byId(db.select().from(households).all()),
    events: byId(db.select().from(calendarEvents).all()),
    enrolmentsByPupil: gather(db.select().from(enrolments).all(), ({ pupilId }) => pupilId),
    membershipsByPupil: gather(db.select().from(memberships).all(), ({ pupilId }) => pupilId),
    residencesByPupil: gather(homes, ({ pupilId }) => pupilId),
    residencesByHousehold: gather(homes, ({ householdId }) => householdId),
    linksByPupil: gather(links, ({ pupilId }) => pupilId),
    linksByGuardian: gather(links, ({ guardianId }) => guardianId),
    phonesByOwner: gather(db.select().from(phones).all(), ({ ownerId }) => ownerId),
    groupStaffByStaff: gather(db.select().from(groupStaff).all(), ({ staffId }) => staffId),
    ...indexKeys(db, allPupils),
  }
}

function indexKeys(db: ReadDb, allPupils: readonly Pupil[]) {
  const keys = db.select().from(externalKeys).all()
  const merged = new Map(allPupils.map(({ id, mergedInto }) => [String(id), mergedInto]))
  const owners = new Map(
    keys.map(({ ownerTable, source, value, ownerId }) => [
      `${ownerTable}\n${source}\n${value}`,
      standing(ownerId),
    ]),
  )
  const byOwner = gather(keys, ({ ownerId }) => standing(ownerId))
  return {
    ownerOf: (table: KeyOwner, source: string, value: string) =>
      owners.get(`${table}\n${source}\n${value}`) ?? null,
    keysOf: (ownerId: string) => byOwner.get(ownerId) ?? [],
  }

  /** At most a few steps: a record that went on may later have been merged itself. */
  function standing(id: string): string {
    let current = id
    for (let step = 0; step < 20; step++) current = merged.get(current) ?? current
    return current
  }
}

const byId = <Row extends { readonly id: string }>(rows: readonly Row[]) =>
  new Map<string, Row>(rows.map((row) => [row.id, row]))

/** Rows by whom they belong to. */
export function gather<Row>(rows: readonly Row[], ownerOf: (row: Row) => string) {
  const found = new Map<string, Row[]>()
  for (const row of rows) {
    const own = found.get(ownerOf(row))
    if (own) own.push(row)
    else found.set(ownerOf(row), [row])
  }
  return found
}
