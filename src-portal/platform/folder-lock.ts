import { mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/**
 * PGlite does not mind a second process in its folder, which ruins the data. So whoever opens it
 * leaves its number there; a number of nobody who lives is what a crash left.
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'portal.lock')
  try {
    writeSync(openSync(file, 'wx'), String(process.pid))
  } catch {
    const owner = Number(readFileSync(file, 'utf8'))
    if (owner !== process.pid && isAlive(owner)) {
      throw new Error(`Another portal (process ${owner}) is using ${folder}.`)
    }
    rmSync(file)
    return lockFolder(folder)
  }
  return () => rmSync(file, { force: true })
}

function isAlive(pid: number) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return Object(error).code === 'EPERM'
  }
}
