import { sql } from 'drizzle-orm'
import type { StaffRole } from '#shared/platform/role.ts'
import { mayManage } from '#shared/staff/rights.ts'
import type { PortalDevice } from '#shared/sync/sync-protocol.ts'
import { rowsOf } from '../platform/portal-database.ts'
import { type Device, makeEnrolCode, revokeDevice } from './devices.ts'
import type { HubParts } from './hub-parts.ts'

/** Who looks after the computers of the school. */
const keepers: readonly StaffRole[] = ['office', 'principal', 'ict']

/** Whether the desk's user may see and block other desks now. */
export async function keepsDevices({ database }: HubParts, { schoolId, staffId }: Device) {
  const [last] = await database.inSchool(schoolId, (tx) =>
    rowsOf<{ role: StaffRole; is_active: boolean }>(
      tx,
      sql`SELECT role, is_active FROM staff_roles
          WHERE staff_id = ${staffId} ORDER BY from_at DESC LIMIT 1`,
    ),
  )
  return last?.is_active === true && keepers.includes(last.role)
}

/** Every computer of the school, the oldest first. */
export async function listDevices({ database }: HubParts, asking: Device): Promise<PortalDevice[]> {
  const found = await database.inSchool(asking.schoolId, (tx) =>
    rowsOf<StoredDevice>(
      tx,
      sql`SELECT device_id, name, staff_id, made_at, last_seen_at, waiting, revoked_at, wiped_at
          FROM devices ORDER BY tag`,
    ),
  )
  return found.map((each) => ({
    device: each.device_id,
    name: each.name,
    staffId: each.staff_id,
    madeAt: iso(each.made_at) ?? '',
    seenAt: iso(each.last_seen_at),
    waiting: Number(each.waiting),
    revokedAt: iso(each.revoked_at),
    wipedAt: iso(each.wiped_at),
    isThis: each.device_id === asking.id,
  }))
}

type Moment = string | Date | null
type StoredDevice = {
  readonly device_id: string
  readonly name: string
  readonly staff_id: string
  readonly made_at: Moment
  readonly last_seen_at: Moment
  readonly waiting: number
  readonly revoked_at: Moment
  readonly wiped_at: Moment
}

const iso = (moment: Moment) => (moment === null ? null : new Date(moment).toISOString())

/**
 * A code for one more computer of a member of staff; null when nobody active is meant, or somebody who
 * sees more than the desk's user may let in: ICT makes no code that opens the pupils.
 */
export async function codeFor(parts: HubParts, asking: Device, staffId: string) {
  const rights = await parts.database.inSchool(asking.schoolId, (tx) =>
    rowsOf<{ staff_id: string; role: StaffRole; sees_medical: boolean }>(
      tx,
      sql`SELECT staff_id, role, sees_medical FROM staff_roles
          WHERE staff_id IN (${staffId}, ${asking.staffId}) AND until_at IS NULL AND is_active`,
    ),
  )
  const viewerOf = (id: string) => {
    const found = rights.find(({ staff_id }) => staff_id === id)
    return found && { role: found.role, seesMedical: found.sees_medical }
  }
  const [keeper, person] = [viewerOf(asking.staffId), viewerOf(staffId)]
  if (!keeper || !person || !mayManage(keeper, person)) return null
  return makeEnrolCode(parts, asking.schoolId, staffId)
}

/** Blocks a computer of the same school. */
export async function blockDevice(
  parts: HubParts,
  { schoolId }: Device,
  { device, collects }: { readonly device: string; readonly collects: boolean },
) {
  const at = new Date(parts.now()).toISOString()
  await parts.database.inSchool(schoolId, (tx) => revokeDevice(tx, device, { at, collects }))
}
