import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { anEdexml } from '../imports/edexml-file.ts'
import { aScriptDesk } from './script-desk.ts'

const program = join(import.meta.dirname, '../../resources/setup/cli.ts')
const file = anEdexml({ pupils: [{ key: 'P1', achternaam: 'Åström', roepnaam: 'Noor' }] })

const run = (...args: string[]) =>
  spawnSync(process.execPath, [program, ...args], { encoding: 'utf8', timeout: 60_000 })

describe('the program for scripts', () => {
  it('says its object on stdout and nothing else there, with exit codes 0, 2 and 1', () => {
    using desk = aScriptDesk()
    const school = [...desk.school(), '--json']

    const taken = run('import', desk.write('1.xml', file), ...school)
    const refused = run('import', desk.write('2.xml', '<EDEX><x/></EDEX>'), ...school)
    const failed = run('import', desk.inFolder('3.xml'), ...school)

    const said = [taken, refused, failed].map(({ status, stdout }) => {
      const { format, pupils, problems } = JSON.parse(stdout)
      return [status, stdout.split('\n').length, format, pupils.new, problems.length]
    })
    assert.deepEqual(said, [
      [0, 2, 'edexml', 1, 0],
      [2, 2, null, 0, 1],
      [1, 2, null, 0, 1],
    ])
  })

  it('begins and ends in little time, after the first run', () => {
    using desk = aScriptDesk()
    run('import', desk.write('1.xml', file), ...desk.school())
    const start = performance.now()

    const { status } = run('import', desk.inFolder('1.xml'), ...desk.school(), '--json')

    const seconds = (performance.now() - start) / 1000
    console.log(`A small import by a script: ${seconds.toFixed(2)} s`)
    assert.equal(status, 0)
    // It takes half a second on a machine at rest; the figure that counts is the printed one.
    assert(seconds < 20, `took ${seconds.toFixed(1)} s`)
  })
})
