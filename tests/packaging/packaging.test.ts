import assert from 'node:assert/strict'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { before, describe, it } from 'node:test'
import { projectFolder } from '../../resources/setup/folders.ts'

// electron-builder's own reader and its own check; it offers neither by a public name.
const require = createRequire(import.meta.url)
const { getConfig, validateConfiguration } = require('app-builder-lib/out/util/config/config')
const { DebugLogger, log } = require('builder-util')

interface Settings {
  electronFuses: Record<string, boolean>
  win: { icon: string; files: string[] }
  mac: { icon: string; files: string[] }
  linux: { icon: string; files: string[] }
}

describe('packaging Balie', () => {
  let settings: Settings
  before(async () => {
    log.stream = { write: () => true }
    settings = await getConfig(projectFolder, null, null)
  })

  it('has settings that electron-builder accepts', async () => {
    await validateConfiguration(settings, new DebugLogger(false))
  })

  it('has its settings checked, so that a misspelt one is refused', async () => {
    const misspelt = { ...settings, electronFuse: {} }

    await assert.rejects(validateConfiguration(misspelt, new DebugLogger(false)), /electronFuse/)
  })

  it('leaves no way to run other code with our program', () => {
    assert.deepEqual(settings.electronFuses, {
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
      resetAdHocDarwinSignature: true,
    })
  })

  it('finds an icon for each platform', () => {
    const icons = [settings.win.icon, settings.mac.icon, `${settings.linux.icon}/512x512.png`]

    const missing = icons.filter((icon) => !fs.existsSync(path.join(projectFolder, icon)))

    assert.deepEqual(missing, [])
  })

  it('packs on each platform only the native parts of that platform', () => {
    for (const { files } of [settings.win, settings.mac, settings.linux]) {
      assert.equal(files[0], 'package.json', 'or the list takes in the whole project')
      assert.equal(files.filter((file) => file.includes('{arch}')).length, 3)
    }
  })
})
