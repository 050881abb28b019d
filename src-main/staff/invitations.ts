import { randomInt } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { eq } from 'drizzle-orm'
import { sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { codeSigns } from '#shared/accounts/link-code.ts'
import { addDays, type Day } from '#shared/platform/day.ts'
import type { StaffId } from '#shared/staff/staff.ts'
import type { Connection } from '../platform/connection.ts'
import type { ReadDb } from '../platform/database.ts'

export const staffInvitations = sqliteTable('staffInvitations', {
  staffId: text().$type<StaffId>().primaryKey(),
  codeHash: text().notNull(),
  endsOn: text().$type<Day>().notNull(),
})

const validDays = 7
/** Ten signs of thirty-one are 49 bits: with the brake on wrong tries nobody guesses one in a week. */
const signs = 10

/** A code on a slip, with which somebody chooses the own password; an older one ends. */
export async function makeInvitation(sqlite: Connection, staffId: StaffId, today: Day) {
  const drawn = Array.from({ length: signs }, () => codeSigns.charAt(randomInt(codeSigns.length)))
  const code = drawn.join('')
  const codeHash = await hash(code)
  const endsOn = addDays(today, validDays)
  await untilFree(sqlite)
  sqlite
    .prepare(
      `INSERT INTO staffInvitations (staffId, codeHash, endsOn) VALUES (?, ?, ?)
       ON CONFLICT (staffId) DO UPDATE SET codeHash = excluded.codeHash, endsOn = excluded.endsOn`,
    )
    .run(staffId, codeHash, endsOn)
  return { code: `${code.slice(0, 5)}-${code.slice(5)}`, endsOn }
}

/** Whether this is the person's code; takes as long for nobody. */
export async function isInvited(db: ReadDb, staffId: StaffId | null, typed: string, today: Day) {
  const known = staffId
    ? db.select().from(staffInvitations).where(eq(staffInvitations.staffId, staffId)).get()
    : undefined
  const code = typed.toUpperCase().replace(/[^0-9A-Z]/g, '')
  const fits = await verify(known?.codeHash ?? nobodysHash, code)
  return known !== undefined && fits && known.endsOn >= today
}

export async function endInvitation(sqlite: Connection, staffId: StaffId) {
  await untilFree(sqlite)
  sqlite.prepare('DELETE FROM staffInvitations WHERE staffId = ?').run(staffId)
}

/** Of a code that nobody was given. */
const nobodysHash =
  '$argon2id$v=19$m=19456,t=2,p=1$gzc168fJDcHGHlmf3o2pWw$Wz/iXbEhCdAfFEsV1v6iHBlb1jhdtfd3IHFIvfHr0rg'

/** A running job holds the transaction; if it is cancelled the new code would go with it. */
async function untilFree(sqlite: Connection) {
  while (sqlite.inTransaction) await new Promise((resolve) => setTimeout(resolve, 20))
}
