import assert from 'node:assert/strict'
import { statSync } from 'node:fs'
import { describe, it } from 'node:test'
import { exportFormats } from '#shared/exports/exports-contract.ts'
import { aClass, anEdexml } from '../imports/edexml-file.ts'
import { aScriptDesk } from './script-desk.ts'

const noor = { key: 'P1', achternaam: 'Bakker', roepnaam: 'Noor', geboortedatum: '2018-05-04' }
const milan = { key: 'P2', achternaam: 'Vries', roepnaam: 'Milan', geboortedatum: '2017-12-31' }
const file = anEdexml({
  groups: aClass('3A', 'Groep 3A', '3') + aClass('4A', 'Groep 4A', '4'),
  pupils: [
    { ...noor, groep: '3A' },
    { ...milan, groep: '4A' },
  ],
})

/** A school with two pupils, in a class each. */
async function aDeskWithSchool() {
  const desk = aScriptDesk()
  await desk.json('import', desk.write('1.xml', file), ...desk.school())
  return desk
}

describe('an export by a script', () => {
  for (const format of exportFormats) {
    it(`writes ${format} where it was asked, for its maker alone, and says what went`, async () => {
      using desk = await aDeskWithSchool()

      const { exitCode, json } = await desk.json(
        ...['export', format, '--out', desk.inFolder('out'), ...desk.school()],
      )

      const { size, mode } = statSync(desk.inFolder('out'))
      assert.deepEqual(
        [exitCode, json.format, json.path, json.bytes, json.pupils, json.problems],
        [0, format, desk.inFolder('out'), size, 2, []],
      )
      assert.equal(mode & 0o777, 0o600)
    })
  }

  it('can be imported again, and then changes nothing', async () => {
    using desk = await aDeskWithSchool()
    await desk.json('export', 'edexml', '--out', desk.inFolder('out.xml'), ...desk.school())

    const { json } = await desk.json('import', desk.inFolder('out.xml'), ...desk.school())

    const unchanged = { new: 0, changed: 0, unchanged: 2, refused: 0, doubtful: 0 }
    assert.deepEqual([json.pupils, json.groups], [unchanged, unchanged])
  })

  it('stands in the log with what it was for', async () => {
    using desk = await aDeskWithSchool()
    const out = ['--out', desk.inFolder('out'), ...desk.school()]

    await desk.json('export', 'csv', ...out)
    await desk.json('export', 'csv', '--purpose', 'gemeente', ...out)

    assert.deepEqual(desk.rows('SELECT purpose, pupils FROM exportLog ORDER BY at'), [
      { purpose: 'script', pupils: 2 },
      { purpose: 'gemeente', pupils: 2 },
    ])
  })

  it('takes only the groups that are named', async () => {
    using desk = await aDeskWithSchool()
    const out = ['--out', desk.inFolder('out'), ...desk.school()]

    const some = await desk.json('export', 'csv', '--groups', 'Groep 3A', ...out)
    const unknown = await desk.json('export', 'csv', '--groups', 'Groep 9Z', ...out)

    assert.equal(some.json.pupils, 1)
    assert.deepEqual([unknown.exitCode, unknown.codes], [1, ['failure.group-unknown']])
  })

  it('goes under its own name into a folder', async () => {
    using desk = await aDeskWithSchool()

    const { json } = await desk.json('export', 'csv', '--out', desk.folder, ...desk.school())

    assert.match(String(json.path), /balie-[\w-]+\.csv$/)
  })

  it('is refused, and nothing written, where there is nobody', async () => {
    using desk = aScriptDesk()
    const empty = anEdexml({ groups: aClass('3A', 'Groep 3A', '3'), pupils: [noor] })
    await desk.json('import', desk.write('1.xml', empty), ...desk.school())
    const before = desk.bytes('school.db')

    const { exitCode, codes } = await desk.json(
      ...['export', 'csv', '--groups', 'Groep 3A', '--out', desk.inFolder('out'), ...desk.school()],
    )

    assert.deepEqual([exitCode, codes, desk.exists('out')], [2, ['export.nobody'], false])
    assert(before.equals(desk.bytes('school.db')))
  })

  it('writes no log when there is no place for the file', async () => {
    using desk = await aDeskWithSchool()

    const { exitCode, codes } = await desk.json(
      ...['export', 'csv', '--out', desk.inFolder('nowhere/out.csv'), ...desk.school()],
    )

    assert.deepEqual([exitCode, codes], [1, ['failure.file-folder-missing']])
    assert.deepEqual(desk.rows('SELECT * FROM exportLog'), [])
  })
})
