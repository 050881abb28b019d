import assert from 'node:assert/strict'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { connect } from '../../src-main/platform/connection.ts'
import { testKey } from '../builders/test-file.ts'
import { anEdexml } from '../imports/edexml-file.ts'
import { aScriptDesk } from './script-desk.ts'

const file = anEdexml({ pupils: [{ key: 'P1', achternaam: 'Bakker', roepnaam: 'Noor' }] })

describe('a key file', () => {
  const hex = Buffer.from(testKey).toString('hex')
  const base64 = Buffer.from(testKey).toString('base64')
  const forms: Readonly<Record<string, string | Uint8Array>> = {
    '32 bytes': testKey,
    '32 bytes and a line end': Buffer.concat([testKey, Buffer.from('\n')]),
    '64 hexadecimal characters': hex,
    'capitals and a line end of Windows': `${hex.toUpperCase()}\r\n`,
    base64: base64,
    'base64 without its padding': `${base64.replace('=', '')}\n`,
  }
  for (const [name, content] of Object.entries(forms)) {
    it(`opens the same school as ${name}`, async () => {
      using desk = aScriptDesk()
      await desk.json('import', desk.write('1.xml', file), ...desk.school())
      desk.write('key', content)

      const { exitCode } = await desk.json('import', desk.inFolder('1.xml'), ...desk.school())

      assert.equal(exitCode, 0)
    })
  }

  const others = ['', 'geheim', 'a'.repeat(31), hex.slice(2), `${hex}00`, 'p'.repeat(3_000_000)]
  for (const content of others) {
    it(`is never made of something else: ${content.length} characters`, async () => {
      using desk = aScriptDesk()
      desk.write('key', content)

      const { exitCode, codes } = await desk.json(
        ...['import', desk.write('1.xml', file), ...desk.school()],
      )

      assert.deepEqual([exitCode, codes], [1, ['failure.key-invalid']])
      assert(!desk.exists('school.db'))
    })
  }

  it('is made at random with a new school, for its maker alone, and said', async () => {
    using desk = aScriptDesk()
    const school = ['--db', desk.inFolder('new.db'), '--key-file', desk.inFolder('new.key')]

    const { exitCode, err } = await desk.json('import', desk.write('1.xml', file), ...school)
    const again = await desk.json('import', desk.inFolder('1.xml'), ...school)

    assert.deepEqual([exitCode, again.exitCode], [0, 0])
    assert.match(readFileSync(desk.inFolder('new.key'), 'utf8'), /^[\da-f]{64}\n$/)
    assert.equal(statSync(desk.inFolder('new.key')).mode & 0o777, 0o600)
    assert.match(err, /new\.key/)
  })
})

describe('a command that cannot be carried out', () => {
  it('says that the key does not fit, and leaves the file as it was', async () => {
    using desk = aScriptDesk()
    await desk.json('import', desk.write('1.xml', file), ...desk.school())
    const before = desk.bytes('school.db')
    desk.write('key', new Uint8Array(32).fill(8))

    const { exitCode, codes } = await desk.json('import', desk.inFolder('1.xml'), ...desk.school())

    assert.deepEqual([exitCode, codes], [1, ['failure.key-wrong']])
    assert(before.equals(desk.bytes('school.db')))
  })

  it('waits for nobody who has the school open', async () => {
    using desk = aScriptDesk()
    await desk.json('import', desk.write('1.xml', file), ...desk.school())
    const window = connect({ file: desk.inFolder('school.db'), key: testKey })

    const { exitCode, codes } = await desk.json('import', desk.inFolder('1.xml'), ...desk.school())

    window.close()
    assert.deepEqual([exitCode, codes], [1, ['failure.file-in-use']])
  })

  const plain: Readonly<Record<string, string>> = {
    'a file that is not encrypted': 'SQLite format 3\0',
    'an empty file': '',
  }
  for (const [name, content] of Object.entries(plain)) {
    it(`takes ${name} for no school, and leaves it alone`, async () => {
      using desk = aScriptDesk()
      desk.write('school.db', content)

      const { exitCode, codes } = await desk.json(
        ...['import', desk.write('1.xml', file), ...desk.school()],
      )

      assert.deepEqual([exitCode, codes], [1, ['failure.file-not-school']])
      assert.equal(desk.bytes('school.db').toString(), content)
    })
  }

  it('makes no school over the log of a lost one', async () => {
    using desk = aScriptDesk()
    desk.write('school.db-wal', 'rows that were not yet in the file')

    const { exitCode, codes } = await desk.json(
      ...['import', desk.write('1.xml', file), ...desk.school()],
    )

    assert.deepEqual([exitCode, codes], [1, ['failure.file-left-over']])
    assert.deepEqual(readdirSync(desk.folder).toSorted(), ['1.xml', 'key', 'school.db-wal'])
  })

  it('never makes a school of another country of the one that is there', async () => {
    using desk = aScriptDesk()
    await desk.json('import', desk.write('1.xml', file), ...desk.school())

    const { exitCode, codes } = await desk.json(
      ...['import', desk.inFolder('1.xml'), '--country', 'se', ...desk.school()],
    )

    assert.deepEqual([exitCode, codes], [1, ['failure.country-differs']])
  })

  const commands: readonly (readonly [code: string, ...argv: string[]])[] = [
    ['failure.command-unknown', 'copy'],
    ['failure.option-missing', 'import'],
    ['failure.option-missing', 'import', 'x.csv', '--db'],
    ['failure.option-missing', 'import', 'x.csv', '--db', 'a.db'],
    ['failure.option-unknown', 'import', 'x.csv', '--drive', 'c'],
    ['failure.option-unknown', 'import', 'x.csv', '--out', 'x'],
    ['failure.too-much', 'import', 'x.csv', 'y.csv', '--db', 'a.db', '--key-file', 'k'],
    ['failure.option-invalid', 'import', 'x', '--format', 'pdf', '--db', 'a.db', '--key-file', 'k'],
    ['failure.option-invalid', 'import', 'x', '--country', 'de', '--db', 'a', '--key-file', 'k'],
    ['failure.input-missing', 'import', 'nowhere.csv', '--db', 'a.db', '--key-file', 'k'],
    ['failure.option-invalid', 'export', 'pdf', '--db', 'a.db', '--key-file', 'k', '--out', 'x'],
    ['failure.option-missing', 'export', 'csv', '--db', 'a.db', '--key-file', 'k'],
    ['failure.file-missing', 'export', 'csv', '--db', 'a', '--key-file', 'k', '--out', 'x'],
  ]
  for (const [code, ...argv] of commands) {
    it(`is answered with its reason: ${argv.join(' ')}`, async () => {
      using desk = aScriptDesk()

      const { exitCode, codes, json } = await desk.json(...argv)

      assert.deepEqual([exitCode, codes], [1, [code]])
      assert(json.problems.every(({ severity }) => severity === 'failure'))
    })
  }

  it('does not take a device for a file', async () => {
    using desk = aScriptDesk()

    const { exitCode, codes } = await desk.json('import', '/dev/zero', ...desk.school())

    assert.deepEqual([exitCode, codes], [1, ['failure.input-no-file']])
  })

  it('leaves no half school when its folder is missing', async () => {
    using desk = aScriptDesk()
    writeFileSync(desk.inFolder('1.xml'), file)

    const { exitCode, codes } = await desk.json(
      ...['import', desk.inFolder('1.xml'), '--db', desk.inFolder('away/school.db')],
      ...['--key-file', desk.inFolder('key')],
    )

    assert.deepEqual([exitCode, codes], [1, ['failure.file-folder-missing']])
  })
})
