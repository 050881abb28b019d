import { open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'
import { enterSchool, type PortalDatabase, type SchoolTx } from './portal-database.ts'

type Options = {
  /** Folder of the data, or null to keep them in memory (tests). */
  readonly folder: string | null
  readonly migrations: string
  /** A prepared data folder as one file, which saves the seconds of making one (tests). */
  readonly template?: Blob
}

/** Opens PostgreSQL inside this process, for a school that has no database server. */
export async function openPglite(options: Options): Promise<PortalDatabase> {
  const { folder, migrations, template } = options
  const client = await PGlite.create({
    ...(folder === null ? {} : { dataDir: folder }),
    ...(template ? { loadDataDir: template } : {}),
  })
  const db = drizzle({ client })
  await migrate(db, { migrationsFolder: migrations })
  const keep = folder === null ? async () => {} : () => keepOnDisk(folder)

  return {
    kind: 'pglite',
    async inSchool(schoolId, work) {
      const answer = await db.transaction(async (tx) => {
        const school = tx as unknown as SchoolTx
        await enterSchool(school, schoolId)
        return work(school)
      })
      await keep()
      return answer
    },
    async acrossSchools(work) {
      const answer = await db.transaction((tx) => work(tx as unknown as SchoolTx))
      await keep()
      return answer
    },
    async look(query) {
      return Object(await db.execute(query)).rows
    },
    async listen(channel, heard) {
      return client.listen(channel, heard)
    },
    close: () => client.close(),
  }
}

/**
 * PGlite never asks the disk to keep what it wrote: every commit of the last moments would be lost
 * with the power (security.md 0.2). So nobody gets an answer before the newest logs are on the disk.
 */
async function keepOnDisk(folder: string) {
  const logs = join(folder, 'pg_wal')
  const segments = (await readdir(logs)).filter((name) => /^[0-9A-F]{24}$/.test(name))
  for (const name of segments.toSorted().slice(-2)) {
    const file = await open(join(logs, name), 'r+')
    try {
      await file.datasync()
    } finally {
      await file.close()
    }
  }
}
