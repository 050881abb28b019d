import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { describe, it } from 'node:test'
import { projectFolder } from '../../resources/setup/folders.ts'
import { startKeyring } from '../../resources/setup/own-keyring.ts'

describe('a keyring of our own', { skip: process.platform !== 'linux' }, () => {
  it('still has its keys the next time, when it has a folder', async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'balie-test-keyring-'))
    await withKeyring(folder, `await keytar.setPassword('balie', 'key', 'secret')`)

    const found = await withKeyring(folder, askForKey)

    fs.rmSync(folder, { recursive: true })
    assert.equal(found, 'secret')
  })

  it('forgets its keys when it has none', async () => {
    await withKeyring(null, `await keytar.setPassword('balie', 'key', 'secret')`)

    const found = await withKeyring(null, askForKey)

    assert.equal(found, 'null')
  })
})

const askForKey = `console.log(await keytar.getPassword('balie', 'key'))`

/** In a process of its own, since keytar finds the bus once and for all. */
async function withKeyring(folder: string | null, script: string) {
  const keyring = await startKeyring(folder)
  const node = spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', `import keytar from 'keytar'; ${script}`],
    { cwd: projectFolder, encoding: 'utf8', env: { ...process.env, ...keyring.env } },
  )
  await keyring.stop()
  assert.equal(node.stderr, '')
  return node.stdout.trim()
}
