import { execFileSync, spawn } from 'node:child_process'
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { type Mutation, mutations } from './mutations.ts'

const project = join(import.meta.dirname, '../..')
const atOnce = 2

type Told = { readonly mutation: string; readonly foundAt: number | null; readonly how: string }

/** Tries each fault in a copy of the product, and tells after how many seeds it was found. */
export async function runMutations(seeds: number, only: string | undefined): Promise<boolean> {
  const waiting = mutations.filter(({ name }) => only === undefined || name.includes(only))
  let isAllFound = waiting.length > 0
  async function work() {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const told = await tryMutation(next, seeds)
      console.log(JSON.stringify(told))
      if (told.foundAt === null) isAllFound = false
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return isAllFound
}

async function tryMutation(mutation: Mutation, seeds: number): Promise<Told> {
  const folder = fs.mkdtempSync(join(tmpdir(), 'balie-mutation-'))
  try {
    // What was committed last: what somebody is writing at this moment would be a fault too many.
    const packed = execFileSync('git', ['archive', 'HEAD'], { cwd: project, maxBuffer: 1e9 })
    execFileSync('tar', ['x', '-C', folder], { input: packed })
    fs.symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'))
    const file = join(folder, mutation.file)
    const text = fs.readFileSync(file, 'utf8')
    if (!text.includes(mutation.from))
      return { mutation: mutation.name, foundAt: null, how: 'the text to change is not there' }
    fs.writeFileSync(
      file,
      text.replace(mutation.from, () => mutation.to),
    )
    return { mutation: mutation.name, ...(await simulateIn(folder, seeds)) }
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

/** Runs the simulation of the copy until something is found. */
function simulateIn(folder: string, seeds: number) {
  const args = ['--import', './resources/setup/tsx-hook.ts', 'tests/sim/sim.ts', '--stop']
  const options = ['--seeds', String(seeds), '--desktops', '4', '--steps', '300']
  return new Promise<Omit<Told, 'mutation'>>((resolve) => {
    const child = spawn(process.execPath, [...args, ...options], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let said = ''
    child.stdout.on('data', (bytes: Buffer) => {
      said += bytes.toString()
    })
    child.on('close', (code) => {
      const lines = said.trim().split('\n')
      const how = String(JSON.parse(lines.at(-1) || '{}').violations?.[0] ?? 'nothing was wrong')
      resolve({ foundAt: code === 1 && said !== '' ? lines.length : null, how })
    })
  })
}
