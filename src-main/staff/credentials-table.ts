import { hash, verify } from '@node-rs/argon2'
import { eq } from 'drizzle-orm'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { StaffId } from '#shared/staff/staff.ts'
import type { Connection } from '../platform/connection.ts'
import type { ReadDb } from '../platform/database.ts'

/**
 * Password hashes (argon2id, PHC text) of the people who sign in at this computer. Local: they
 * never sync and never reach the history.
 */
export const credentials = sqliteTable('credentials', {
  staffId: text().$type<StaffId>().primaryKey(),
  passwordHash: text().notNull(),
  /** Of the telephone's app, base32; null while there is no second factor here. */
  totpSecret: text(),
  totpLastStep: integer().notNull(),
})

// security.md 3; argon2id is the package's default.
const stretching = { memoryCost: 65_536, timeCost: 3, parallelism: 1 }

/** The hash of a password nobody knows, so that an unknown user name takes as long as a known one. */
const nobodysHash =
  '$argon2id$v=19$m=65536,t=3,p=1$gzc168fJDcHGHlmf3o2pWw$Wz/iXbEhCdAfFEsV1v6iHBlb1jhdtfd3IHFIvfHr0rg'

/**
 * Stores what a password is checked against. The one write outside `save()`: a hash must not come
 * into the history, nor into the outbox.
 */
export async function keepPassword(sqlite: Connection, staffId: StaffId, password: string) {
  const passwordHash = await hash(password, stretching)
  // A running job holds the transaction; if it is cancelled the new password would go with it.
  while (sqlite.inTransaction) await new Promise((resolve) => setTimeout(resolve, 20))
  sqlite
    .prepare(
      `INSERT INTO credentials (staffId, passwordHash) VALUES (?, ?)
       ON CONFLICT (staffId) DO UPDATE SET passwordHash = excluded.passwordHash`,
    )
    .run(staffId, passwordHash)
}

/** Whether this is the person's password; takes as long for nobody, whom `null` stands for. */
export async function isPasswordOf(db: ReadDb, staffId: StaffId | null, password: string) {
  const known = staffId
    ? db.select().from(credentials).where(eq(credentials.staffId, staffId)).get()
    : undefined
  const fits = await verify(known?.passwordHash ?? nobodysHash, password)
  return known !== undefined && fits
}

export const hasPassword = (db: ReadDb, staffId: StaffId) =>
  db
    .select({ id: credentials.staffId })
    .from(credentials)
    .where(eq(credentials.staffId, staffId))
    .get() !== undefined
