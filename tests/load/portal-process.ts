import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'

const project = join(import.meta.dirname, '../..')

export type PortalProcess = {
  readonly url: string
  readonly child: ChildProcess
  /** Waits until it answers; false when it never does. */
  isReady(): Promise<boolean>
}

type Settings = {
  readonly port: number
  readonly databaseUrl: string | null
  readonly folder: string
}

/** The real portal as a process of its own. */
export function startPortal({ port, databaseUrl, folder }: Settings): PortalProcess {
  const child = spawn(
    process.execPath,
    ['--import', './resources/setup/tsx-hook.ts', 'src-portal/main.ts'],
    {
      cwd: project,
      env: {
        ...process.env,
        ...(databaseUrl && { DATABASE_URL: databaseUrl }),
        ...{ PORT: String(port), DATA_FOLDER: folder },
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  )
  const url = `http://127.0.0.1:${port}`
  return {
    url,
    child,
    async isReady() {
      for (let tries = 0; tries < 300 && child.exitCode === null; tries++) {
        const answer = await fetch(`${url}/ready`).catch(() => null)
        if (answer?.ok) return true
        await pause(100)
      }
      return false
    },
  }
}
