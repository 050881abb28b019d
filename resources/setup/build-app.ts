import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { fillFolder, projectFolder } from './folders.ts'
import { SetupProblem } from './setup-problem.ts'

const dist = path.join(projectFolder, 'dist')
const stamp = path.join(dist, 'built')

/** Builds main process, preload script and window into `dist`. */
export async function buildApp() {
  console.log('Building.')
  const began = new Date()

  await fillFolder(dist, (draft) => {
    const build = spawnSync(
      process.execPath,
      [
        path.join(projectFolder, 'node_modules/electron-vite/bin/electron-vite.js'),
        ...['build', '--logLevel', 'warn'],
      ],
      {
        cwd: projectFolder,
        encoding: 'utf8',
        env: { ...process.env, BALIE_BUILD_FOLDER: draft },
      },
    )
    // The bundler colours its output wherever it goes.
    const said = stripVTControlCharacters(build.stdout + build.stderr)
    if (build.status !== 0) throw new SetupProblem(said)
    process.stdout.write(said)
    fs.writeFileSync(path.join(draft, 'built'), '')
    // The beginning counts: whatever was saved since then is not in it.
    fs.utimesSync(path.join(draft, 'built'), began, began)
  })
}

/** Builds only when something has changed since the last time. */
export async function buildAppWhenStale() {
  const builtAt = fs.existsSync(stamp) ? fs.statSync(stamp).mtimeMs : 0
  if (sources().some((file) => fs.statSync(file).mtimeMs > builtAt)) await buildApp()
}

function sources() {
  const trees = ['src-shared', 'src-main', 'src-renderer']
  const files = ['package.json', 'package-lock.json', 'electron.vite.config.ts']
  // Folders too: one that lost a file is newer than the build, its files are not.
  const inTrees = trees.flatMap((tree) => [
    tree,
    ...fs
      .readdirSync(path.join(projectFolder, tree), { recursive: true, encoding: 'utf8' })
      .map((file) => path.join(tree, file)),
  ])
  return [...files, ...inTrees]
    .filter((file) => !file.endsWith('.d.ts'))
    .map((file) => path.join(projectFolder, file))
}
