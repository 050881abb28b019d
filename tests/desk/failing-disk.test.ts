import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { describe, it } from 'node:test'
import { aDesk, heidisPassword } from '../builders/desk.ts'

const isRoot = process.getuid?.() === 0
const needsRoot = { skip: isRoot ? false : 'only root may mount a disk of its own' }

/** A disk of a few megabytes, in memory. */
function aDisk() {
  const folder = mkdtempSync(join(tmpdir(), 'balie-disk-'))
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', folder])
  const filler = join(folder, 'filler')
  return {
    folder,
    fill() {
      const { bavail, bsize } = statfsSync(folder)
      writeFileSync(filler, Buffer.alloc(Number(bavail) * Number(bsize)))
    },
    free: () => rmSync(filler),
    makeReadOnly: () => execFileSync('mount', ['-o', 'remount,ro', folder]),
    [Symbol.dispose]() {
      execFileSync('umount', ['--lazy', folder])
      rmdirSync(folder)
    },
  }
}

const rename = (name: string) => ({ kind: 'call', path: 'school.change', input: { name } }) as const
const find = { kind: 'call', path: 'school.find', input: {} } as const

describe('a disk that is full', needsRoot, () => {
  it('is said to be full; nothing is lost, and work goes on once there is room', async () => {
    using disk = aDisk()
    await using computer = aDesk({ userData: join(disk.folder, 'data') })
    await computer.makeSchool()
    disk.fill()

    const answers = []
    for (let n = 0; n < 200; n++)
      answers.push(await computer.desk.ask(rename(`School ${n} ${'x'.repeat(150)}`)))
    const kept = answers.filter(({ ok }) => ok).length
    const failed = answers.find((answer) => !answer.ok)
    const stored = await computer.desk.ask(find)
    disk.free()
    const afterwards = await computer.desk.ask(rename('Weer ruimte'))

    assert(failed && !failed.ok)
    assert.equal(failed.trouble, 'disk-full')
    assert(stored.ok)
    const expected = kept === 0 ? 'OBS De Mijlpaal' : `School ${kept - 1} `
    assert.equal(JSON.parse(stored.json).name.startsWith(expected), true)
    assert.equal(afterwards.ok, true)
  })
})

describe('a folder that nothing may be written to', needsRoot, () => {
  it('is said to be so, and the school opens again when it may', async () => {
    using disk = aDisk()
    const first = aDesk({ userData: join(disk.folder, 'data') })
    await first.makeSchool()
    await first.desk.ask({ kind: 'close' })
    disk.makeReadOnly()

    await using second = await first.restart()
    await second.desk.openSchool()
    const { trouble } = second.desk.state()
    execFileSync('mount', ['-o', 'remount,rw', disk.folder])
    await second.desk.openSchool()
    const signedIn = await second.desk.signIn('heidi', heidisPassword)

    assert.deepEqual([trouble, signedIn.ok], ['file-read-only', true])
  })
})
