import assert from 'node:assert/strict'
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { it } from 'node:test'
import { sql } from 'drizzle-orm'
import { backUp, restore } from '../../src-portal/platform/backup.ts'
import { type PortalDatabase, rowsOf } from '../../src-portal/platform/portal-database.ts'
import { createSecrets } from '../../src-portal/platform/secrets.ts'
import { onEachDatabase } from './test-databases.ts'
import { aSchoolWithFamily } from './test-school.ts'

const secrets = createSecrets(Buffer.alloc(32, 7))

const rowsIn = (database: PortalDatabase) =>
  database.acrossSchools((tx) =>
    rowsOf<{ tbl: string; id: string }>(tx, sql`SELECT * FROM sync_rows ORDER BY tbl, id`),
  )
const epochIn = async (database: PortalDatabase) => {
  const [row] = await database.acrossSchools((tx) =>
    rowsOf<{ epoch: string; public_key: string }>(
      tx,
      sql`SELECT epoch, public_key FROM sync_clocks`,
    ),
  )
  return row
}

onEachDatabase('the backup of a portal', (open) => {
  it('restores every row into an empty portal, and begins a new epoch', async () => {
    const school = await aSchoolWithFamily(await open())
    const { ids } = school
    await school.issue(ids.anna, ids.emma)
    const file = join(fs.mkdtempSync(join(tmpdir(), 'balie-backup-')), 'portal.backup')
    const old = { database: school.database, secrets }
    const fresh = { database: await open(), secrets }

    const saved = await backUp(old, file)
    const restored = await restore(fresh, file)

    const [before, after] = [await epochIn(old.database), await epochIn(fresh.database)]
    assert.equal(restored, saved)
    assert.deepEqual(await rowsIn(fresh.database), await rowsIn(old.database))
    assert.notEqual(after?.epoch, before?.epoch)
    assert.equal(after?.public_key, before?.public_key)
    assert.doesNotMatch(fs.readFileSync(file, 'latin1'), /Emma|Bakker/)
    await assert.rejects(restore(fresh, file), /holds a school already/)
  })

  it('gives nothing of a file in which one byte is wrong, or that another key closed', async () => {
    const school = await aSchoolWithFamily(await open())
    const file = join(fs.mkdtempSync(join(tmpdir(), 'balie-backup-')), 'portal.backup')
    await backUp({ database: school.database, secrets }, file)
    const empty = await open()
    const other = createSecrets(Buffer.alloc(32, 8))
    const bytes = fs.readFileSync(file)

    await assert.rejects(restore({ database: empty, secrets: other }, file), /damaged, or/)
    for (const at of [3, 20, Math.floor(bytes.length / 2), bytes.length - 1]) {
      const bent = Buffer.from(bytes)
      bent[at] = (bent[at] ?? 0) ^ 1
      fs.writeFileSync(file, bent)
      await assert.rejects(restore({ database: empty, secrets }, file), /damaged|no backup/)
    }

    assert.deepEqual(await rowsIn(empty), [])
  })
})
