import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import {
  FuseState,
  FuseV1Options,
  FuseVersion,
  flipFuses,
  getCurrentFuseWire,
} from '@electron/fuses'
import { expect, test } from '@playwright/test'
import { projectFolder } from '../../resources/setup/folders.ts'
import { launchBalie } from '../running-app.ts'

const release = path.join(projectFolder, 'out/tests/release')
const program = path.join(release, 'linux-unpacked/balie')

test.describe('the packed Balie', () => {
  test.skip(process.platform !== 'linux', 'Only Linux packs without downloads.')

  test.beforeAll(() => {
    const dist = path.join(projectFolder, 'resources/setup/dist.ts')
    execFileSync(process.execPath, [dist, '--linux', 'dir', `-c.directories.output=${release}`], {
      stdio: 'pipe',
    })
  })

  test.afterAll(() => fs.rmSync(release, { recursive: true, force: true }))

  test('cannot be made to run anything else', async () => {
    const fuses = await getCurrentFuseWire(program)

    expect(fuses[FuseV1Options.RunAsNode]).toBe(FuseState.DISABLE)
    expect(fuses[FuseV1Options.EnableNodeOptionsEnvironmentVariable]).toBe(FuseState.DISABLE)
    expect(fuses[FuseV1Options.EnableNodeCliInspectArguments]).toBe(FuseState.DISABLE)
    expect(fuses[FuseV1Options.OnlyLoadAppFromAsar]).toBe(FuseState.ENABLE)
    expect(fuses[FuseV1Options.EnableEmbeddedAsarIntegrityValidation]).toBe(FuseState.ENABLE)
    expect(fuses[FuseV1Options.GrantFileProtocolExtraPrivileges]).toBe(FuseState.DISABLE)
  })

  test('opens with its first-run choice, from its one file', async () => {
    await using balie = await launchBalie({ program: await drivable() })

    await expect(balie.window.getByRole('heading').first()).toBeVisible()
    expect(await balie.app.evaluate(({ app }) => app.isPackaged)).toBe(true)
  })
})

/** The same with the one fuse open that Playwright needs: it drives Electron by its inspector. */
async function drivable() {
  const copy = `${program}-drivable`
  fs.copyFileSync(program, copy)
  await flipFuses(copy, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
  return copy
}
