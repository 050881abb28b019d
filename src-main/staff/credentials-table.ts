import { sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { StaffId } from '#shared/staff/staff.ts'

/**
 * Password hashes (argon2id, PHC text) of the people who sign in at this computer. Local: they
 * never sync and never reach the history. Key slots per account will take their place.
 */
export const credentials = sqliteTable('credentials', {
  staffId: text().$type<StaffId>().primaryKey(),
  passwordHash: text().notNull(),
})
