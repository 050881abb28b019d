import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectFolder } from '../../resources/setup/folders.ts'

const script = ['--import', './resources/setup/tsx-hook.ts', 'src-portal/main.ts']

/** The real portal in a process and a folder of its own, with a code for one school. */
export async function aRunningPortal() {
  const folder = mkdtempSync(join(tmpdir(), 'balie-portal-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const env = {
    ...process.env,
    NODE_OPTIONS: '',
    DATABASE_URL: '',
    DATA_FOLDER: folder,
    HOST: '127.0.0.1',
    PORT: String(port),
    PUBLIC_URL: url,
  }
  const node = join(projectFolder, 'node_modules/.bin/node')
  const invited = spawnSync(node, [...script, 'invite'], {
    cwd: projectFolder,
    env,
    encoding: 'utf8',
  })
  if (invited.status !== 0) throw new Error(`No code: ${invited.stdout}${invited.stderr}`)
  const portal = spawn(node, script, { cwd: projectFolder, env, stdio: 'ignore' })
  await isReady(url, portal)
  return {
    url,
    code: invited.stdout.trim().split('\n').at(-1) ?? '',
    async [Symbol.asyncDispose]() {
      const ended = new Promise((resolve) => portal.once('exit', resolve))
      portal.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function isReady(url: string, portal: ChildProcess) {
  for (let turn = 0; turn < 300; turn++) {
    if (portal.exitCode !== null) throw new Error('The portal stopped')
    const answer = await fetch(`${url}/health`).catch(() => null)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('The portal did not become ready')
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
