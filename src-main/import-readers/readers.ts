import type { ImportFormat, ImportProblem, ImportSource } from '#shared/imports/import-source.ts'
import type { TableLayout } from '#shared/imports/table-mapping.ts'
import { Day } from '#shared/platform/day.ts'
import { edexmlReader } from './edexml/edexml-reader.ts'
import { refuseKnownKinds } from './files-not-read.ts'
import { icsReader } from './ics/ics-reader.ts'
import { limits } from './limits.ts'
import { onerosterReader } from './oneroster/oneroster-reader.ts'
import { createProblems, FileRefused, type Problems } from './problems.ts'
import { sdsReader } from './sds/sds-reader.ts'
import { isDropping, type SourceFile } from './source-file.ts'
import { ss12000Reader } from './ss12000/ss12000-reader.ts'
import { readTable, type TableAsked } from './table/table-reader.ts'
import { isZip, unzipFiles } from './unzip-files.ts'
import { vcardReader } from './vcard/vcard-reader.ts'

/** One per format: whether these files are its format, and what they say. */
export type Reader = {
  readonly format: ImportFormat
  readonly recognises: (files: readonly SourceFile[]) => boolean
  readonly read: (
    files: readonly SourceFile[],
    problems: Problems,
  ) => ImportSource | Promise<ImportSource>
}

/** In order of asking: a format that is easily mistaken for another comes after it. */
export const readers: readonly Reader[] = [
  edexmlReader,
  sdsReader,
  onerosterReader,
  ss12000Reader,
  vcardReader,
  icsReader,
]

export type Reading =
  | {
      readonly ok: true
      readonly source: ImportSource
      readonly problems: readonly ImportProblem[]
      /** How a table without a standard was read. */
      readonly table: TableLayout | null
    }
  | {
      readonly ok: false
      readonly problems: readonly ImportProblem[]
      /** A table of which the office is to say what its columns mean; null: the files are refused. */
      readonly table: TableLayout | null
    }

/** Null: perhaps a table, since no format of the list is recognised, or a table was asked for. */
export function detectFormat(
  files: readonly SourceFile[],
  asked: ImportFormat | null,
): Reader | null {
  if (asked === 'csv' || asked === 'xlsx') return null
  const fitting = readers.filter(({ recognises }) => recognises(files))
  return fitting.find(({ format }) => format === asked) ?? fitting[0] ?? null
}

/**
 * Unpacks, recognises and reads. A refusal comes first in the list, and nothing else counts then.
 * What is no format of the list may still be a table.
 */
export async function readSource(
  chosen: readonly SourceFile[],
  asked: TableAsked = unasked(),
): Promise<Reading> {
  const problems = createProblems()
  try {
    const files = await openChosen(chosen, problems)
    const name = chosen.length === 1 ? (chosen[0]?.name ?? '') : commonFolder(chosen)
    refuseKnownKinds(files, name, problems)
    const reader = detectFormat(files, asked.format ?? null)
    if (reader) {
      const source = await reader.read(files, problems)
      return { ok: true, source, problems: problems.list, table: null }
    }
    const table = await readTable(chosen, files, asked, problems)
    if (!table) return problems.refuse('unknown-format', { file: name })
    const { source, layout } = table
    if (!source) return { ok: false, problems: asReasons(problems.list), table: layout }
    return { ok: true, source, problems: problems.list, table: layout }
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error
    return { ok: false, problems: [error.problem, ...problems.list], table: null }
  }
}

/** Why a table waits for its columns: what stands in the way goes first, and is no mere remark. */
function asReasons(problems: readonly ImportProblem[]): ImportProblem[] {
  const isReason = ({ code }: ImportProblem) => /^(mapping-|dates-unclear|no-pupils)/.test(code)
  const reasons = problems.filter(isReason)
  const others = problems.filter((problem) => !isReason(problem))
  return [...reasons.map((problem) => ({ ...problem, severity: 'refusal' as const })), ...others]
}

/** A file of which nothing is known but its bytes. */
const unasked = (): TableAsked => ({
  mapping: null,
  presets: [],
  country: 'nl',
  today: Day.parse(new Date().toISOString().slice(0, 10)),
})

async function openChosen(chosen: readonly SourceFile[], problems: Problems) {
  const files = chosen.filter((file) => !isDropping(file))
  const total = files.reduce((sum, { bytes }) => sum + bytes.length, 0)
  const tooBig = files.find(({ bytes }) => bytes.length > limits.fileBytes)
  const [first] = files
  if (tooBig) problems.refuse('too-large', { file: tooBig.name })
  if (total > limits.totalBytes || files.length > limits.files) {
    problems.refuse('too-large', { file: commonFolder(files) })
  }
  if (!first || files.length > 1 || !isZip(first)) return files
  const unzipped = await unzipFiles(first, problems)
  return unzipped.filter((file) => !isDropping(file))
}

/** The folder that was chosen, for a sentence about all of it. */
const commonFolder = (files: readonly SourceFile[]) => files[0]?.name.split('/')[0] ?? ''
