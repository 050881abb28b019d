import { and, eq, gte, inArray, isNull, lte, or } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { ChangeRequest } from '#shared/change-requests/change-request.ts'
import type { FamilyRows } from '#shared/change-requests/rules/family-rows.ts'
import type { FieldValue, RowFields } from '#shared/sync/sync-protocol.ts'
import {
  contactLinks,
  contacts,
  guardianLinks,
  guardians,
  households,
  phones,
  residences,
} from '../../families/families-table.ts'
import { memberships } from '../../groups/groups-table.ts'
import type { Context, ReadDb } from '../../platform/database.ts'
import { medicals, pupils } from '../../pupils/pupils-table.ts'

type Asking = Pick<ChangeRequest, 'guardianId'> & {
  /** A new contact is asked: then it may be one whom the school knows for others. */
  readonly wantsContact: boolean
}

/** The rows around a guardian that the shared rules judge a request by. */
export function readFamily(
  db: ReadDb,
  { guardianId, wantsContact }: Asking,
  { today }: Pick<Context, 'today'>,
): FamilyRows {
  const own = db.select().from(guardians).where(eq(guardians.id, guardianId)).get()
  const links = db
    .select()
    .from(guardianLinks)
    .where(eq(guardianLinks.guardianId, guardianId))
    .all()
  const pupilIds = links.map(({ pupilId }) => pupilId)
  const home = own?.householdId ?? null
  const around = readContacts(db, pupilIds, wantsContact)
  const owners: string[] = [guardianId, ...pupilIds, ...around.ownIds]
  if (home) owners.push(home)
  const isCurrent = and(
    or(isNull(memberships.from), lte(memberships.from, today)),
    or(isNull(memberships.until), gte(memberships.until, today)),
  )
  const inGroups = db.select().from(memberships)
  return {
    guardians: asRows(
      home
        ? db
            .select()
            .from(guardians)
            .where(or(eq(guardians.id, guardianId), eq(guardians.householdId, home)))
            .all()
        : own
          ? [own]
          : [],
    ),
    guardianLinks: asRows(links),
    pupils: asRows(db.select().from(pupils).where(inArray(pupils.id, pupilIds)).all()),
    medicals: asRows(db.select().from(medicals).where(inArray(medicals.id, pupilIds)).all()),
    memberships: asRows(
      inGroups.where(and(inArray(memberships.pupilId, pupilIds), isCurrent)).all(),
    ),
    households: home
      ? asRows(db.select().from(households).where(eq(households.id, home)).all())
      : [],
    residences: home
      ? asRows(db.select().from(residences).where(eq(residences.householdId, home)).all())
      : [],
    contacts: asRows(around.contacts),
    contactLinks: asRows(around.links),
    phones: asRows(db.select().from(phones).where(amongOwners(phones.ownerId, owners)).all()),
  }
}

const amongOwners = (column: SQLiteColumn, owners: readonly string[]) =>
  inArray(column, [...owners])

/** The contacts of these children with every tie they have, and whom the school knows for all. */
function readContacts(
  db: ReadDb,
  pupilIds: readonly (typeof contactLinks.$inferSelect)['pupilId'][],
  wantsContact: boolean,
) {
  const own = db
    .select()
    .from(contactLinks)
    .where(inArray(contactLinks.pupilId, [...pupilIds]))
    .all()
  const ownIds = [...new Set(own.map(({ contactId }) => contactId))]
  const links = db.select().from(contactLinks).where(inArray(contactLinks.contactId, ownIds)).all()
  const shared = inArray(contacts.kind, ['doctor', 'dentist', 'after-school-care'])
  const isOwn = inArray(contacts.id, ownIds)
  const found = db
    .select()
    .from(contacts)
    .where(wantsContact ? or(isOwn, shared) : isOwn)
    .all()
  return { links, ownIds, contacts: found }
}

const asRows = (found: readonly Readonly<Record<string, unknown>>[]): RowFields[] =>
  found.map((row) =>
    Object.fromEntries(Object.entries(row).map(([field, value]) => [field, asField(value)])),
  )

/** As SQLite keeps it: booleans are 0 and 1, lists are JSON text. */
function asField(value: unknown): FieldValue {
  if (typeof value === 'string' || typeof value === 'number') return value
  if (typeof value === 'boolean') return Number(value)
  return value === null || value === undefined ? null : JSON.stringify(value)
}
