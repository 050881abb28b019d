import { unguardCell } from '#shared/exports/formula-guard.ts'
import type { ImportedKind } from '#shared/imports/import-source.ts'
import { type CsvRow, type CsvTable, readCsvTable } from '../csv-table.ts'
import { limits } from '../limits.ts'
import type { Problems } from '../problems.ts'
import type { SourceFile } from '../source-file.ts'
import type { Manifest, Mode } from './manifest.ts'
import {
  columnsFor,
  type RosterColumns,
  type RosterFile,
  type RosterVersion,
  unusedColumns,
} from './oneroster-columns.ts'
import { withStandardNames } from './renamed-columns.ts'

export type RosterRow = CsvRow & {
  readonly id: string
  /** `tobedeleted`: the other system takes this record away. */
  readonly isEnded: boolean
}

export type RosterTables = {
  readonly version: RosterVersion
  readonly isDelta: boolean
  readonly isDeltaOf: (name: RosterFile) => boolean
  /** Rows of one file; none when the package has no such file. */
  readonly rows: (name: RosterFile) => readonly RosterRow[]
}

/** All files of a package, checked against the columns and the bulk and delta rules. */
export function readTables({ version, listed }: Manifest, problems: Problems): RosterTables {
  const tables = new Map<RosterFile, readonly RosterRow[]>()
  const modes = new Map<RosterFile, Mode>()
  for (const { name, mode, file } of listed) {
    tables.set(name, readTable({ name, mode, file, version }, problems))
    modes.set(name, mode)
  }
  return {
    version,
    isDelta: [...modes.values()].includes('delta'),
    isDeltaOf: (name) => modes.get(name) === 'delta',
    rows: (name) => tables.get(name) ?? [],
  }
}

type Listed = {
  readonly name: RosterFile
  readonly mode: Mode
  readonly file: SourceFile
  readonly version: RosterVersion
}

function readTable({ name, mode, file, version }: Listed, problems: Problems): RosterRow[] {
  const columns = columnsFor(name, version)
  const table = withStandardNames(readCsvTable(file, problems), columns, problems)
  checkHeader(table, columns, mode, problems)
  const seen = new Set<string>()
  const most = name === 'enrollments' ? limits.csvRows : limits.records
  if (table.rows.length > most) problems.refuse('too-large', { file: table.file })
  return table.rows.flatMap((row) => {
    const id = row.cell('sourcedId')
    const where = { file: row.file, line: row.line, kind: kindOfRow(name, row) }
    const code = id === '' ? 'value-missing' : id.length > limits.key ? 'value-too-long' : null
    if (code) problems.leaveOut(code, { ...where, field: 'sourcedId', value: id })
    else if (seen.has(id))
      problems.leaveOut('key-repeated', { ...where, field: 'sourcedId', value: id })
    if (code || seen.has(id)) return []
    const status = readStatus(row, { mode, kind: where.kind }, problems)
    if (status === null) return []
    seen.add(id)
    // Balie's own exports keep a spreadsheet from executing a cell.
    const cell = (column: string) => unguardCell(row.cell(column))
    return [{ ...row, cell, id, isEnded: status === 'ended' }]
  })
}

/** Of what a row that is left out would have been; in 1.2 the role of a user stands elsewhere. */
function kindOfRow(name: RosterFile, { cell }: CsvRow): ImportedKind | null {
  if (name === 'classes') return 'groups'
  if (name !== 'users' || cell('role') === '') return null
  if (cell('role') === 'student') return 'pupils'
  return /^(parent|guardian)$/.test(cell('role')) ? 'guardians' : 'staff'
}

/** Without an essential column the rows mean nothing; one that Balie can do without is told. */
function checkHeader(
  { file, header, rows }: CsvTable,
  { known, required, essential }: RosterColumns,
  mode: Mode,
  problems: Problems,
) {
  const needed = mode === 'delta' ? [...required, 'status'] : required
  for (const field of needed) {
    if (header.includes(field)) continue
    const isNeeded = essential.has(field) || field === 'status'
    if (isNeeded && rows.length > 0) problems.refuse('column-missing', { file, line: 1, field })
    problems.warnOnce('column-missing', { file, line: 1, field })
  }
  for (const field of header) {
    // The standard's own place for more, and the prefix that vendors use for it.
    const isExtension = /^(metadata\.|ext[_.:])/.test(field)
    if (isExtension) problems.warnOnce('extra-skipped', { file, line: 1, field })
    else if (!known.has(field)) problems.warnOnce('column-unknown', { file, line: 1, field })
    else if (unusedColumns.has(field) && rows.some(({ cell }) => cell(field) !== '')) {
      problems.warnOnce('extra-skipped', { file, line: 1, field })
    }
  }
}

/** Bulk leaves status and date empty, delta fills both; null when the row cannot be understood. */
function readStatus(
  { file, line, cell }: CsvRow,
  { mode, kind }: { readonly mode: Mode; readonly kind: ImportedKind | null },
  problems: Problems,
) {
  const raw = cell('status')
  const status = raw.toLowerCase()
  const where = { file, line, kind, field: 'status', value: raw }
  if (mode === 'bulk' && (raw || cell('dateLastModified'))) {
    problems.warnOnce('bulk-with-status', {
      file,
      line,
      field: raw ? 'status' : 'dateLastModified',
    })
  }
  if (mode === 'delta' && raw === '') {
    problems.leaveOut('delta-without-status', where)
    return null
  }
  if (mode === 'delta' && !/^\d{4}-\d\d-\d\d/.test(cell('dateLastModified'))) {
    const value = cell('dateLastModified')
    problems.warnOnce('delta-without-status', { file, line, field: 'dateLastModified', value })
  }
  if (raw !== status) problems.warnOnce('value-invalid', where)
  if (status === '' || status === 'active') return 'active'
  // `inactive` was a word of OneRoster 1.0.
  if (status === 'tobedeleted' || status === 'inactive') return 'ended'
  problems.leaveOut('value-invalid', where)
  return null
}
