import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readFiles } from '../../src-main/imports/read-files.ts'
import { anEdexml } from './edexml-file.ts'

const pupils = Array.from({ length: 20_000 }, (_, n) => ({
  key: `P${n}`,
  achternaam: `Bakker ${n}`,
  roepnaam: 'Noor',
}))
const large = [{ name: 'EDEX.XML', bytes: new TextEncoder().encode(anEdexml({ pupils })) }]

describe('the thread that reads files', () => {
  it('hands back what it read', async () => {
    const reading = await readFiles(large, { milliseconds: 30_000, megabytes: 384 })

    assert.equal(reading.ok && reading.source.pupils.length, 20_000)
  })

  it('is ended when it takes too long', async () => {
    const reading = await readFiles(large, { milliseconds: 5, megabytes: 384 })

    assert.deepEqual(!reading.ok && reading.problems.map(({ code, file }) => [code, file]), [
      ['too-slow', 'EDEX.XML'],
    ])
  })

  it('is ended when it fills its memory, and the school goes on', async () => {
    const reading = await readFiles(large, { milliseconds: 30_000, megabytes: 8 })

    assert.deepEqual(!reading.ok && reading.problems.map(({ code }) => code), ['too-large'])
  })
})
