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
  const beside = files.filter(({ name }) => folderOf(name) === folderOf(file.name))
  const version = readVersion({ file: table.file, properties, beside }, problems)
  const listed = filesOf[version].flatMap((name) => {
    const mode = readMode(name, { table, properties, beside }, problems)
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

type Said = {
  readonly file: string
  readonly properties: Properties
  readonly beside: readonly SourceFile[]
}

/** Excel turns `1.0` into `1`, and a Dutch one `1.1` into `1,1`; some write `v1.1` or `1.2.1`. */
function readVersion({ file, properties, beside }: Said, problems: Problems): RosterVersion {
  const own = properties.get('manifest.version')
  const roster = properties.get('oneroster.version')
  for (const [field, property] of [
    ['manifest.version', own],
    ['oneroster.version', roster],
  ] as const) {
    if (property?.value === plainVersion(property?.value ?? '')) continue
    const { line = null, value = null } = property ?? {}
    problems.warnOnce('manifest-invalid', { file, line, field, value })
  }
  if (own && plainVersion(own.value) !== '1.0') {
    const { line, value } = own
    problems.refuse('unknown-version', { file, line, field: 'manifest.version', value })
  }
  // Only 1.2 has a file of roles: without a word about the version, that tells them apart.
  if (!roster) return hasFile('roles', beside) ? '1.2' : '1.1'
  const version = plainVersion(roster.value)
  if (version === '1.1' || version === '1.2') return version
  const { line, value } = roster
  return problems.refuse('unknown-version', { file, line, field: 'oneroster.version', value })
}

const plainVersion = (text: string) =>
  text
    .replace(',', '.')
    .replace(/^v/i, '')
    .replace(/^1$/, '1.0')
    .replace(/^(1\.\d)(\.\d+)+$/, '$1')

const hasFile = (name: string, beside: readonly SourceFile[]) =>
  beside.some((file) => baseName(file.name).toLowerCase() === `${name}.csv`.toLowerCase())

/** A file without a word about it is read as complete, and told; one that is `absent` is not read. */
function readMode(
  name: string,
  { table: { file }, properties, beside }: Omit<Said, 'file'> & { readonly table: CsvTable },
  problems: Problems,
): Mode | null {
  const field = `file.${name}`
  const property = properties.get(field)
  if (!property) {
    const isForgotten = hasFile(name, beside) && !hasDelta(properties)
    if (isForgotten) problems.warn('manifest-invalid', { file, field })
    return isForgotten ? 'bulk' : null
  }
  const { value, line } = property
  const mode = value.toLowerCase()
  const where = { file, line, field, value }
  if (mode !== value) problems.warnOnce('manifest-invalid', where)
  if (mode === 'bulk' || mode === 'delta') return mode
  if (mode === 'absent') return null
  if (value !== '') return problems.refuse('manifest-invalid', where)
  problems.warn('manifest-invalid', where)
  return null
}

const hasDelta = (properties: Properties) =>
  [...properties.values()].some(({ value }) => value.toLowerCase() === 'delta')

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
    const isListed = /^(bulk|delta)$/i.test(properties.get(`file.${name}`)?.value ?? '')
    const code = isListed && unusedFiles.has(name) ? 'extra-skipped' : 'file-not-listed'
    problems.warn(code, { file: file.name, field: code === 'extra-skipped' ? name : null })
  }
}
