import type { CsvTable } from '../csv-table.ts'
import type { Problems } from '../problems.ts'
import { aliases, plain, type RosterColumns } from './oneroster-columns.ts'

/**
 * The table with the standard's own names: other capitals, a space or a known slip lose nothing, so
 * they are told and taken. A column that stands there under its own name too is left as it is.
 */
export function withStandardNames(
  table: CsvTable,
  { known }: Pick<RosterColumns, 'known'>,
  problems: Problems,
): CsvTable {
  const { file, header, rows } = table
  const byPlain = new Map([...known].map((name) => [plain(name), name]))
  const fromStandard = new Map<string, string>()
  for (const name of header) {
    if (known.has(name)) continue
    const alias = aliases[plain(name)]
    const meant = byPlain.get(plain(name)) ?? (alias && known.has(alias) ? alias : undefined)
    if (!meant || header.includes(meant) || fromStandard.has(meant)) continue
    fromStandard.set(meant, name)
    problems.warnOnce('column-renamed', { file, line: 1, field: name, value: meant })
  }
  if (fromStandard.size === 0) return table
  const toStandard = new Map([...fromStandard].map(([meant, name]) => [name, meant]))
  return {
    file,
    header: header.map((name) => toStandard.get(name) ?? name),
    rows: rows.map((row) => ({
      ...row,
      cell: (column) => row.cell(fromStandard.get(column) ?? column),
    })),
  }
}
