import { type CsvTable, readCsvTable } from '../csv-table.ts'
import type { Problems } from '../problems.ts'
import { baseName, folderOf, type SourceFile } from '../source-file.ts'
import { filesOf, type RosterFile, type RosterVersion, unusedFiles } from './oneroster-columns.ts'

export type Mode = 'bulk' | 'delta'

export type Manifest = {
  readonly file: string
  readonly version: RosterVersion
  /** The files to read, in the order of the standard. */
  readonly listed: readonly {
    readonly name: RosterFile
    readonly mode: Mode
    readonly file: SourceFile
  }[]
}

export const findManifest = (files: readonly SourceFile[]) =>
  files.find(({ name }) => /^manifest\.csv$/i.test(baseName(name)))

/** What the package says it holds. A file that is not listed is told and not read. */
export function readManifest(files: readonly SourceFile[], problems: Problems): Manifest {
  const file = findManifest(files)
  if (!file) return problems.refuse('manifest-missing', { file: 'manifest.csv' })
  const table = readCsvTable(file, problems)
  const properties = readProperties(table, problems)
  const version = readVersion(table.file, properties, problems)
  const beside = files.filter(({ name }) => folderOf(name) === folderOf(file.name))
  const listed = filesOf[version].flatMap((name) => {
    const mode = readMode(name, { table, properties }, problems)
    const found = mode && findFile(name, beside, problems)
    if (mode && !found) return problems.refuse('file-missing', { file: `${name}.csv`, value: mode })
    return mode && found ? [{ name, mode, file: found }] : []
  })
  tellUnread(files, [file, ...listed.map((each) => each.file)], properties, problems)
  if (!listed.some(({ name }) => name === 'users' || name === 'enrollments')) {
    problems.refuse('no-pupils', { file: table.file, field: 'file.users' })
  }
  return { file: table.file, version, listed }
}

type Property = { readonly value: string; readonly line: number }
type Properties = ReadonlyMap<string, Property>

function readProperties({ file, header, rows }: CsvTable, problems: Problems): Properties {
  for (const column of ['propertyName', 'value']) {
    if (!header.includes(column))
      problems.refuse('manifest-invalid', { file, line: 1, field: column })
  }
  const properties = new Map<string, Property>()
  for (const { cell, line } of rows) {
    const name = cell('propertyName')
    if (properties.has(name)) problems.refuse('manifest-invalid', { file, line, field: name })
    properties.set(name, { value: cell('value'), line })
  }
  return properties
}

/** Excel turns `1.0` into `1`, and a Dutch one `1.1` into `1,1`. */
function readVersion(file: string, properties: Properties, problems: Problems): RosterVersion {
  const read = (name: string) => {
    const property = properties.get(name)
    if (!property) return problems.refuse('manifest-invalid', { file, field: name })
    return { ...property, plain: property.value.replace(',', '.').replace(/^1$/, '1.0') }
  }
  const own = read('manifest.version')
  const roster = read('oneroster.version')
  for (const [field, { value, plain, line }] of Object.entries({
    'manifest.version': own,
    'oneroster.version': roster,
  })) {
    if (value !== plain) problems.warnOnce('manifest-invalid', { file, line, field, value })
  }
  if (own.plain !== '1.0') {
    problems.refuse('unknown-version', {
      file,
      line: own.line,
      field: 'manifest.version',
      value: own.value,
    })
  }
  if (roster.plain === '1.1' || roster.plain === '1.2') return roster.plain
  return problems.refuse('unknown-version', {
    file,
    line: roster.line,
    field: 'oneroster.version',
    value: roster.value,
  })
}

function readMode(
  name: string,
  { table, properties }: { readonly table: CsvTable; readonly properties: Properties },
  problems: Problems,
): Mode | null {
  const field = `file.${name}`
  const property = properties.get(field)
  if (!property) return null
  const { value, line } = property
  if (value === 'bulk' || value === 'delta') return value
  if (value === 'absent') return null
  const where = { file: table.file, line, field, value }
  if (value !== '') return problems.refuse('manifest-invalid', where)
  problems.warn('manifest-invalid', where)
  return null
}

/** Names are exact in the standard; another case on the same file is told and taken. */
function findFile(name: string, beside: readonly SourceFile[], problems: Problems) {
  const exact = beside.find((file) => baseName(file.name) === `${name}.csv`)
  if (exact) return exact
  const loose = beside.find(
    (file) => baseName(file.name).toLowerCase() === `${name}.csv`.toLowerCase(),
  )
  if (loose) problems.warn('file-missing', { file: loose.name, value: `${name}.csv` })
  return loose
}

function tellUnread(
  files: readonly SourceFile[],
  taken: readonly SourceFile[],
  properties: Properties,
  problems: Problems,
) {
  for (const file of files) {
    if (taken.includes(file)) continue
    const name = baseName(file.name).replace(/\.csv$/i, '')
    const isListed = /^(bulk|delta)$/.test(properties.get(`file.${name}`)?.value ?? '')
    const code = isListed && unusedFiles.has(name) ? 'extra-skipped' : 'file-not-listed'
    problems.warn(code, { file: file.name, field: code === 'extra-skipped' ? name : null })
  }
}
