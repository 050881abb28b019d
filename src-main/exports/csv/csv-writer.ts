import Papa from 'papaparse'
import { exportFileName } from '#shared/exports/export-file-name.ts'
import { guardCell } from '#shared/exports/formula-guard.ts'
import { schoolTable } from '../table/school-table.ts'
import { tableLosses } from '../table/table-losses.ts'
import type { Writer } from '../writers.ts'

/** Excel takes a file without it for Windows-1252. */
const byteOrderMark = '\uFEFF'

/** What Excel splits at where the decimal mark is a comma, as in all our countries. */
const options = { delimiter: ';', newline: '\r\n' } as const

/**
 * One row per pupil as text: UTF-8 with byte order mark, semicolons, CRLF, RFC 4180 quotes. Cells
 * that a spreadsheet would execute begin with an apostrophe, which our reader takes off again.
 */
export const csvWriter: Writer = {
  format: 'csv',
  losses: () => tableLosses,
  hasNationalNumbers: true,
  takesProtected: true,
  refuses: () => null,

  *write(school) {
    const { header, rowOf } = schoolTable(school)
    const lines = [header]
    const total = school.pupils.length
    for (const pupil of school.pupils) {
      lines.push(rowOf(pupil))
      yield { done: lines.length - 1, total }
    }
    const text = Papa.unparse(
      lines.map((cells) => cells.map(guardCell)),
      options,
    )
    return {
      name: exportFileName('csv', school.today, school.school.language),
      mediaType: 'text/csv; charset=utf-8',
      bytes: new TextEncoder().encode(`${byteOrderMark}${text}\r\n`),
    }
  },
}
