import { Worker } from 'node:worker_threads'
import type { ImportProblem } from '#shared/imports/import-source.ts'
import type { Reading } from '../import-readers/readers.ts'
import type { TableAsked } from '../import-readers/table/table-reader.ts'

export type ReceivedFile = { readonly name: string; readonly bytes: Uint8Array }

export type { Reading } from '../import-readers/readers.ts'

/**
 * A file of 5,000 pupils takes a second on a slow computer. Megabytes count the thread's own memory,
 * without the bytes of the files.
 */
const limits = { milliseconds: 30_000, megabytes: 384 }

/** Reads files in a thread of their own; one that fills its memory or never ends is refused. */
export async function readFiles(
  files: readonly ReceivedFile[],
  { milliseconds, megabytes } = limits,
  asked?: TableAsked,
): Promise<Reading> {
  const worker = new Worker(script(), {
    workerData: { files, asked },
    resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 48 },
    // A reader needs nothing of what this process was started with.
    env: {},
    argv: [],
    execArgv: [],
  })
  const file = files[0]?.name ?? ''
  const reading = new Promise<Reading>((resolve, reject) => {
    const timer = setTimeout(() => resolve(refused('too-slow', file)), milliseconds)
    worker.once('message', resolve)
    worker.once('error', (error) => {
      if (isOutOfMemory(error)) resolve(refused('too-large', file))
      else reject(error)
    })
    worker.once('exit', () => {
      clearTimeout(timer)
      resolve(refused('not-readable', file))
    })
  })
  try {
    return await reading
  } finally {
    await worker.terminate()
  }
}

const isOutOfMemory = (error: Error) => 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'

function refused(code: ImportProblem['code'], file: string): Reading {
  const nowhere = { line: null, field: null, value: null, kind: null }
  return { ok: false, problems: [{ severity: 'refusal', code, file, ...nowhere }], table: null }
}

/** The thread's program: beside this file's bundle, or in TypeScript where nothing is bundled. */
function script() {
  const here = import.meta.url
  if (here.endsWith('.ts')) return new URL('../reader-thread.ts', here)
  return new URL(here.includes('/chunks/') ? '../reader-thread.js' : './reader-thread.js', here)
}
