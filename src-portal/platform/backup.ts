import { sql } from 'drizzle-orm'
import { startNewEpoch } from './new-epoch.ts'
import { type PortalDatabase, rowsOf, type SchoolTx } from './portal-database.ts'
import { readSealedLines, writeSealedLines } from './sealed-file.ts'
import type { Secrets } from './secrets.ts'

type Parts = { readonly database: PortalDatabase; readonly secrets: Secrets }

const purpose = 'backup'
const pageRows = 500
/** Named by others' foreign keys, so they come first. */
const first = ['schools', 'devices', 'accounts']
/** Sessions are worth nothing after a restore, and tries are counted anew. */
const leftOut = new Set([
  'rate_limits',
  'device_sessions',
  'device_challenges',
  'guardian_sessions',
])

/** Everything of all schools as of one moment, in one closed file. */
export async function backUp({ database, secrets }: Parts, file: string): Promise<number> {
  let rows = 0
  await database.acrossSchools(async (tx) => {
    // Must come first: every page is then read from the same moment.
    await tx.execute(sql`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY`)
    const tables = await tablesOf(tx)
    async function* lines() {
      for (const table of tables) {
        for await (const page of pagesOf(tx, table)) {
          rows += page.length
          yield `${JSON.stringify([table, page])}\n`
        }
      }
    }
    await writeSealedLines(file, secrets.keyFor(purpose), lines())
  })
  return rows
}

async function tablesOf(tx: SchoolTx): Promise<readonly string[]> {
  const found = await rowsOf<{ name: string }>(
    tx,
    sql`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename`,
  )
  const names = found.map(({ name }) => name).filter((name) => !leftOut.has(name))
  return [...first, ...names.filter((name) => !first.includes(name))]
}

/** Through a cursor of the database, so that a large table never stands in memory as a whole. */
async function* pagesOf(tx: SchoolTx, table: string) {
  const name = sql.identifier(table)
  await tx.execute(
    sql`DECLARE backup_rows NO SCROLL CURSOR FOR SELECT to_jsonb(t) AS row FROM ${name} AS t`,
  )
  for (;;) {
    const page = await rowsOf<{ row: unknown }>(
      tx,
      sql`FETCH FORWARD ${sql.raw(String(pageRows))} FROM backup_rows`,
    )
    if (page.length > 0) yield page.map(({ row }) => row)
    if (page.length < pageRows) break
  }
  await tx.execute(sql`CLOSE backup_rows`)
}

/**
 * Puts a backup into an empty portal. Every school begins a new epoch: desks then compare what they
 * have with what is here, and send what the backup is too old to know (sync.md 3).
 */
export async function restore({ database, secrets }: Parts, file: string): Promise<number> {
  let rows = 0
  await database.acrossSchools(async (tx) => {
    const [known] = await rowsOf(tx, sql`SELECT 1 FROM schools LIMIT 1`)
    if (known)
      throw new Error('This portal holds a school already. Restore into an empty database.')
    const tables = new Set(await tablesOf(tx))
    for await (const line of readSealedLines(file, secrets.keyFor(purpose))) {
      const [table, page] = JSON.parse(line)
      if (!tables.has(table)) throw new Error('This backup is of a newer portal.')
      const name = sql.identifier(table)
      const columns = sql.raw(await ownColumns(tx, table))
      await tx.execute(
        sql`INSERT INTO ${name} (${columns}) SELECT ${columns}
            FROM jsonb_populate_recordset(NULL::${name}, ${JSON.stringify(page)}::jsonb)`,
      )
      rows += page.length
    }
    await startNewEpoch(tx)
  })
  return rows
}

/** Those that are not worked out from the others: PostgreSQL fills these in again itself. */
async function ownColumns(tx: SchoolTx, table: string): Promise<string> {
  const found = await rowsOf<{ name: string }>(
    tx,
    sql`SELECT quote_ident(column_name) AS name FROM information_schema.columns
        WHERE table_schema = 'public' AND table_name = ${table} AND is_generated = 'NEVER'
        ORDER BY ordinal_position`,
  )
  return found.map(({ name }) => name).join(', ')
}
