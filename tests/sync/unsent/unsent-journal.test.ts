import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import {
  openUnsentJournal,
  readUnsentJournal,
} from '../../../src-main/sync/unsent/unsent-journal.ts'
import { testKey } from '../../builders/test-file.ts'

const operation = (n: number) => ({
  ...{ schoolId: 's', opId: `op ${n}`, kind: 's', tbl: 'pupils', rowId: 'r', field: 'note' },
  ...{ value: `"Noor ${n}"`, hlc: 'h', base: null, cmd: null, args: null },
  ...{ staffId: 'heidi', tx: n, wall: 0 },
})

describe('the journal of unsent work', () => {
  const folder = mkdtempSync(join(tmpdir(), 'balie-journal-'))
  after(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'school.db.unsent')
  const journal = openUnsentJournal(file, testKey)
  for (let n = 0; n < 20; n++) journal.append([operation(n)])

  it('tells nothing to who has no key, and everything in its order to who has', () => {
    assert.equal(readFileSync(file).includes('Noor'), false)
    assert.deepEqual(readUnsentJournal(file, Buffer.alloc(32, 1)), [])
    assert.deepEqual(
      readUnsentJournal(file, testKey),
      Array.from({ length: 20 }, (_, n) => operation(n)),
    )
  })

  it('row 14: gives what can be read of one that is damaged anywhere, and never anything else', () => {
    const whole = readFileSync(file)
    const damaged = join(folder, 'damaged')
    let seed = 14
    for (let turn = 0; turn < 200; turn++) {
      seed = (seed * 16_807) % 2_147_483_647
      const at = seed % whole.length
      const bytes = Buffer.from(whole)
      bytes[at] = (bytes[at] ?? 0) ^ (1 + (seed % 255))
      writeFileSync(damaged, turn % 4 === 0 ? whole.subarray(0, at) : bytes)

      const found = readUnsentJournal(damaged, testKey)
      const before = Math.floor((at / whole.length) * 20) - 1
      assert.ok(found.length < 20 && found.length >= Math.max(0, before))
      assert.ok(found.every((each) => each.value === `"Noor ${each.tx}"`))
    }
  })

  it('is gone once everything was heard', () => {
    journal.clear()

    assert.equal(journal.isEmpty(), true)
    assert.deepEqual(readUnsentJournal(file, testKey), [])
  })
})
