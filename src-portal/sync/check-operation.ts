import { sql } from 'drizzle-orm'
import { roles, type StaffRole } from '#shared/platform/role.ts'
import { fits } from '#shared/sync/field-kinds.ts'
import { fieldsOf } from '#shared/sync/schema-window.ts'
import { tablePaths } from '#shared/sync/scopes.ts'
import type {
  FieldValue,
  RejectionCode,
  RowFields,
  SetOperation,
} from '#shared/sync/sync-protocol.ts'
import { syncedFields } from '#shared/sync/synced-fields.ts'
import { mayWrite, teachersWrite } from '#shared/sync/write-rights.ts'
import { rowsOf, type SchoolTx } from '../platform/portal-database.ts'
import type { Device } from './devices.ts'
import type { HubRow } from './hub-row.ts'
import type { OwnGroups } from './own-groups.ts'

type Period = {
  readonly role: StaffRole
  readonly isActive: boolean
  readonly from: number
  readonly until: number
}

/** What decides whether a desk may write: who its user is, and was. */
export type Check = {
  readonly staffId: string
  readonly periods: readonly Period[]
  /** Whose pupils and groups an operation is about. */
  readonly own: OwnGroups
  /** Of the desk: what its rows consist of. */
  readonly schema: number
  /** Milliseconds since 1970. */
  readonly now: number
}

/** Reads who the desk's user is and was, oldest first. */
export async function readChecks(
  tx: SchoolTx,
  { staffId }: Device,
  { now, schema, own }: Pick<Check, 'now' | 'schema' | 'own'>,
): Promise<Check> {
  const found = await rowsOf<{ role: string; is_active: boolean; f: number; u: number | null }>(
    tx,
    sql`SELECT role, is_active, extract(epoch FROM from_at)::float8 * 1000 AS f,
          extract(epoch FROM until_at)::float8 * 1000 AS u
        FROM staff_roles WHERE staff_id = ${staffId} ORDER BY from_at`,
  )
  const periods = found.map(({ role, is_active, f, u }) => ({
    role: roles.find((each) => each === role) ?? 'ict',
    isActive: is_active,
    from: Number(f),
    until: u === null ? Number.POSITIVE_INFINITY : Number(u),
  }))
  return { staffId, periods, now, schema, own }
}

export type Refused =
  | { readonly fate: 'rejected'; readonly code: RejectionCode }
  | { readonly fate: 'quarantined'; readonly code: 'right-withdrawn' }

/**
 * Why an operation is not carried out, or null. Work done while somebody had the right counts even
 * when it arrives later; work done after it ended waits for the office and is never dropped.
 */
export function checkOperation(
  check: Check,
  operation: SetOperation,
  row: HubRow | undefined,
): Refused | null {
  const code = whatIsWrong(operation, row, check.schema)
  if (code) return { fate: 'rejected', code }
  const [, , , tbl, , , , hlc] = operation
  const standing = teachersWrite[tbl] ? check.own(operation, row) : 'never'
  const isTeachers = standing === 'now' || standing === 'then'
  const may = ({ role, isActive }: Period) =>
    isActive &&
    (mayWrite(role, tbl, isOwn(check, operation, row)) || (role === 'teacher' && isTeachers)) &&
    (role !== 'ict' || tbl !== 'staff' || staysWithIct(namedFields(operation), row))
  const current = check.periods.at(-1)
  if (current && may(current)) return null
  const millis = Number.parseInt(hlc.slice(0, 12), 16)
  const then = check.periods.find(({ from, until }) => from <= millis && millis < until)
  if (then && may(then)) return null
  const hadIt = standing === 'once' && check.periods.some(({ role }) => role === 'teacher')
  return hadIt || check.periods.some(may)
    ? { fate: 'quarantined', code: 'right-withdrawn' }
    : { fate: 'rejected', code: 'not-allowed' }
}

/** What an operation says that no school could store, whoever sent it. */
export function whatIsWrong(
  operation: SetOperation,
  row: HubRow | undefined,
  schema: number,
): RejectionCode | null {
  const [, , , tbl, id, field, value] = operation
  const fields = syncedFields[tbl]
  if (!fields) return 'unknown-table'
  const named = namedFields(operation)
  if (Object.keys(named).some((name) => !Object.hasOwn(fields, name))) return 'unknown-field'
  const isWrong = Object.entries(named).some(([name, each]) => !fits(fields[name] ?? 'text', each))
  const isMoved = Object.hasOwn(named, 'id') && named.id !== id
  const isHalf = field === null && value !== null && lacksSomething(tbl, named, schema)
  if (isWrong || isMoved || isHalf) return 'invalid-value'
  // Of a row that was never made here, or long forgotten, one field would be half a row for everyone.
  return field !== null && !row ? 'unknown-row' : null
}

/** Whether the desk's user is of the office now. */
export function isOfOffice({ periods }: Check): boolean {
  const current = periods.at(-1)
  return current?.isActive === true && ['office', 'principal'].includes(current.role)
}

/** Whether a new row has no value where every desk needs one. */
function lacksSomething(tbl: string, named: RowFields, schema: number) {
  const kinds = syncedFields[tbl] ?? {}
  return fieldsOf(tbl, schema).some((name) => !fits(kinds[name] ?? 'text?', named[name]))
}

const namedFields = ([, , , , , field, value]: SetOperation): RowFields =>
  field === null ? asFields(value) : { [field]: value as FieldValue }

/**
 * Whether a person's row is, and remains, that of somebody who sees no pupil: whoever looks after
 * computers must not let anybody in where the pupils are (`staff/rights.ts`, `mayManage`).
 */
function staysWithIct(named: Readonly<Record<string, unknown>>, row: HubRow | undefined) {
  const isIct = ({ role, seesMedical }: Readonly<Record<string, unknown>>) =>
    role === 'ict' && seesMedical !== 1
  return (!row || isIct(row.fields)) && isIct({ ...row?.fields, ...named })
}

const asFields = (value: SetOperation[6]) =>
  value !== null && typeof value === 'object' ? value : {}

/** Whether the row is the desk user's own, by what is stored or by what is being made. */
function isOwn({ staffId }: Check, [, , , tbl, , , value]: SetOperation, row: HubRow | undefined) {
  const path = tablePaths[tbl]
  if (path?.about !== 'own') return false
  const owner = row ? row.fields[path.field] : asFields(value)[path.field]
  return owner === staffId
}
