// npm run dist [-- args for electron-builder]
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { buildApp } from './build-app.ts'
import { namedVersion, versionInPlace } from './electron-runtime.ts'
import { projectFolder } from './folders.ts'
import { prepare } from './prepare.ts'
import { runCommand } from './setup-problem.ts'

await runCommand(async () => {
  await prepare()
  await buildApp()

  const builder = path.join(projectFolder, 'node_modules/electron-builder/cli.js')
  const pack = spawnSync(
    process.execPath,
    [builder, '--publish', 'never', ...standInSettings(), ...process.argv.slice(2)],
    {
      cwd: projectFolder,
      env: { BALIE_UPDATE_URL: 'https://updates.example.org/balie', ...process.env },
      stdio: 'inherit',
    },
  )
  return pack.status ?? 1
})

/** Without the named Electron there can be a package to try, none to give away. */
function standInSettings() {
  const version = versionInPlace()
  if (version === namedVersion || version === null) return []

  console.log(`For trying out only: this package holds Electron ${version}, the stand-in.`)
  return [`-c.electronVersion=${version}`, '-c.electronDist=node_modules/electron/dist']
}
