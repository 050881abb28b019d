import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { projectFolder } from './folders.ts'

// From its sources the door for scripts takes more than a second before it begins, since Node strips
// the types of 300 files. In one file it takes a tenth, so that file is made once and kept.

const kept = path.join(projectFolder, 'node_modules/.cache/balie-cli')
const trees = ['src-main', 'src-shared']

/** The program of the door: one file as new as the sources, or else the sources themselves. */
export async function cliProgram(): Promise<string> {
  const folder = path.join(kept, stampOfSources())
  const program = path.join(folder, 'cli.js')
  if (fs.existsSync(program)) return program
  try {
    await makeBundle(folder)
    return program
  } catch (error) {
    // Another command was just as far.
    if (fs.existsSync(program)) return program
    // A folder that cannot be written, or a tool that is missing, must not shut the door.
    if (process.env.BALIE_CLI_DEBUG) console.error(error)
    return path.join(projectFolder, 'src-main/cli.ts')
  }
}

async function makeBundle(folder: string) {
  const { build } = await import('vite')
  const draft = `${folder}.${process.pid}`
  const source = (file: string) => path.join(projectFolder, 'src-main', file)
  try {
    await build({
      configFile: false,
      envDir: false,
      root: projectFolder,
      logLevel: 'silent',
      // `dependencies` of package.json have native add-ons and stay what they are.
      ssr: { noExternal: true, external: ['better-sqlite3', '@node-rs/argon2'] },
      build: {
        ssr: true,
        target: 'node22',
        outDir: draft,
        emptyOutDir: false,
        rollupOptions: {
          input: { cli: source('cli.ts'), 'reader-thread': source('reader-thread.ts') },
          output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
        },
      },
    })
    fs.cpSync(source('platform/migrations'), path.join(draft, 'migrations'), { recursive: true })
    forgetOlder()
    fs.renameSync(draft, folder)
  } finally {
    fs.rmSync(draft, { recursive: true, force: true })
  }
}

/** Leaves alone what is younger than an hour: another command may be running it or making it. */
function forgetOlder() {
  const hour = 3_600_000
  for (const name of fs.readdirSync(kept)) {
    const each = path.join(kept, name)
    if (Date.now() - fs.statSync(each).mtimeMs > hour) {
      fs.rmSync(each, { recursive: true, force: true })
    }
  }
}

/** Changes with every file that is saved, added or taken away, and with the packages. */
function stampOfSources(): string {
  const files = trees.flatMap((tree) =>
    fs
      .readdirSync(path.join(projectFolder, tree), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(ts|sql|json)$/.test(file) && !file.endsWith('.d.ts'))
      .map((file) => path.join(tree, file)),
  )
  const hash = createHash('sha256').update(process.versions.modules)
  for (const file of [...files.toSorted(), 'package-lock.json', 'resources/setup/cli-bundle.ts']) {
    const { mtimeMs, size } = fs.statSync(path.join(projectFolder, file))
    hash.update(`${file} ${mtimeMs} ${size}\n`)
  }
  return hash.digest('hex').slice(0, 16)
}
