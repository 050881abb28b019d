import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { oneRosterFiles } from '../builders/oneroster-files.ts'
import { anImportingSchool } from '../imports/importing-school.ts'

const many = 600

async function aSchoolWithAnImport() {
  const school = anImportingSchool()
  const before = school.rows()
  const { report } = await school.import(Object.fromEntries(oneRosterFiles(many)))
  return { school, before, after: school.rows(), actionId: report.actionId }
}

describe('undoing a whole import', () => {
  it('lets others read meanwhile, who see the pupils until all of them are gone', async () => {
    const { school, actionId } = await aSchoolWithAnImport()
    using _closed = school
    let isUndone = false
    const undoing = school.history.undo({ actionId }).then(() => {
      isUndone = true
    })

    await setImmediate()
    const rows = await school.pupils.list({})

    assert.deepEqual([rows.length, isUndone], [many, false])
    await undoing
    assert.deepEqual(await school.pupils.list({}), [])
  })

  it('can be stopped, and then nothing has changed', async () => {
    const { school, actionId, after } = await aSchoolWithAnImport()
    using _closed = school
    const undoing = school.history.undo({ actionId })
    await setImmediate()
    school.router.cancelJob()

    await assert.rejects(undoing, { name: 'JobCancelled' })

    assert.deepEqual(school.rows(), after)
    const [last] = await school.history.lastActions({})
    assert.deepEqual([last?.id, last?.isUndone], [actionId, false])
  })

  it('goes all the way back and all the way forth', async () => {
    const { school, before, after, actionId } = await aSchoolWithAnImport()
    using _closed = school

    const undone = await school.history.undo({ actionId })
    const restored = school.rows()
    const redone = await school.history.redo({})

    assert.deepEqual([undone.ok, redone.ok], [true, true])
    assert.deepEqual(restored, before)
    assert.deepEqual(school.rows(), after)
  })

  it('takes nothing back when one pupil of it was changed since', async () => {
    const { school, actionId } = await aSchoolWithAnImport()
    using _closed = school
    const [pupil] = await school.pupils.list({})
    assert(pupil)
    await school.pupils.change({ id: pupil.id, fields: { note: 'belt niet terug' } })
    const after = school.rows()

    const answer = await school.history.undo({ actionId })

    assert.deepEqual(answer, { ok: false, refusal: 'history.changed-since' })
    assert.deepEqual(school.rows(), after)
  })
})
