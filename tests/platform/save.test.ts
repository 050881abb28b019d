import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { schools } from '../../src-main/school/school-table.ts'
import { aSchool, heidi, theSchool } from '../builders/school.ts'

const rename = { staffId: heidi, path: 'school.change' }

describe('a write', () => {
  it('records field by field what changed from what to what, and queues it for the portal', () => {
    using school = aSchool()
    const stored = school.database.read.select().from(schools).get()
    assert(stored)

    school.database.write(rename, (db) => db.save(schools, { ...stored, name: 'De Boom' }))

    const change = school.database.sqlite.prepare('SELECT * FROM changes ORDER BY n DESC').get()
    const { hlc, actionId, n, ...rest } = change as Record<string, unknown>
    assert.deepEqual(rest, {
      tbl: 'schools',
      rowId: theSchool,
      field: 'name',
      old: '"OBS De Mijlpaal"',
      new: '"De Boom"',
    })
    const operation = school.database.sqlite
      .prepare('SELECT tbl, rowId, field, value, hlc FROM outbox ORDER BY n DESC')
      .get()
    assert.deepEqual(operation, {
      tbl: 'schools',
      rowId: theSchool,
      field: 'name',
      value: '"De Boom"',
      hlc,
    })
  })

  it('that changes nothing leaves no trace and announces nothing', () => {
    using school = aSchool()
    const stored = school.database.read.select().from(schools).get()
    assert(stored)

    school.database.write(rename, (db) => db.save(schools, stored))

    assert.equal(school.database.sqlite.prepare('SELECT count(*) FROM actions').pluck().get(), 1)
  })

  it('outside save() fails loudly', () => {
    using school = aSchool()

    assert.throws(
      () => school.database.sqlite.exec("UPDATE schools SET name = 'x'"),
      /written through save\(\) alone/,
    )
  })

  it('that fails halfway leaves neither row nor history', () => {
    using school = aSchool()
    const stored = school.database.read.select().from(schools).get()
    assert(stored)

    assert.throws(() =>
      school.database.write(rename, (db) => {
        db.save(schools, { ...stored, name: 'Half' })
        throw new Error('the power went')
      }),
    )

    assert.deepEqual(school.database.read.select().from(schools).get(), stored)
    assert.equal(school.database.sqlite.prepare('SELECT count(*) FROM outbox').pluck().get(), 2)
  })

  it('is announced once it is on disk', () => {
    using school = aSchool()
    const stored = school.database.read.select().from(schools).get()
    assert(stored)

    school.database.write(rename, (db) => db.save(schools, { ...stored, name: 'De Boom' }))

    assert.deepEqual(school.announced, [['schools']])
  })
})
