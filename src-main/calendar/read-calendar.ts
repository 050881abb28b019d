import { eq } from 'drizzle-orm'
import { calendarMessages } from '#shared/calendar/calendar-messages.ts'
import type { Language } from '#shared/platform/language.ts'
import { speak } from '#shared/platform/messages.ts'
import { schoolDaysMessages } from '#shared/school-days/school-days-messages.ts'
import { StaffId } from '#shared/staff/staff.ts'
import { groups } from '../groups/groups-table.ts'
import type { Context, ReadDb } from '../platform/database.ts'
import { schools } from '../school/school-table.ts'
import { staff } from '../staff/staff-table.ts'

/** What files and paper begin with: the school, the reader's language and the words. */
export function readSetting(db: ReadDb, { staffId }: Context) {
  const school = db.select().from(schools).get()
  if (!school) throw new Error('The file holds no school')
  const me = db
    .select()
    .from(staff)
    .where(eq(staff.id, StaffId.parse(staffId)))
    .get()
  const language: Language = me?.language ?? school.language
  const groupNames = new Map(
    db
      .select({ id: groups.id, name: groups.name })
      .from(groups)
      .all()
      .map(({ id, name }) => [String(id), name]),
  )
  return {
    school,
    language,
    groupNames,
    say: speak(calendarMessages, language),
    sayDay: speak(schoolDaysMessages, language),
  }
}
export type Setting = ReturnType<typeof readSetting>
