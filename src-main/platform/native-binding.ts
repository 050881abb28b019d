import { existsSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Path of the SQLite add-on for this runtime, undefined for the one inside the package.
 * The package's own needs Node-API 10; an older Electron runs the one that `npm run setup` compiled.
 */
export function nativeBinding(resources: string): string | undefined {
  if (Number(process.versions.napi) >= 10) return undefined
  const folder = `${process.platform}-${process.arch}-napi9`
  const file = join(resources, 'native', folder, 'better_sqlite3.node')
  if (!existsSync(file)) throw new Error(`No SQLite add-on for Node-API ${process.versions.napi}`)
  return file
}
