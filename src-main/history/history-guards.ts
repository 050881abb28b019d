import { eq } from 'drizzle-orm'
import { administrators, office } from '#shared/platform/contract.ts'
import { type Pupil, PupilId } from '#shared/pupils/pupil.ts'
import { mayManage } from '#shared/staff/rights.ts'
import { StaffFields, StaffId } from '#shared/staff/staff.ts'
import { guardianLinks, guardians } from '../families/families-table.ts'
import type { Context, ReadDb, StoredChange } from '../platform/database.ts'
import type { SchoolDatabase } from '../platform/open-database.ts'
import { isMasked, lookedSince } from '../pupils/reveals-table.ts'
import { staff } from '../staff/staff-table.ts'
import { coveredPupils } from './history-mask.ts'
import { findAction } from './stored-history.ts'

type Values = Readonly<Record<string, unknown>>

/** Tables with a rule below. An import has tens of thousands of changes, most of them in others. */
const ruled = new Set(['pupils', 'guardianLinks', 'guardians', 'staff'])

/**
 * Why changes may not be put back though they were recorded. The past must be no way around a rule
 * of the present: each rule here stands in a service too.
 */
export function whatForbids(
  db: ReadDb,
  { sqlite, decode }: SchoolDatabase,
  changes: readonly StoredChange[],
  caller: Context,
): 'history.not-yours' | 'history.changed-since' | null {
  if (changes.some(({ tbl }) => !mayWrite(tbl, caller))) return 'history.not-yours'
  const before = changes
    .filter(({ tbl }) => ruled.has(tbl))
    .map((change) => ({ change, values: valuesBefore(change, decode) }))
  const needsPrincipal = before.some(
    ({ change, values }) => change.tbl === 'guardianLinks' && touchesNoContact(change, values),
  )
  if (needsPrincipal && caller.role !== 'principal') return 'history.not-yours'
  const covered = coveredPupils(db)
  const uncovers = before.some((each) => takesCoverAway(db, sqlite, each, { caller, covered }))
  if (uncovers || before.some((each) => exceedsRights(db, each, caller))) return 'history.not-yours'

  const isBroken = takesEmail(db, before) || leavesNobody(db, before)
  return isBroken ? 'history.changed-since' : null
}

const byAdministrators = new Set(['staff', 'schools'])
const byAnybody = new Set(['preferences', 'savedOverviews'])

function mayWrite(tbl: string, { role }: Context) {
  if (byAnybody.has(tbl)) return true
  return (byAdministrators.has(tbl) ? administrators : office).some((each) => each === role)
}

/** The fields as they come back; null for a row that goes. */
function valuesBefore(
  { tbl, field, old }: StoredChange,
  decode: SchoolDatabase['decode'],
): Values | null {
  if (field !== null) return { [field]: decode(tbl, field, old) }
  return old === null ? null : JSON.parse(old)
}

function touchesNoContact({ field, new: made }: StoredChange, values: Values | null) {
  if (field !== null) return field === 'noContact'
  return Boolean(values ? values.noContact : JSON.parse(made ?? '{}').noContact)
}

type Lookers = { readonly caller: Context; readonly covered: ReadonlyMap<PupilId, Pupil> }
type Before = { readonly change: StoredChange; readonly values: Values | null }

/**
 * Whether a pupil's protection would be lowered by somebody who has not lately seen what it hides.
 * A slip of a moment ago is taken back freely: whoever made it had the open file before them.
 */
function takesCoverAway(
  db: ReadDb,
  sqlite: SchoolDatabase['sqlite'],
  { change, values }: Before,
  { caller, covered }: Lookers,
) {
  const level = change.tbl === 'pupils' ? values?.protectionLevel : undefined
  if (typeof level !== 'number') return false
  const pupil = covered.get(PupilId.parse(change.rowId))
  if (!pupil || level >= pupil.protectionLevel || !isMasked(db, pupil, caller)) return false
  const action = findAction(sqlite, change.actionId)
  return action?.staffId !== caller.staffId || action.at < lookedSince(caller)
}

/** Whether it is about a colleague whom the caller may not look after, as they are or were. */
function exceedsRights(db: ReadDb, { change, values }: Before, caller: Context) {
  if (change.tbl !== 'staff') return false
  const person = db
    .select()
    .from(staff)
    .where(eq(staff.id, StaffId.parse(change.rowId)))
    .get()
  const { role, seesMedical }: Values = { ...person, ...values }
  const was = { role: StaffFields.shape.role.parse(role ?? 'ict'), seesMedical: !!seesMedical }
  return !mayManage(caller, was) || (person !== undefined && !mayManage(caller, person))
}

/** Whether an e-mail address would come back that somebody else has by now. */
function takesEmail(db: ReadDb, before: readonly Before[]) {
  const emails = new Map<string, string>()
  for (const { change, values } of before) {
    const email = change.tbl === 'guardians' ? values?.email : null
    if (typeof email === 'string') emails.set(change.rowId, email.toLowerCase())
  }
  if (emails.size === 0) return false
  const wanted = new Set(emails.values())
  return db
    .select({ id: guardians.id, email: guardians.email })
    .from(guardians)
    .innerJoin(guardianLinks, eq(guardianLinks.guardianId, guardians.id))
    .all()
    .some(({ id, email }) => email && !emails.has(id) && wanted.has(email.toLowerCase()))
}

/** Whether nobody would be left who may work with pupils and let others in. */
function leavesNobody(db: ReadDb, before: readonly Before[]) {
  const changed = before.filter(({ change }) => change.tbl === 'staff')
  if (changed.length === 0) return false
  const people = new Map<string, Values>(
    db
      .select()
      .from(staff)
      .all()
      .map((person) => [person.id, person]),
  )
  for (const { change, values } of changed.toReversed()) {
    if (values) people.set(change.rowId, { ...people.get(change.rowId), ...values })
    else people.delete(change.rowId)
  }
  const isAdministrator = ({ role, isActive }: Values) =>
    Boolean(isActive) && office.some((each) => each === role)
  return ![...people.values()].some(isAdministrator)
}
