import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import {
  fitsKey,
  newKeySlots,
  openWithRecovery,
  readKeySlots,
  writeKeySlots,
} from '../../src-main/desk/key-slots.ts'
import { newRecoveryCode, readRecoveryCode } from '../../src-main/desk/recovery-code.ts'

const key = new Uint8Array(32).fill(9)

function aSheet() {
  const groups = newRecoveryCode()
  return { groups, secret: groups.slice(0, 8).join('') }
}

describe('a recovery sheet', () => {
  it('opens the file with what stands on it, however it was typed', () => {
    const { groups, secret } = aSheet()
    const slots = newKeySlots('De Mijlpaal', key, secret)

    const typed = readRecoveryCode(` ${groups.join(' - ').toLowerCase().replaceAll('0', 'o')} `)

    assert.equal(typed, secret)
    assert.deepEqual(new Uint8Array(openWithRecovery(slots, typed ?? '') ?? []), key)
  })

  it('of another school opens nothing', () => {
    const slots = newKeySlots('De Mijlpaal', key, aSheet().secret)

    assert.equal(openWithRecovery(slots, aSheet().secret), null)
  })

  it('with a slip of the pen is noticed before anything is tried', () => {
    const { groups } = aSheet()
    const [first = '', ...rest] = groups
    const slip = `${first.charAt(0) === '7' ? '8' : '7'}${first.slice(1)}`

    assert.equal(readRecoveryCode([slip, ...rest].join('-')), null)
    assert.equal(readRecoveryCode(groups.slice(0, 8).join('-')), null)
  })
})

describe('the slot file', () => {
  it('tells a wrong key from the right one', () => {
    const slots = newKeySlots('De Mijlpaal', key, aSheet().secret)

    assert.deepEqual([fitsKey(slots, key), fitsKey(slots, new Uint8Array(32))], [true, false])
  })

  it('is read from its copy when it is damaged', () => {
    const folder = mkdtempSync(join(tmpdir(), 'balie-slots-'))
    const file = join(folder, 'keyslots.json')
    const slots = newKeySlots('De Mijlpaal', key, aSheet().secret)
    writeKeySlots(file, slots)
    writeFileSync(file, readFileSync(file, 'utf8').slice(0, 40))

    assert.deepEqual(readKeySlots(file), slots)
    rmSync(folder, { recursive: true })
  })
})
