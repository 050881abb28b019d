import type { SQL } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'

/** What a feature is handed: the tables of one school, in one transaction. */
export type SchoolTx = PgDatabase<PgQueryResultHKT, Record<string, never>>

export type PortalDatabase = {
  readonly kind: 'postgres' | 'pglite'
  /**
   * One transaction that sees the rows of one school and no other: row-level security of the
   * database refuses the rest, whatever a query forgets. Committed when `work` ends, rolled back
   * when it throws.
   */
  inSchool<Answer>(schoolId: string, work: (tx: SchoolTx) => Promise<Answer>): Promise<Answer>
  /** One transaction over all schools: which school is meant, the mail queue, backup. */
  acrossSchools<Answer>(work: (tx: SchoolTx) => Promise<Answer>): Promise<Answer>
  /** One question over all schools, without a transaction around it. */
  look<Row>(query: SQL): Promise<Row[]>
  /** Hears what `notify` says in any process of the portal; answers how to stop hearing. */
  listen(channel: string, heard: (payload: string) => void): Promise<() => Promise<void>>
  close(): Promise<void>
}

/** The rows of a query that no table type describes. Columns come as the driver reads them. */
export async function rowsOf<Row>(tx: SchoolTx, query: SQL): Promise<Row[]> {
  const answer = await tx.execute(query)
  return Object(answer).rows
}

/**
 * Work that is undone by itself when it throws, and leaves the transaction around it as it was. The
 * types of the library tell the inside of a transaction from the inside of another one; we do not.
 */
export const apart = <Answer>(tx: SchoolTx, work: (tx: SchoolTx) => Promise<Answer>) =>
  tx.transaction((inner) => work(inner as unknown as SchoolTx))

/** Tells the other processes when this transaction is committed, and not before. */
export async function notify(tx: SchoolTx, channel: string, payload: string) {
  await tx.execute(sql`SELECT pg_notify(${channel}, ${payload})`)
}

/**
 * The walls of a school inside a transaction. The role has no rights of its own beyond the tables,
 * so that not even the owner of the database passes row-level security.
 */
export async function enterSchool(tx: SchoolTx, schoolId: string) {
  await tx.execute(
    sql`SELECT set_config('balie.school', ${schoolId}, true), set_config('role', 'balie_portal', true)`,
  )
}
