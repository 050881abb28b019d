import type { ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { setTimeout } from 'node:timers/promises'
import { _electron, type ElectronApplication, type Page } from 'playwright'
import { electronSwitches } from '../resources/setup/desktop.ts'
import { projectFolder } from '../resources/setup/folders.ts'

interface LaunchOptions {
  /** A folder to keep; without one each launch has its own, removed on close. */
  userData?: string
  /** What comes after the application's folder on the command line. */
  args?: string[]
  env?: Record<string, string>
  /** A packed Balie; without one Electron runs what was built here. */
  program?: string
}

export interface RunningApp extends AsyncDisposable {
  readonly app: ElectronApplication
  readonly window: Page
  readonly userData: string
  /** What main and data thread wrote to the terminal, line by line. */
  readonly log: readonly string[]
  close(): Promise<void>
}

/** Opens the built Balie in the real Electron and waits for its first window. */
export async function launchBalie(options: LaunchOptions = {}): Promise<RunningApp> {
  // Outside the project folder: its sockets would trip the tools that read the project.
  const userData = options.userData ?? fs.mkdtempSync(path.join(os.tmpdir(), 'balie-data-'))
  const env = { ...process.env, ...options.env, BALIE_USER_DATA: userData }
  const app = await _electron.launch({
    ...(options.program ? { executablePath: options.program } : {}),
    args: [
      ...electronSwitches(env),
      ...(options.program ? [] : [projectFolder]),
      ...(options.args ?? []),
    ],
    cwd: projectFolder,
    env: withoutNodeOptions(env),
    timeout: 30_000,
  })
  // Asked now: of an app that has ended, Playwright knows no process any more.
  const electron = app.process()
  const log = linesOf(electron.stdout, electron.stderr)

  async function close() {
    await Promise.race([app.close(), killLater(electron)])
    if (!options.userData) fs.rmSync(userData, { recursive: true, force: true })
  }

  try {
    const window = await app.firstWindow()
    return { app, window, userData, log, close, [Symbol.asyncDispose]: close }
  } catch (error) {
    await close()
    throw new Error(`Balie opened no window. It said:\n${log.join('\n')}`, { cause: error })
  }
}

/** Balie must not be able to hold up a test by not wanting to close. */
async function killLater(electron: ChildProcess) {
  await setTimeout(10_000, undefined, { ref: false })
  if (electron.exitCode === null) electron.kill('SIGKILL')
}

function linesOf(...outputs: (Readable | null)[]) {
  const lines: string[] = []
  for (const output of outputs) {
    if (output) createInterface(output).on('line', (line) => lines.push(line))
  }
  return lines
}

/** The test runner's own switches for Node must not reach the app. */
function withoutNodeOptions(env: NodeJS.ProcessEnv) {
  const kept = Object.entries(env).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined && !['NODE_OPTIONS', 'ELECTRON_RUN_AS_NODE'].includes(entry[0]),
  )
  return Object.fromEntries(kept)
}
