// What an Electron without an application of its own runs: `electron [-r module] <folder> [args]`.
// The stand-in Electron comes with another program inside, so it needs this small one instead.
// JavaScript, because that Electron cannot read TypeScript.
import { readFileSync } from 'node:fs'
import { createRequire, Module } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const require = createRequire(import.meta.url)
const { folder, modules } = readArguments(process.argv.slice(1))

// Playwright puts itself in front with `-r`; Node's own list of preloaded modules is private.
Module._preloadModules(modules)

// Electron's own default app says so too, and `app.isPackaged` is not the only one to ask.
Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true })

const projectFile = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
app.setVersion(projectFile.version)
app.name = projectFile.productName ?? projectFile.name
app.setAppPath(folder)
await import(pathToFileURL(require.resolve(folder)).href)

function readArguments(args) {
  const modules = []
  for (let i = 0; i < args.length; i++) {
    if (args[i] === '--version' || args[i] === '-v') {
      console.log(`v${process.versions.electron}`)
      process.exit(0)
    }
    if (args[i] === '-r' || args[i] === '--require') modules.push(args[++i])
    else if (!args[i].startsWith('-')) return { folder: path.resolve(args[i]), modules }
  }
  console.error('usage: electron <folder>')
  process.exit(1)
}
