import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { runFuzz } from '../fuzz/fuzz-run.ts'

// A part of `npm run fuzz`, which takes ten thousand; a seed of its own, so that these are others.
const seed = 20261122
const files = 300

describe('files that were damaged at random', () => {
  it(`are read or refused in little time and memory, and a refusal writes nothing (seed ${seed})`, async () => {
    const { failures, outcomes } = await runFuzz({ seed, files })

    console.log(`Damaged files: ${JSON.stringify(Object.fromEntries(outcomes))}`)
    assert.deepEqual(failures, [])
    assert.equal(
      [...outcomes.values()].reduce((sum, count) => sum + count, 0),
      files,
    )
  })
})
