import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { PortalDatabase } from '../../src-portal/platform/portal-database.ts'
import { openTestPglite } from '../portal/test-databases.ts'
import { simulate } from './simulate.ts'

/** Seeds that once found something, each with what it was; more of them run with `npm run sim`. */
const seeds = {
  3: 'a row that a desk removed and made again had no scope there',
  17: 'an answer that was given again showed what its desk had lost the right to',
  16: 'a row whose removal was refused came back without its place in the order',
  4: 'a row that was made in time stayed where its maker had lost the role',
}

describe('a school in the simulator', () => {
  let database: PortalDatabase
  before(async () => {
    database = await openTestPglite()
  })
  after(() => database.close())

  for (const [seed, story] of Object.entries(seeds)) {
    it(`no longer finds that ${story} (seed ${seed})`, async () => {
      const options = { seed: Number(seed), steps: 300, desks: 4, database }
      const { violations } = await simulate(options)

      assert.deepEqual(violations, [])
    })
  }
})
