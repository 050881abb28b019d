import assert from 'node:assert/strict'
import { it } from 'node:test'
import { sql } from 'drizzle-orm'
import {
  notify,
  type PortalDatabase,
  rowsOf,
  type SchoolTx,
} from '../../src-portal/platform/portal-database.ts'
import { onEachDatabase } from './test-databases.ts'

const linde = '0197c000-0000-7000-8000-000000000001'
const beuk = '0197c000-0000-7000-8000-000000000002'

const addSchool = (tx: SchoolTx, id: string, name: string) =>
  tx.execute(
    sql`INSERT INTO schools (school_id, name, country, language, made_at) VALUES (${id}, ${name}, 'nl', 'nl', '2026-11-22T08:00:00Z')`,
  )

async function twoSchools(database: PortalDatabase) {
  await database.acrossSchools(async (tx) => {
    await addSchool(tx, linde, 'De Linde')
    await addSchool(tx, beuk, 'De Beuk')
  })
}

const namesIn = (database: PortalDatabase, schoolId: string) =>
  database.inSchool(schoolId, (tx) => rowsOf<{ name: string }>(tx, sql`SELECT name FROM schools`))

onEachDatabase('the database of the portal', (open) => {
  it('shows a school its own rows alone', async () => {
    const database = await open()
    await twoSchools(database)

    assert.deepEqual(await namesIn(database, linde), [{ name: 'De Linde' }])
    assert.deepEqual(await namesIn(database, beuk), [{ name: 'De Beuk' }])
  })

  it('refuses a row of another school, even in a query that forgot which school it is in', async () => {
    const database = await open()
    await twoSchools(database)

    await assert.rejects(
      database.inSchool(linde, (tx) =>
        addSchool(tx, '0197c000-0000-7000-8000-000000000003', 'De Es'),
      ),
    )
    await database.inSchool(linde, (tx) => tx.execute(sql`UPDATE schools SET name = 'Anders'`))

    assert.deepEqual(await namesIn(database, beuk), [{ name: 'De Beuk' }])
  })

  it('keeps nothing of a transaction that failed', async () => {
    const database = await open()
    await twoSchools(database)

    const failing = database.inSchool(linde, async (tx) => {
      await tx.execute(sql`UPDATE schools SET name = 'Half'`)
      throw new Error('half way')
    })

    await assert.rejects(failing, /half way/)
    assert.deepEqual(await namesIn(database, linde), [{ name: 'De Linde' }])
  })

  it('tells who listens once the transaction is committed', async () => {
    const database = await open()
    await twoSchools(database)
    const heard: string[] = []
    const stop = await database.listen('poke', (payload) => heard.push(payload))

    await database.inSchool(linde, (tx) => notify(tx, 'poke', 'seven'))
    await database
      .inSchool(linde, async (tx) => {
        await notify(tx, 'poke', 'never')
        throw new Error('rolled back')
      })
      .catch(() => {})
    await new Promise((resolve) => setTimeout(resolve, 200))
    await stop()

    assert.deepEqual(heard, ['seven'])
  })
})
