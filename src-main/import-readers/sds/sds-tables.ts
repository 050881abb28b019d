import { type CsvTable, readCsvTable } from '../csv-table.ts'
import { peek } from '../decode-text.ts'
import { limits } from '../limits.ts'
import type { Problems } from '../problems.ts'
import type { Value } from '../read-values.ts'
import { baseName, folderOf, type SourceFile } from '../source-file.ts'
import {
  filesOfFirst,
  filesOfSecond,
  type SdsFile,
  type SdsTable,
  unusedFiles,
} from './sds-columns.ts'

export type SdsVersion = '1' | '2' | '2.1'

export type SdsRow = {
  readonly file: string
  readonly line: number
  /** The cell of our word for a column, and the name that the file has for it. */
  readonly value: (word: string) => Value
}

export type SdsTables = {
  readonly version: SdsVersion
  readonly rows: (table: SdsTable) => readonly SdsRow[]
  /** Whether the file of this table has such a column at all. */
  readonly has: (table: SdsTable, word: string) => boolean
}

const isCsv = ({ name }: SourceFile) => /\.csv$/i.test(name)

const nameOf = ({ name }: SourceFile) =>
  baseName(name)
    .replace(/\.csv$/i, '')
    .toLowerCase()

/**
 * Which version these files are, by their names and the columns that only it has; null when they
 * are something else. OneRoster has the names of version 2 and more columns in each.
 */
export function versionOf(files: readonly SourceFile[]): SdsVersion | null {
  const headers = new Map(files.filter(isCsv).map((file) => [nameOf(file), headerOf(file)]))
  const has = (name: string, ...columns: string[]) =>
    columns.some((column) => headers.get(name)?.includes(column))
  const isFirst =
    has('student', 'SIS ID', 'School DfE Number') &&
    (has('school', 'SIS ID', 'DfE Number') || has('section', 'SIS ID', 'School DfE Number'))
  if (isFirst) return '1'
  const isRoster =
    headers.has('manifest') ||
    has('users', 'enabledUser', 'status') ||
    has('enrollments', 'sourcedId')
  if (isRoster || !has('users', 'sourcedId') || !has('orgs', 'sourcedId')) return null
  if (has('roles', 'userSourcedId') && !has('roles', 'sourcedId', 'roleType')) return '2.1'
  return has('users', 'role') && has('users', 'orgSourcedIds') ? '2' : null
}

const headerOf = (file: SourceFile) =>
  (peek(file).split(/[\r\n]/, 1)[0] ?? '')
    .split(/[,;\t]/)
    .map((cell) => cell.replace(/["\uFEFF]/g, '').trim())

/** Every file of the set, read and with its columns checked. */
export function readTables(
  files: readonly SourceFile[],
  version: SdsVersion,
  problems: Problems,
): SdsTables {
  const layouts = version === '1' ? filesOfFirst : filesOfSecond
  const [anchor, another] = files.filter(
    (file) => nameOf(file) === (version === '1' ? 'student' : 'users') && isCsv(file),
  )
  if (another) problems.refuse('several-files', { file: another.name })
  const tables = new Map<SdsTable, readonly SdsRow[]>()
  const words = new Map<SdsTable, ReadonlySet<string>>()
  for (const file of files) {
    const name = nameOf(file)
    const layout = layouts.get(name)
    const isBeside = folderOf(file.name) === folderOf(anchor?.name ?? '') && isCsv(file)
    if (!layout || !isBeside) {
      const isUnused = isBeside && unusedFiles.has(name)
      problems.warn(isUnused ? 'extra-skipped' : 'file-not-listed', { file: file.name })
      continue
    }
    const table = readCsvTable(file, problems)
    checkHeader(table, layout, problems)
    tables.set(layout.table, rowsOf(table, layout))
    words.set(layout.table, new Set(table.header.flatMap((each) => layout.columns.get(each) ?? [])))
  }
  return {
    version,
    rows: (table) => tables.get(table) ?? [],
    has: (table, word) => words.get(table)?.has(word) ?? false,
  }
}

function rowsOf({ file, header, rows }: CsvTable, { columns }: SdsFile): SdsRow[] {
  const columnOf = new Map<string, string>()
  for (const column of header) {
    const word = columns.get(column)
    if (word && !columnOf.has(word)) columnOf.set(word, column)
  }
  const first = (word: string) => [...columns].find(([, each]) => each === word)?.[0] ?? word
  return rows.map(({ line, cell }) => ({
    file,
    line,
    value: (word) => {
      const column = columnOf.get(word)
      return { text: column ? cell(column) : '', file, line, field: column ?? first(word) }
    },
  }))
}

function checkHeader(
  { file, header, rows }: CsvTable,
  { columns, required, secret, quiet, table }: SdsFile,
  problems: Problems,
) {
  const most = table === 'placings' || table === 'ties' ? limits.csvRows : limits.records
  if (rows.length > most) problems.refuse('too-large', { file })
  for (const word of required) {
    if (header.some((column) => columns.get(column) === word)) continue
    const [field = word] = [...columns].find(([, each]) => each === word) ?? []
    problems.refuse('column-missing', { file, line: 1, field })
  }
  for (const field of header) {
    if (columns.has(field) || quiet.has(field)) continue
    const isFilled = rows.some(({ cell }) => cell(field) !== '')
    if (!secret.has(field)) problems.warnOnce('column-unknown', { file, line: 1, field })
    else if (isFilled) problems.warnOnce('extra-skipped', { file, line: 1, field })
  }
}
