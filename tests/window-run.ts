import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { projectFolder } from '../resources/setup/folders.ts'
import type { Count } from './run.ts'

const report = path.join(projectFolder, 'out/tests/windows.json')

/** The part of Playwright's report that counts. */
interface Report {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number }
  /** What went wrong outside a test, for instance a file that cannot be loaded. */
  errors: unknown[]
}

/** Runs the tests that drive the real window. Playwright itself shows what fails. */
export function runWindowTests(files: string[]): Count {
  fs.rmSync(report, { force: true })
  const playwright = path.join(projectFolder, 'node_modules/@playwright/test/cli.js')
  const run = spawnSync(process.execPath, [playwright, 'test', '--reporter=dot,json', ...files], {
    cwd: projectFolder,
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
    stdio: 'inherit',
  })
  if (!fs.existsSync(report)) return { passed: 0, failed: 1 }

  const { stats, errors }: Report = JSON.parse(fs.readFileSync(report, 'utf8'))
  const failed = stats.unexpected + errors.length
  const passed = stats.expected + stats.flaky
  console.log(`Window tests: ${passed} passed, ${failed} failed, ${stats.skipped} skipped.`)
  if (stats.flaky > 0) console.log(`${stats.flaky} of them only at a second try: see above which.`)
  // Playwright may find fault with a run in which no test failed.
  return { passed, failed: failed || Number(run.status !== 0) }
}
