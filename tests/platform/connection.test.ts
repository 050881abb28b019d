import assert from 'node:assert/strict'
import {
  closeSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { connect } from '../../src-main/platform/connection.ts'
import { fileTroubleOf } from '../../src-main/platform/file-trouble.ts'

const key = new Uint8Array(32).fill(7)
const otherKey = new Uint8Array(32).fill(8)

function aFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'balie-file-'))
  return {
    folder,
    file: join(folder, 'school.db'),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true }),
  }
}

function troubleOf(work: () => void) {
  try {
    work()
    return null
  } catch (error) {
    return fileTroubleOf(error)
  }
}

function aFile(file: string, rows: number) {
  const sqlite = connect({ file, key })
  sqlite.exec('CREATE TABLE pupils (name TEXT) STRICT')
  const insert = sqlite.prepare('INSERT INTO pupils VALUES (?)')
  sqlite.transaction(() => {
    for (let n = 0; n < rows; n++) insert.run(`Kanarie ${n} van der Zee`)
  })()
  return sqlite
}

describe('the file of a school', () => {
  it('holds no readable name on the disk, nor does its log', () => {
    using place = aFolder()
    const sqlite = aFile(place.file, 500)
    sqlite.prepare('SELECT name FROM pupils ORDER BY name DESC').all()

    const onDisk = readdirSync(place.folder).map((name) => readFileSync(join(place.folder, name)))

    assert(onDisk.length >= 2)
    for (const bytes of onDisk) {
      assert.equal(bytes.includes('Kanarie'), false)
      assert.equal(bytes.includes('SQLite format 3'), false)
    }
    sqlite.close()
  })

  it('commits to the disk before it answers, and keeps nothing temporary there', () => {
    using place = aFolder()
    const sqlite = connect({ file: place.file, key })

    const settings = [
      'journal_mode',
      'synchronous',
      'temp_store',
      'secure_delete',
      'trusted_schema',
      'cell_size_check',
    ]
    const values = settings.map((name) => sqlite.pragma(name, { simple: true }))

    assert.deepEqual(values, ['wal', 2, 2, 1, 0, 1])
    sqlite.close()
  })

  it('does not open with another key, and stays as it was', () => {
    using place = aFolder()
    aFile(place.file, 10).close()
    const before = readFileSync(place.file)

    const trouble = troubleOf(() => connect({ file: place.file, key: otherKey }))

    assert.equal(trouble, 'file-damaged')
    assert.deepEqual(readFileSync(place.file), before)
  })

  it('is never opened when it is not encrypted', () => {
    using place = aFolder()
    writeFileSync(place.file, 'SQLite format 3\0 and then some')

    assert.throws(() => connect({ file: place.file, key }), /not encrypted/)
  })

  it('notices every flipped bit', () => {
    using place = aFolder()
    aFile(place.file, 2000).close()
    const whole = readFileSync(place.file)
    const flips = 60
    let noticed = 0

    for (let n = 0; n < flips; n++) {
      const at = Math.floor((whole.length * (n + 0.5)) / flips)
      const damaged = Buffer.from(whole)
      damaged.writeUInt8(damaged.readUInt8(at) ^ (1 << (n % 8)), at)
      const descriptor = openSync(place.file, 'w')
      writeSync(descriptor, damaged)
      closeSync(descriptor)
      const trouble = troubleOf(() => {
        const sqlite = connect({ file: place.file, key })
        try {
          sqlite.prepare('SELECT count(name), sum(length(name)) FROM pupils').get()
          sqlite.prepare('PRAGMA quick_check').all()
        } finally {
          sqlite.close()
        }
      })
      if (trouble === 'file-damaged') noticed++
    }

    assert.equal(noticed, flips)
  })

  it('wipes the bytes of the key that it made itself, and leaves those of the caller', () => {
    using place = aFolder()
    const mine = key.slice()

    connect({ file: place.file, key: mine }).close()

    assert.deepEqual(mine, key)
  })
})
