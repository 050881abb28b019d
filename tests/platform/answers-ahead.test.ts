import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createAnswersAhead } from '../../src-main/platform/answers-ahead.ts'
import { aSchool } from '../builders/school.ts'

const find = 'school.find'

describe('an answer made before the question', () => {
  it('is the one that the question would get, and is given once', async () => {
    using school = aSchool()
    const answers = createAnswersAhead(school.router)
    await answers.make([find])

    const given = await answers.take()

    assert.deepEqual(given, { [find]: await school.router.call(find, {}) })
    assert.deepEqual(await answers.take(), {})
  })

  it('is waited for by whoever comes while it is being made', async () => {
    using school = aSchool()
    const answers = createAnswersAhead(school.router)
    void answers.make([find, 'groups.years'])

    const given = await answers.take()

    assert.deepEqual(Object.keys(given), [find, 'groups.years'])
  })

  it('is gone once anything was written', async () => {
    using school = aSchool()
    const answers = createAnswersAhead(school.router)
    await answers.make([find])

    answers.forget()

    assert.deepEqual(await answers.take(), {})
  })

  it('is not made for a role that may not ask', async () => {
    using school = aSchool({ as: 'ict' })
    const answers = createAnswersAhead(school.router)
    await answers.make(['pupils.list', find])

    assert.deepEqual(Object.keys(await answers.take()), [find])
  })
})
