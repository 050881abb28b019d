import Papa from 'papaparse'
import { guardCell } from '#shared/exports/formula-guard.ts'
import type { Progress } from '#shared/platform/contract.ts'
import { allFileNames, headerOf, type RosterFileName, type RosterFiles } from './roster-files.ts'

/** Null for a bulk, in which status and date must be empty; else the moment of the delta. */
type Stamp = string | null

/**
 * The files of a package as text, the manifest first: UTF-8 without byte order mark, CRLF, quotes as
 * in RFC 4180. A cell that a spreadsheet would execute begins with an apostrophe, which our reader
 * takes off again; keys and phone numbers are never such cells.
 */
export function* rosterTexts(
  files: RosterFiles,
  stamp: Stamp,
): Generator<Progress, [name: string, text: string][], void> {
  const names = Object.keys(files) as RosterFileName[]
  const texts: [string, string][] = [['manifest.csv', manifestText(names, stamp)]]
  for (const name of names) {
    texts.push([`${name}.csv`, fileText(files, name, stamp)])
    yield { done: texts.length, total: names.length + 1 }
  }
  return texts
}

function manifestText(names: readonly string[], stamp: Stamp) {
  const mode = stamp === null ? 'bulk' : 'delta'
  return textOf([
    ['propertyName', 'value'],
    ['manifest.version', '1.0'],
    ['oneroster.version', '1.2'],
    ...allFileNames.map((name) => [`file.${name}`, names.includes(name) ? mode : 'absent']),
    ['source.systemName', 'Balie'],
  ])
}

function fileText(files: RosterFiles, name: RosterFileName, stamp: Stamp) {
  const header = headerOf(name)
  const rows = files[name].map((row) => {
    const status = row.isGone ? 'tobedeleted' : 'active'
    const cells = stamp === null ? row : { ...row, status, dateLastModified: stamp }
    return header.map((column) => guardCell(String(cells[column] ?? '')))
  })
  return textOf([header, ...rows])
}

const textOf = (rows: readonly (readonly string[])[]) =>
  `${Papa.unparse(
    rows.map((row) => [...row]),
    { newline: '\r\n' },
  )}\r\n`
