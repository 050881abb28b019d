import { sql } from 'drizzle-orm'
import { rowsOf, type SchoolTx } from '../../src-portal/platform/portal-database.ts'
import type { aHub } from '../sync/test-hub.ts'

type Hub = Awaited<ReturnType<typeof aHub>>
/** Everything of one school as of one moment, by table. */
export type PortalCopy = ReadonlyMap<string, string>

/** Named by others' foreign keys. */
const first = ['schools', 'devices']
/** Sessions are worth nothing later, and the school itself stays. */
const leftOut = ['schools', 'device_sessions', 'device_challenges']

/** As the nightly backup of the portal has it. */
export async function copyPortal({ database, schoolId }: Hub): Promise<PortalCopy> {
  return database.acrossSchools(async (tx) => {
    const copy = new Map<string, string>()
    for (const table of await tablesOf(tx)) {
      const [found] = await rowsOf<{ rows: string }>(
        tx,
        sql`SELECT coalesce(jsonb_agg(to_jsonb(t)), '[]')::text AS rows FROM ${sql.identifier(table)} t
            WHERE school_id = ${schoolId}::uuid`,
      )
      copy.set(table, found?.rows ?? '[]')
    }
    return copy
  })
}

/** Puts the copy back; a new epoch begins, as `restore` of the portal does it. */
export async function restorePortal({ database, schoolId }: Hub, copy: PortalCopy) {
  await database.acrossSchools(async (tx) => {
    const tables = [...copy.keys()]
    await tx.execute(sql`DELETE FROM device_sessions WHERE school_id = ${schoolId}::uuid`)
    await tx.execute(sql`DELETE FROM device_challenges WHERE school_id = ${schoolId}::uuid`)
    for (const table of tables.toReversed()) {
      const name = sql.identifier(table)
      await tx.execute(sql`DELETE FROM ${name} WHERE school_id = ${schoolId}::uuid`)
    }
    for (const table of tables) {
      const name = sql.identifier(table)
      const columns = sql.raw(await ownColumns(tx, table))
      await tx.execute(
        sql`INSERT INTO ${name} (${columns}) SELECT ${columns}
            FROM jsonb_populate_recordset(NULL::${name}, ${copy.get(table)}::jsonb)`,
      )
    }
    await tx.execute(
      sql`UPDATE sync_clocks SET epoch = gen_random_uuid() WHERE school_id = ${schoolId}::uuid`,
    )
  })
}

/** The tables that sync knows of a school. */
async function tablesOf(tx: SchoolTx) {
  const found = await rowsOf<{ name: string }>(
    tx,
    sql`SELECT table_name AS name FROM information_schema.columns
        WHERE table_schema = 'public' AND column_name = 'school_id' ORDER BY table_name`,
  )
  const names = found.map(({ name }) => name).filter((name) => !leftOut.includes(name))
  const ahead = first.filter((name) => names.includes(name))
  return [...ahead, ...names.filter((name) => !ahead.includes(name))]
}

async function ownColumns(tx: SchoolTx, table: string): Promise<string> {
  const found = await rowsOf<{ name: string }>(
    tx,
    sql`SELECT quote_ident(column_name) AS name FROM information_schema.columns
        WHERE table_schema = 'public' AND table_name = ${table} AND is_generated = 'NEVER'`,
  )
  return found.map(({ name }) => name).join(', ')
}
