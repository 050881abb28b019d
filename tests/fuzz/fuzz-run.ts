import { Worker } from 'node:worker_threads'
import { readFiles } from '../../src-main/imports/read-files.ts'
import { mutatedFile } from './mutated-file.ts'

export type FuzzStart = { readonly seed: number; readonly from: number; readonly to: number }

export type FuzzStep = { readonly n: number } & (
  | { readonly done: false }
  | {
      readonly done: true
      readonly ms: number
      readonly outcome: string
      readonly faults: readonly string[]
    }
)

export type FuzzFailure = { readonly n: number; readonly told: string; readonly fault: string }

export type FuzzFigure = { readonly n: number; readonly ms: number; readonly megabytes: number }

/** security.md T13: what one file may cost. */
export const most = { ms: 2000, megabytes: 200 }

/** Nothing takes so long; it is ended, told, and the next one is begun. */
const hang = 20_000

/**
 * Reads and imports so many mutated files of a seed. Whoever is slow or hungry among its neighbours
 * is measured again alone, the way the product reads it, and only that counts.
 */
export async function runFuzz({
  seed,
  files,
  onStep = () => {},
}: {
  readonly seed: number
  readonly files: number
  readonly onStep?: (n: number) => void
}) {
  const failures: FuzzFailure[] = []
  const figures: FuzzFigure[] = []
  const outcomes = new Map<string, number>()
  const fail = (n: number, fault: string) =>
    failures.push({ n, told: mutatedFile(seed, n).told, fault })

  for (let from = 0; from < files; ) {
    const ended = await runThread({ seed, from, to: files }, (step, megabytes) => {
      if (!step.done) return onStep(step.n)
      figures.push({ n: step.n, ms: step.ms, megabytes })
      outcomes.set(step.outcome, (outcomes.get(step.outcome) ?? 0) + 1)
      for (const fault of step.faults) fail(step.n, fault)
    })
    if (ended === null) break
    fail(ended.n, ended.fault)
    from = ended.n + 1
  }

  for (const { n, ms, megabytes } of figures) {
    if (ms <= most.ms && megabytes <= most.megabytes) continue
    const alone = await measureAlone(mutatedFile(seed, n).files)
    if (alone.ms > most.ms) fail(n, `takes ${Math.round(alone.ms)} ms`)
    if (alone.megabytes > most.megabytes) fail(n, `takes ${Math.round(alone.megabytes)} MB`)
  }
  return { failures, figures, outcomes }
}

/** Null when the thread came to its end; else the file that stopped it. */
function runThread(
  start: FuzzStart,
  onStep: (step: FuzzStep, megabytes: number) => void,
): Promise<{ readonly n: number; readonly fault: string } | null> {
  return new Promise((resolve) => {
    let n = start.from
    let begun = performance.now()
    let before = process.memoryUsage.rss()
    let peak = before
    const thread = new Worker(new URL('./fuzz-thread.ts', import.meta.url), { workerData: start })
    const watch = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage.rss())
      // The first file waits for the thread to start.
      if (performance.now() - begun > hang + (n === start.from ? 30_000 : 0)) end('never ends')
    }, 10)
    function end(fault: string | null) {
      clearInterval(watch)
      void thread.terminate()
      resolve(fault === null ? null : { n, fault })
    }
    thread.on('message', (step: FuzzStep) => {
      const now = process.memoryUsage.rss()
      onStep(step, (Math.max(peak, now) - before) / 1024 ** 2)
      if (step.done) return
      n = step.n
      begun = performance.now()
      before = now
      peak = now
    })
    thread.once('error', (error) => end(`ends the thread: ${error.message}`))
    thread.once('exit', (code) => end(code === 0 ? null : `ends the thread with ${code}`))
  })
}

type Files = Parameters<typeof readFiles>[0]

type Cost = { readonly ms: number; readonly megabytes: number }

let emptyThread: Cost | null = null

/** Time and memory of reading in a thread of its own, over what such a thread needs by itself. */
export async function measureAlone(files: Files): Promise<Cost> {
  emptyThread ??= await measureBest([{ name: 'empty.txt', bytes: new Uint8Array() }])
  const { ms, megabytes } = await measureBest(files)
  return { ms: ms - emptyThread.ms, megabytes: megabytes - emptyThread.megabytes }
}

async function measureBest(files: Files): Promise<Cost> {
  // Best of three: neighbours on the same processor make a file look slower and never faster.
  const costs = [await measure(files), await measure(files), await measure(files)]
  return {
    ms: Math.min(...costs.map(({ ms }) => ms)),
    megabytes: Math.min(...costs.map(({ megabytes }) => megabytes)),
  }
}

async function measure(files: Files): Promise<Cost> {
  global.gc?.()
  const before = process.memoryUsage.rss()
  let peak = before
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss())
  }, 5)
  const start = performance.now()
  const used = process.cpuUsage()
  await readFiles(files)
  clearInterval(watch)
  const { user, system } = process.cpuUsage(used)
  // The clock runs on while a busy machine does other work; what the processor did is the file's own.
  const ms = Math.min(performance.now() - start, (user + system) / 1000)
  return { ms, megabytes: (peak - before) / 1024 ** 2 }
}
