import path from 'node:path'
import { type EventData, run } from 'node:test'
import { inspect } from 'node:util'
import { projectFolder } from '../resources/setup/folders.ts'
import type { Count } from './run.ts'

// Long enough for 200 kills on a busy machine; it only ends what hangs.
const halfAnHour = 1_800_000

/** Runs the tests that need no window; shows what they print, and what fails in full. */
export async function runUnitTests(files: string[]): Promise<Count> {
  const count = { passed: 0, failed: 0 }
  const namesById = new Map<string, string>()
  const slow: { file: string; seconds: number }[] = []
  const began = Date.now()
  // Every file is a process of its own, and most load the same modules.
  process.env.NODE_COMPILE_CACHE ??= path.join(projectFolder, 'out/compile-cache')

  for await (const event of run({
    files,
    cwd: projectFolder,
    // One more than the processors of the smallest machine: some tests mostly wait.
    concurrency: 3,
    // The portal's pages are written in TSX.
    execArgv: ['--import', path.join(projectFolder, 'resources/setup/tsx-hook.ts')],
    timeout: halfAnHour,
  })) {
    if (event.type === 'test:start')
      namesById.set(idOf(event.data), fullName(event.data, namesById))
    if (event.type === 'test:summary' && event.data.file) {
      const file = path.relative(projectFolder, event.data.file)
      slow.push({ file, seconds: Math.round(event.data.duration_ms / 1000) })
    }
    if (event.type === 'test:stdout') process.stdout.write(event.data.message)
    if (event.type === 'test:stderr') process.stderr.write(event.data.message)
    if (event.type === 'test:pass' && isTest(event.data)) {
      if (event.data.skip !== undefined) console.log(`Skipped: ${fullName(event.data, namesById)}`)
      else count.passed++
    }
    // A test whose parts have failed says nothing that the parts have not said.
    if (event.type === 'test:fail' && failureOf(event.data) !== 'subtestsFailed') {
      count.failed++
      const error = event.data.details.error
      console.log(`\nFailed: ${fullName(event.data, namesById)}\n${show(error.cause ?? error)}\n`)
    }
  }

  const seconds = Math.round((Date.now() - began) / 1000)
  const slowest = slow.toSorted((a, b) => b.seconds - a.seconds).slice(0, 12)
  console.log(`Slowest: ${slowest.map((each) => `${each.file} ${each.seconds} s`).join(', ')}.`)
  console.log(`Unit tests: ${count.passed} passed, ${count.failed} failed in ${seconds} s.`)
  return count
}

/** A file without tests passes too, under its own name. */
function isTest({ details, name, file }: EventData.TestPass) {
  return details.type !== 'suite' && !file?.endsWith(name)
}

interface Place {
  file?: string
  name: string
  testId: number
  parentId: number | undefined
}

function idOf({ file, testId }: Pick<Place, 'file' | 'testId'>) {
  return `${file}:${testId}`
}

/** The sentence that the test's groups and its own name make. */
function fullName({ file, name, parentId }: Place, namesById: ReadonlyMap<string, string>) {
  const parent = parentId === undefined ? undefined : namesById.get(`${file}:${parentId}`)
  return `${parent ?? path.relative(projectFolder, file ?? '')} › ${name}`
}

function failureOf({ details }: EventData.TestFail) {
  return 'failureType' in details.error ? details.error.failureType : undefined
}

function show(error: unknown) {
  return typeof error === 'string' ? error : inspect(error, { depth: 20, maxArrayLength: 1000 })
}
