import { type CellObject, utils, type WorkBook, write } from '@e965/xlsx'

type Cell = string | number | CellObject | null

export type Sheet = {
  readonly name: string
  readonly rows: readonly (readonly Cell[])[]
  readonly isHidden?: boolean
  /** `A1:C1`. */
  readonly merged?: string
}

/** The bytes of a workbook; a plain text is a text cell, so that `007` stays. */
export function aWorkbook(sheets: readonly Sheet[], { is1904 = false } = {}): Uint8Array {
  const book: WorkBook = utils.book_new()
  for (const { name, rows, merged } of sheets) {
    const sheet = utils.aoa_to_sheet(rows.map((row) => [...row]))
    if (merged) sheet['!merges'] = [utils.decode_range(merged)]
    utils.book_append_sheet(book, sheet, name)
  }
  book.Workbook = {
    WBProps: { date1904: is1904 },
    Sheets: sheets.map(({ name, isHidden = false }) => ({ name, Hidden: isHidden ? 1 : 0 })),
  }
  return new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx' }))
}

/** A day as a spreadsheet keeps it: days since 1900, shown as a date. */
export const daySince1900 = (serial: number): CellObject => ({ t: 'n', v: serial, z: 'dd-mm-yyyy' })
