// npm start [-- --tour | args for Balie]
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { buildAppWhenStale } from './build-app.ts'
import { completeDesktop, electronSwitches, startTestDesktop } from './desktop.ts'
import { electronProgram } from './electron-runtime.ts'
import { projectFolder } from './folders.ts'
import type { Owned } from './owned-process.ts'
import { prepare } from './prepare.ts'
import { runCommand } from './setup-problem.ts'

const args = process.argv.slice(2)
const inOut = (name: string) => path.join(projectFolder, 'out', name)

await runCommand(async () => {
  await prepare()
  await buildAppWhenStale()
  return args.includes('--tour') ? playTour() : openBalie()
})

async function openBalie() {
  const desktop = await completeDesktop(inOut('keyring'))
  const env = { BALIE_USER_DATA: dataFolder(desktop), ...process.env, ...desktop.env }
  if (desktop.env.DISPLAY) {
    console.log('Balie runs on a display nobody sees; `npm start -- --tour` leaves pictures of it.')
  }
  return runUntilEnd(
    desktop,
    electronProgram,
    [...electronSwitches(env), projectFolder, ...args],
    env,
  )
}

/** Data stays with the keychain that holds its key; without that it could not be read again. */
function dataFolder(desktop: Owned) {
  return inOut(desktop.env.DBUS_SESSION_BUS_ADDRESS ? 'data' : 'desktop-data')
}

async function playTour() {
  const desktop = await startTestDesktop()
  const tour = path.join(projectFolder, 'tests/tour/tour.ts')
  const rest = args.filter((arg) => arg !== '--tour')
  return runUntilEnd(desktop, process.execPath, [tour, ...rest], { ...process.env, ...desktop.env })
}

async function runUntilEnd(
  desktop: Owned,
  program: string,
  programArgs: string[],
  env: NodeJS.ProcessEnv,
) {
  const child = spawn(program, programArgs, {
    cwd: projectFolder,
    env,
    stdio: ['ignore', 'inherit', 'pipe'],
  })
  // The window closes in its own time, then this program puts away what it started.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => child.kill('SIGTERM'))
  }
  for await (const line of createInterface(child.stderr)) {
    if (!isChromiumTalk(line)) console.error(line)
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  await desktop.stop()
  return child.exitCode ?? 1
}

/** Chromium complains about what a machine lacks, such as a system bus; Balie needs none of it. */
function isChromiumTalk(line: string) {
  return /^\[\d+:\d+\/\d+\.\d+:[A-Z]+:/.test(line)
}
