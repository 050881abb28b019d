import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { PortalDatabase } from '../../src-portal/platform/portal-database.ts'
import { openTestPglite } from '../portal/test-databases.ts'
import { simulate } from './simulate.ts'

/**
 * Seeds that once found something, each with what it was; what was found has a test of its own
 * beside the hub and the desk too. Many more run with `npm run sim -- --seeds 200`.
 */
const seeds = {
  4: 'what came back from the archive after a restore was closed a second time',
  36: 'a base was put back to the stamp of another row',
  44: 'of a file that was put back the portal took only what the lost file had sent',
  208: 'an operation that the portal knew already took a new place in the order at its desk',
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
