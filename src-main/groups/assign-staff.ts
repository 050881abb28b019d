import { eq } from 'drizzle-orm'
import type { GroupsContract } from '#shared/groups/groups-contract.ts'
import { ok, refuse } from '#shared/platform/result.ts'
import { displayName } from '#shared/pupils/person-name.ts'
import type { Service } from '../platform/database.ts'
import { linkId } from '../platform/ids.ts'
import { staff } from '../staff/staff-table.ts'
import { groupStaff, groups } from './groups-table.ts'

/** Who works with a group, which decides what a teacher sees; no task takes the person off it. */
export const assignStaff: Service<GroupsContract>['assignStaff'] = (
  db,
  { groupId, staffId, task },
) => {
  const group = db.select().from(groups).where(eq(groups.id, groupId)).get()
  if (!group) return refuse('group.not-found')
  const person = db.select().from(staff).where(eq(staff.id, staffId)).get()
  if (!person) return refuse('staff.not-found')

  const id = linkId('groupStaff', groupId, staffId)
  if (task) db.save(groupStaff, { id, groupId, staffId, task })
  else db.remove(groupStaff, id)
  db.describe(`${displayName(person)}, ${group.name}`)
  return ok(null)
}
