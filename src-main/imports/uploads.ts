import type { ImportProblem } from '#shared/imports/import-source.ts'
import type { Reading, ReceivedFile } from './read-files.ts'

/** Files that were chosen together, and what became of them. */
export type Upload = {
  pieces: Map<string, Uint8Array[]>
  readonly fileNames: Set<string>
  bytes: number
  /** What the files said, once they were read; the bytes are let go then, but those of a table. */
  reading: Extract<Reading, { readonly ok: true }> | null
  /** What the last preview found for each line, to see later whether the school has changed. */
  previewed: ReadonlyMap<string, string> | null
}

export type Uploads = ReturnType<typeof createUploads>

/** As much as the reader takes (`import-readers/limits.ts`); what comes after is dropped. */
const mostBytes = 64 * 1024 * 1024

/** A second chosen file may wait beside the first; whoever drops a third has forgotten the first. */
const mostUploads = 2

/** Files that were chosen and not yet imported, in memory alone: a school's pupils never lie in a temp folder. */
export function createUploads() {
  const uploads = new Map<string, Upload>()

  function start(id: string): Upload {
    const upload = {
      pieces: new Map(),
      fileNames: new Set<string>(),
      bytes: 0,
      reading: null,
      previewed: null,
    }
    uploads.set(id, upload)
    const [oldest] = uploads.keys()
    if (uploads.size > mostUploads && oldest) uploads.delete(oldest)
    return upload
  }

  return {
    receive(id: string, file: string, bytes: Uint8Array) {
      const upload = uploads.get(id) ?? start(id)
      const name = file.replaceAll('\\', '/')
      upload.bytes += bytes.length
      upload.fileNames.add(name)
      // Counted and not kept: the preview will say that it is too large.
      if (upload.bytes > mostBytes) upload.pieces = new Map()
      else upload.pieces.set(name, [...(upload.pieces.get(name) ?? []), bytes])
    },

    find: (id: string) => uploads.get(id) ?? null,

    forget: (id: string) => void uploads.delete(id),

    /** At sign-out and when the school is closed. */
    forgetAll: () => uploads.clear(),
  }
}

/** The whole files of an upload, or why they cannot be read at all. */
export function filesOf({
  pieces,
  bytes,
  fileNames,
}: Upload): readonly ReceivedFile[] | ImportProblem {
  if (bytes > mostBytes) {
    const [file = ''] = fileNames
    return {
      severity: 'refusal',
      code: 'too-large',
      kind: null,
      file,
      line: null,
      field: null,
      value: null,
    }
  }
  return [...pieces].map(([name, parts]) => ({ name, bytes: Buffer.concat(parts) }))
}
