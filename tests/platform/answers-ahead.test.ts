import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { createAnswersAhead } from '../../src-main/platform/answers-ahead.ts'
import { aSchool } from '../builders/school.ts'

const find = ['school.find', {}] as const

describe('an answer made before the question', () => {
  it('is the one that the question would get, and is given once', async () => {
    using school = aSchool()
    const answers = createAnswersAhead(school.router)
    await answers.make([find])

    const given = await answers.take(...find)

    assert.deepEqual(given, await school.router.call(...find))
    assert.equal(answers.take(...find), undefined)
  })

  it('is gone once anything was written', async () => {
    using school = aSchool()
    const answers = createAnswersAhead(school.router)
    await answers.make([find])

    answers.forget()

    assert.equal(answers.take(...find), undefined)
  })

  it('is not given to a role that may not ask', async () => {
    using school = aSchool({ as: 'ict' })
    const answers = createAnswersAhead(school.router)
    await answers.make([['pupils.list', {}]])
    await setImmediate()

    assert.equal(answers.take('pupils.list', {}), undefined)
  })
})
