// npm test [-- --only types|lint|unit|app] [part of a test file's path …]
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { buildAppWhenStale } from '../resources/setup/build-app.ts'
import { installForTests } from '../resources/setup/debian-libraries.ts'
import { startTestDesktop } from '../resources/setup/desktop.ts'
import { projectFolder } from '../resources/setup/folders.ts'
import { prepare } from '../resources/setup/prepare.ts'
import { runCommand } from '../resources/setup/setup-problem.ts'
import { runUnitTests } from './unit-run.ts'
import { runWindowTests } from './window-run.ts'

export interface Count {
  passed: number
  failed: number
}

const { values, positionals } = parseArgs({
  options: { only: { type: 'string' } },
  allowPositionals: true,
})

const parts = {
  types: () => runTool('Types', 'typescript/bin/tsc', ['-b']),
  lint: () => runTool('Lint', '@biomejs/biome/bin/biome', ['check', '--error-on-warnings']),
  unit: () => runUnitTests(testFiles('.test.ts')),
  app: async () => {
    const files = testFiles('.app.ts')
    if (files.length === 0) return { passed: 0, failed: 0 }
    await buildAppWhenStale()
    return runWindowTests(files)
  },
}

await runCommand(async () => {
  const chosen = Object.entries(parts).filter(([name]) => isChosen(name))
  if (chosen.length === 0) throw new Error(`--only ${Object.keys(parts).join('|')}`)

  await prepare()
  installForTests()
  const desktop = await startTestDesktop()
  Object.assign(process.env, desktop.env)
  const total: Count = { passed: 0, failed: 0 }
  for (const [, run] of chosen) {
    const count = await run()
    total.passed += count.passed
    total.failed += count.failed
  }
  await desktop.stop()

  console.log(`${total.passed} passed, ${total.failed} failed`)
  return total.failed === 0 && total.passed > 0 ? 0 : 1
})

/** Naming files means their tests alone. */
function isChosen(part: string) {
  if (values.only) return part === values.only
  return positionals.length === 0 || part === 'unit' || part === 'app'
}

function testFiles(ending: string) {
  return fs
    .globSync(`tests/**/*${ending}`, { cwd: projectFolder })
    .filter((file) => positionals.length === 0 || positionals.some((part) => file.includes(part)))
    .toSorted()
}

/** A tool counts as one test. */
function runTool(name: string, script: string, args: string[]): Count {
  const tool = spawnSync(
    process.execPath,
    [path.join(projectFolder, 'node_modules', script), ...args],
    { cwd: projectFolder, encoding: 'utf8' },
  )
  const isFine = tool.status === 0
  console.log(isFine ? `${name}: fine.` : `${name}: wrong.\n${tool.stdout}${tool.stderr}`.trimEnd())
  return { passed: Number(isFine), failed: Number(!isFine) }
}
