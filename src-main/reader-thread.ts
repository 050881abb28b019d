import { parentPort, workerData } from 'node:worker_threads'
import { readSource } from './import-readers/readers.ts'
import type { SourceFile } from './import-readers/source-file.ts'

// Files by strangers are read here, in a thread with a cap on its memory that `read-files.ts` ends
// when it takes too long: whatever a file does, the school goes on working.

const files: readonly SourceFile[] = workerData

parentPort?.postMessage(await readSource(files))
