import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import process from 'node:process'
import { describe, it } from 'node:test'
import { startKeyring } from '../../resources/setup/own-keyring.ts'
import { aSchoolAfterRestart } from '../builders/desk.ts'

// In a file of its own, with a keyring of its own: the other tests need theirs open.

const collection = '/org/freedesktop/secrets/aliases/default'

function lockKeyring() {
  execFileSync('gdbus', [
    ...['call', '--session', '--dest', 'org.freedesktop.secrets'],
    ...['--object-path', '/org/freedesktop/secrets'],
    ...['--method', 'org.freedesktop.Secret.Service.Lock', `["${collection}"]`],
  ])
}

describe('a keychain that is locked', () => {
  it('is not taken for an empty one, and nothing is made or changed', async () => {
    const keyring = await startKeyring(null)
    Object.assign(process.env, keyring.env)

    const computer = await aSchoolAfterRestart(lockKeyring)

    try {
      assert.equal(computer.desk.state().trouble, 'keychain-locked')
      assert.deepEqual(computer.fingerprints(), computer.before)
    } finally {
      await computer[Symbol.asyncDispose]()
      await keyring.stop()
    }
  })
})
