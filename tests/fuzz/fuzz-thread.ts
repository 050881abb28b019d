import { parentPort, workerData } from 'node:worker_threads'
import { countries } from '#shared/platform/language.ts'
import { type Reading, readSource } from '../../src-main/import-readers/readers.ts'
import { applyPlan } from '../../src-main/imports/apply-plan.ts'
import { readSnapshot } from '../../src-main/imports/match/school-snapshot.ts'
import { noChoices, planImport } from '../../src-main/imports/plan/plan-import.ts'
import { aSchool, heidi, monday, numbered } from '../builders/school.ts'
import type { FuzzStart, FuzzStep } from './fuzz-run.ts'
import { faultsOf } from './judge-reading.ts'
import { type MutatedFile, mutatedFile } from './mutated-file.ts'
import { ownSamples } from './own-samples.ts'

// Reads mutated files one after another, and plans and writes what is taken, each time rolled back.
// A thread of its own, so that one that never ends can be ended.

const { seed, from, to }: FuzzStart = workerData
const schools = countries.map((country) => aSchool({ country }))
let ids = 0
const newId = () => numbered(5_000_000 + ids++)

function last<Answer>(turns: Generator<unknown, Answer, void>): Answer {
  for (;;) {
    const step = turns.next()
    if (step.done) return step.value
  }
}

type School = (typeof schools)[number]
type Taken = Extract<Reading, { readonly ok: true }>

/** All that an import does after reading; the rows that it wrote are kept or not. */
function importInto({ database }: School, reading: Taken, isKept: boolean) {
  const { source, problems } = reading
  const school = readSnapshot(database.read)
  const wanted = { school, source, problems, choices: noChoices, today: monday, newId }
  const plan = last(planImport(wanted))
  const transaction = database.begin({ staffId: heidi, path: 'imports.apply' })
  try {
    const previewed = new Map(plan.lines.map(({ line, found }) => [line.key, found]))
    const now = '2026-11-23T08:30:00.000Z'
    const country = school.country
    const context = { staffId: heidi, staffName: '', role: 'office', seesMedical: true } as const
    const answer = last(
      applyPlan(transaction.db, {
        reading,
        previewed,
        fileNames: ['mutated'],
        choices: noChoices,
        context: { ...context, now, today: monday, country, newId },
      }),
    )
    if (!answer.ok) throw new Error(`Planned and then refused: ${answer.refusal}`)
    if (isKept) transaction.commit()
    else transaction.rollback()
  } catch (error) {
    transaction.rollback()
    throw error
  }
}

const rowsWritten = ({ database }: School) =>
  Number(database.sqlite.prepare('SELECT total_changes()').pluck().get())

async function judge(
  n: number,
  files: MutatedFile['files'],
): Promise<Omit<FuzzStep & { readonly done: true }, 'n' | 'ms'>> {
  const school = schools[n % schools.length]
  if (!school) throw new Error('No school')
  const before = rowsWritten(school)
  const reading = await readSource(files)
  const faults = [...faultsOf(reading)]
  if (reading.ok) importInto(school, reading, false)
  else if (rowsWritten(school) !== before) faults.push('refused, and rows were written')
  return { done: true, outcome: outcomeOf(reading), faults }
}

function outcomeOf(reading: Reading) {
  if (reading.ok) return reading.source.format
  return reading.table ? 'columns asked' : 'refused'
}

for (const { files } of ownSamples()) {
  const reading = await readSource(files)
  if (reading.ok) for (const school of schools) importInto(school, reading, true)
}

for (let n = from; n < to; n++) {
  const { files } = mutatedFile(seed, n)
  parentPort?.postMessage({ n, done: false } satisfies FuzzStep)
  const start = performance.now()
  const step = await judge(n, files).catch((error: unknown) => ({
    done: true as const,
    outcome: 'crashed',
    faults: [error instanceof Error ? `${error.stack}`.slice(0, 800) : String(error)],
  }))
  parentPort?.postMessage({ n, ms: performance.now() - start, ...step } satisfies FuzzStep)
}
for (const school of schools) school[Symbol.dispose]()
