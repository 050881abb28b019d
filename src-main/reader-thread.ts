import { parentPort, workerData } from 'node:worker_threads'
import { readSource } from './import-readers/readers.ts'
import type { SourceFile } from './import-readers/source-file.ts'
import type { TableAsked } from './import-readers/table/table-reader.ts'

// Files by strangers are read here, in a thread with a cap on its memory that `read-files.ts` ends
// when it takes too long: whatever a file does, the school goes on working.

type Given = { readonly files: readonly SourceFile[]; readonly asked: TableAsked | undefined }

const { files, asked }: Given = workerData

parentPort?.postMessage(await readSource(files, asked))
