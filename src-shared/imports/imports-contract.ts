import { z } from 'zod'
import { command, defineContract, job, office, query, task } from '#shared/platform/contract.ts'
import type { Result } from '#shared/platform/result.ts'
import {
  type ImportedKind,
  type ImportFormat,
  type ImportProblem,
  importFormats,
} from './import-source.ts'
import { type ImportPreset, PresetFields, type TableLayout, TableMapping } from './table-mapping.ts'

export { type ImportedKind, importedKinds } from './import-source.ts'

export type ImportCounts = {
  readonly new: number
  readonly changed: number
  readonly unchanged: number
  readonly doubtful: number
  readonly refused: number
}

/** One line of the preview; the office may leave it out, or decide a doubtful one. */
export type ImportLine = {
  /** Stable within one preview. */
  readonly key: string
  readonly kind: ImportedKind
  readonly outcome: keyof ImportCounts
  readonly name: string
  readonly groupName: string | null
  readonly line: number | null
  /** Of somebody new or doubtful: what the file says, each from null. */
  readonly changes: readonly {
    readonly field: string
    readonly from: string | null
    readonly to: string | null
  }[]
  /** For a doubtful line: whom it may be, best first. */
  readonly candidates: readonly {
    readonly id: string
    readonly name: string
    readonly because: string
  }[]
}

export type ImportPreview = {
  readonly upload: string
  readonly format: ImportFormat
  readonly version: string
  readonly schoolName: string | null
  readonly schoolYear: string | null
  readonly isDelta: boolean
  /** How a table without a standard was read, so that the office can say otherwise. */
  readonly table: TableLayout | null
  readonly counts: Readonly<Record<ImportedKind, ImportCounts>>
  readonly lines: readonly ImportLine[]
  readonly problems: readonly ImportProblem[]
}

export type ImportReport = {
  readonly id: string
  readonly at: string
  readonly staffName: string
  readonly format: ImportFormat
  readonly fileNames: readonly string[]
  readonly counts: Readonly<Record<ImportedKind, ImportCounts>>
  readonly problems: readonly ImportProblem[]
  readonly actionId: string
}

export type ImportRefusal = 'import.refused' | 'import.gone' | 'import.busy' | 'import.stale'

const upload = z.object({ upload: z.uuid() })

export const importsContract = defineContract('imports', {
  /** A piece of a chosen file (at most 1 MB); a folder or zip is one upload of several files. */
  receive: task(
    office,
    z.object({
      upload: z.uuid(),
      file: z.string().min(1).max(300),
      bytes: z.instanceof(Uint8Array).refine(({ length }) => length <= 1_048_576),
    }),
  ).answers<null>(),
  /**
   * Reads the received files in a thread of its own and compares them with the school. A `format` that
   * is named at the first preview is tried before all others.
   */
  preview: task(
    office,
    upload.extend({
      mapping: TableMapping.optional(),
      format: z.enum(importFormats).optional(),
    }),
  ).answers<
    | { readonly ok: true; readonly value: ImportPreview }
    | {
        readonly ok: false
        /** `import.mapping`: a table of which nobody can tell yet what its columns mean. */
        readonly refusal: 'import.refused' | 'import.gone' | 'import.mapping'
        readonly problems: readonly ImportProblem[]
        readonly table: TableLayout | null
      }
  >(),
  /** One undoable action. `leaveOut` and `decisions` name lines of the preview by key. */
  apply: job(
    office,
    z.object({
      upload: z.uuid(),
      leaveOut: z.array(z.string()).max(100_000),
      /** Doubtful lines: the id of the person it is, or `new`. Undecided lines are left out. */
      decisions: z.record(z.string(), z.union([z.uuid(), z.literal('new')])),
    }),
  ).answers<Result<ImportReport, ImportRefusal>>(),
  forget: task(office, upload).answers<null>(),
  /** The school's own presets; the built-in ones are `knownPresets`. */
  presets: query(office, z.object({})).answers<readonly ImportPreset[]>(),
  savePreset: command(office, PresetFields.extend({ id: z.uuid() })).answers<null>(),
  removePreset: command(office, z.object({ id: z.uuid() })).answers<null>(),
  reports: query(office, z.object({})).answers<readonly ImportReport[]>(),
  removeReport: command(office, z.object({ id: z.uuid() })).answers<null>(),
})
export type ImportsContract = typeof importsContract
