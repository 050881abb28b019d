import type { ExportLoss } from '#shared/exports/export-losses.ts'
import type { ExportedFile, ExportFormat } from '#shared/exports/exports-contract.ts'
import type { Progress } from '#shared/platform/contract.ts'
import type { ExportedSchool } from './exported-school.ts'

/** One per format: a folder of its own here, and a line in `writers`. */
export type Writer = {
  readonly format: ExportFormat
  /** What this format has no place for, in this country; the round-trip test holds it to that. */
  readonly losses: (school: Pick<ExportedSchool['school'], 'country'>) => readonly ExportLoss[]
  /** Whether the standard has a place for a national number at all. */
  readonly hasNationalNumbers: boolean
  /** Makes the file in small steps; nothing of a person stands in its name. */
  readonly write: (
    school: ExportedSchool,
    wanted: WriterOptions,
  ) => Generator<Progress, ExportedFile, void>
}

export type WriterOptions = {
  /** Moment of the export in UTC, for formats that write it down. */
  readonly now: string
}

export const writers: readonly Writer[] = []

export const writerOf = (format: ExportFormat) => writers.find((writer) => writer.format === format)
