import { and, eq } from 'drizzle-orm'
import type { DayPart } from '#shared/absences/absence-mark.ts'
import type { GroupId } from '#shared/groups/group.ts'
import type { Day } from '#shared/platform/day.ts'
import { groupStaff } from '../../groups/groups-table.ts'
import type { Context, ReadDb } from '../../platform/database.ts'
import { linkId } from '../../platform/ids.ts'
import { registers } from '../absences-table.ts'

/** The office writes in every register, a teacher in those of own groups. */
export function mayWriteRegister(db: ReadDb, groupId: GroupId, { role, staffId }: Context) {
  if (role === 'office' || role === 'principal') return true
  return ownGroupIds(db, staffId).has(groupId)
}

export function ownGroupIds(db: ReadDb, staffId: string): ReadonlySet<GroupId> {
  const rows = db.select().from(groupStaff).all()
  return new Set(rows.filter((row) => row.staffId === staffId).map(({ groupId }) => groupId))
}

export const registerId = (groupId: string, day: Day, part: DayPart) =>
  linkId('registers', groupId, day, part)

/** The row of a register, or what it would be before anybody touched it. */
export function registerOf(db: ReadDb, groupId: GroupId, day: Day, part: DayPart) {
  const id = registerId(groupId, day, part)
  const row = db
    .select()
    .from(registers)
    .where(and(eq(registers.id, id)))
    .get()
  const empty = { closedAt: null, closedBy: null, remindedAt: null, remindedBy: null }
  return row ?? { id, groupId, day, part, ...empty }
}
