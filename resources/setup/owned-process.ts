import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { Readable, type Stream } from 'node:stream'

/** Something started for the time that this program needs it. */
export interface Owned {
  /** What others need in their environment to find it. */
  readonly env: Record<string, string>
  stop(): Promise<void>
}

/** Starts a Linux program that ends when this one does, even when this one is killed. */
export function startOwned(
  command: string,
  args: string[],
  options: { stdio: StdioOptions; env?: NodeJS.ProcessEnv },
) {
  // In a session of its own: Ctrl+C must not take the display away before the window has closed.
  return spawn('setpriv', ['--pdeathsig', 'TERM', command, ...args], { ...options, detached: true })
}

export async function stopOwned(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}

/** The first line a program says; it tells where it listens. */
export async function firstLine(output: Stream | null | undefined) {
  if (!(output instanceof Readable)) throw new TypeError('This output was not piped.')
  for await (const line of createInterface(output)) return line
  throw new Error('The program ended without a word.')
}
