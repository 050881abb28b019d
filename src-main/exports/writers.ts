import type { ExportLoss } from '#shared/exports/export-losses.ts'
import type { ExportedFile, ExportFormat, ExportRefusal } from '#shared/exports/exports-contract.ts'
import type { Progress } from '#shared/platform/contract.ts'
import { csvWriter } from './csv/csv-writer.ts'
import { edexmlWriter } from './edexml/edexml-writer.ts'
import type { ExportedSchool } from './exported-school.ts'
import { oneRosterDeltaWriter, oneRosterWriter } from './oneroster/oneroster-writer.ts'
import { ss12000Writer } from './ss12000/ss12000-writer.ts'
import { vcardWriter } from './vcard/vcard-writer.ts'
import { xlsxWriter } from './xlsx/xlsx-writer.ts'

/** One per format: a folder of its own here, and a line in `writers`. */
export type Writer = {
  readonly format: ExportFormat
  /** What this format has no place for, in this country; the round-trip test holds it to that. */
  readonly losses: (school: Pick<ExportedSchool['school'], 'country'>) => readonly ExportLoss[]
  /** Whether the standard has a place for a national number at all. */
  readonly hasNationalNumbers: boolean
  /** Whether protected pupils may go along at all, under their cover and when the office says so. */
  readonly takesProtected: boolean
  /** What the standard demands and this school lacks, such as a number; null when all is there. */
  readonly refuses: (school: ExportedSchool) => ExportRefusal | null
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

export const writers: readonly Writer[] = [
  edexmlWriter,
  oneRosterWriter,
  oneRosterDeltaWriter,
  ss12000Writer,
  csvWriter,
  xlsxWriter,
  vcardWriter,
]

export function writerOf(format: ExportFormat): Writer {
  const found = writers.find((writer) => writer.format === format)
  if (!found) throw new Error(`No writer for ${format}`)
  return found
}
