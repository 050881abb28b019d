import { exportFileName } from '#shared/exports/export-file-name.ts'
import { exportsMessages } from '#shared/exports/exports-messages.ts'
import { speak } from '#shared/platform/messages.ts'
import { schoolTable } from '../table/school-table.ts'
import { tableLosses } from '../table/table-losses.ts'
import type { Writer } from '../writers.ts'
import { freezeHeader } from './freeze-header.ts'
import { loadWorkbooks, type Workbooks } from './load-workbooks.ts'

/** In characters: narrow enough to see several columns, wide enough for a name. */
const widths = { least: 6, most: 40 }

/**
 * One row per pupil in a workbook. Every cell is text by type and by format, so that leading zeros
 * stay and nothing is ever a formula: what a cell holds is what it shows.
 */
export const xlsxWriter: Writer = {
  format: 'xlsx',
  losses: () => tableLosses,
  hasNationalNumbers: true,
  takesProtected: true,
  refuses: () => null,

  *write(school) {
    const { language } = school.school
    const { header, rowOf } = schoolTable(school)
    const lines = [header]
    const total = school.pupils.length
    for (const pupil of school.pupils) {
      lines.push(rowOf(pupil))
      yield { done: lines.length - 1, total }
    }
    const workbooks = yield* loadWorkbooks()
    const { utils } = workbooks
    const book = utils.book_new()
    const name = speak(exportsMessages, language)('pupils')
    utils.book_append_sheet(book, sheetOf(lines, workbooks), name)
    // Shared strings: without them the library marks a text as the result of a formula.
    const written: Uint8Array = workbooks.write(book, {
      type: 'buffer',
      bookType: 'xlsx',
      bookSST: true,
      compression: true,
    })
    return {
      name: exportFileName('xlsx', school.today, language),
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      bytes: freezeHeader(written),
    }
  },
}

function sheetOf(lines: readonly (readonly string[])[], { utils }: Workbooks) {
  const [header = []] = lines
  const cells = lines.map((line) => line.map((text) => (text ? textCell(text) : null)))
  const sheet = utils.aoa_to_sheet(cells)
  sheet['!cols'] = header.map((_name, column) => ({ wch: widthOf(lines, column) }))
  sheet['!autofilter'] = { ref: sheet['!ref'] ?? 'A1' }
  return sheet
}

/** `@` is Excel's format for text: a number typed over it stays text too. */
const textCell = (text: string) => ({ t: 's', v: text, z: '@' }) as const

function widthOf(lines: readonly (readonly string[])[], column: number) {
  const longest = Math.max(...lines.map((line) => line[column]?.length ?? 0))
  return Math.min(widths.most, Math.max(widths.least, longest + 2))
}
