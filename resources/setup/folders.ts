import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

export const projectFolder = path.resolve(import.meta.dirname, '../..')

/** A folder that outlives this clone, so that a second one need not fetch and compile again. */
export function cacheFolder(name: string) {
  const home = process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache')
  try {
    fs.mkdirSync(path.join(home, name), { recursive: true })
    return path.join(home, name)
  } catch {
    // A build account may have no home that can be written.
    const nearby = path.join(projectFolder, 'node_modules/.cache', name)
    fs.mkdirSync(nearby, { recursive: true })
    return nearby
  }
}

/** Fills `folder` through a neighbour, so that nobody ever sees it half filled. */
export async function fillFolder(folder: string, fill: (draft: string) => Promise<void> | void) {
  const draft = `${folder}.${process.pid}`
  fs.mkdirSync(draft, { recursive: true })
  try {
    await fill(draft)
    fs.rmSync(folder, { recursive: true, force: true })
    fs.renameSync(draft, folder)
  } finally {
    fs.rmSync(draft, { recursive: true, force: true })
  }
}
