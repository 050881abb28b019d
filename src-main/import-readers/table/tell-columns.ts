import type { Problems } from '../problems.ts'
import { readHeader } from './read-header.ts'
import type { LaidOut } from './table-layout.ts'

/** Each column that is not taken is told once: nothing of a file is left behind in silence. */
export function tellColumns({ layout, rows }: LaidOut, problems: Problems) {
  const { file, columns, mapping } = layout
  for (const [index, { header, samples }] of columns.entries()) {
    if (mapping.columns[index] || samples.length === 0) continue
    const line = mapping.headerLine ?? rows[0]?.line ?? null
    const isKept = header === null || readHeader(header) !== 'not-stored'
    const field = header ?? String(index + 1)
    problems.warnOnce(isKept ? 'column-unknown' : 'extra-skipped', { file, line, field })
  }
}
