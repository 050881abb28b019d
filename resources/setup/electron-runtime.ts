import { execFile } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { standIn, unpackStandIn } from './electron-from-npm.ts'
import { projectFolder } from './folders.ts'
import { SetupProblem } from './setup-problem.ts'

const electronFolder = path.join(projectFolder, 'node_modules/electron')
const dist = path.join(electronFolder, 'dist')

const program =
  {
    darwin: 'Electron.app/Contents/MacOS/Electron',
    win32: 'electron.exe',
  }[process.platform as string] ?? 'electron'

export const electronProgram = path.join(dist, program)

/** The Electron that package.json names; the one that ships. */
export const namedVersion: string = JSON.parse(
  fs.readFileSync(path.join(electronFolder, 'package.json'), 'utf8'),
).version

/** The Electron that runs on this machine, or null before any was brought. */
export function versionInPlace() {
  try {
    // Playwright and `electron` itself look up the program by this file.
    if (fs.readFileSync(path.join(electronFolder, 'path.txt'), 'utf8') !== program) return null
    if (!fs.existsSync(electronProgram)) return null
    return fs.readFileSync(path.join(dist, 'version'), 'utf8').trim().replace(/^v/, '')
  } catch {
    return null
  }
}

/** Downloads the named Electron with its own installer; answers why not, or null. */
export async function downloadElectron() {
  fs.rmSync(dist, { recursive: true, force: true })
  try {
    await promisify(execFile)(process.execPath, [path.join(electronFolder, 'install.js')], {
      timeout: hasStandIn ? 60_000 : 900_000,
    })
    return null
  } catch (error) {
    const { killed, stderr } = error as { killed: boolean; stderr: string }
    return killed ? 'it took too long' : (stderr.split('\n')[0] ?? '')
  }
}

const hasStandIn = `${process.platform}-${process.arch}` === standIn.platform

export async function bringStandIn(why: string) {
  if (!hasStandIn) {
    throw new SetupProblem(`Electron ${namedVersion} could not be downloaded: ${why}.`)
  }
  await unpackStandIn(dist)
  fs.writeFileSync(path.join(electronFolder, 'path.txt'), program)
}
