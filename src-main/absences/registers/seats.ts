import { eq } from 'drizzle-orm'
import type { AbsencesContract } from '#shared/absences/absences-contract.ts'
import { ok, refuse } from '#shared/platform/result.ts'
import type { Service } from '../../platform/database.ts'
import { linkId } from '../../platform/ids.ts'
import { seats } from '../absences-table.ts'
import { pupilsOnDay } from '../day-marks-table.ts'
import { mayWriteRegister } from './register-rights.ts'

/** Where everybody sits; who is not named has no place of its own and stands behind the others. */
export const seat: Service<AbsencesContract>['seat'] = (db, { groupId, seats: wanted }, caller) => {
  if (!mayWriteRegister(db, groupId, caller)) return refuse('register.not-yours')
  const members = new Set(pupilsOnDay(db, caller.today, groupId).map(({ id }) => id))
  if (wanted.some(({ pupilId }) => !members.has(pupilId))) return refuse('register.not-in-group')

  const named = new Set<string>()
  for (const { pupilId, place } of wanted) {
    const id = linkId('seats', groupId, pupilId)
    named.add(id)
    db.save(seats, { id, groupId, pupilId, place })
  }
  const known = db.select().from(seats).where(eq(seats.groupId, groupId)).all()
  for (const { id } of known) if (!named.has(id)) db.remove(seats, id)
  return ok(null)
}
