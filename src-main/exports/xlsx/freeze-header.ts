import { unzipSync, zipSync } from 'fflate/browser'

const view = /<sheetView workbookViewId="0"\s*\/>/
const frozen =
  '<sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView>'

const noTime = new Date(1980, 0, 1)

/**
 * The workbook with its first row standing still. The library that writes it has no such setting in
 * its free edition (SheetJS 0.20.3); a workbook is a zip, and the first sheet says it in one element.
 */
export function freezeHeader(workbook: Uint8Array): Uint8Array {
  const files = unzipSync(workbook)
  const name = 'xl/worksheets/sheet1.xml'
  const sheet = files[name]
  if (!sheet) throw new Error('The workbook has no first sheet')
  const text = new TextDecoder().decode(sheet)
  if (!view.test(text)) throw new Error('The workbook has another view than expected')
  files[name] = new TextEncoder().encode(text.replace(view, frozen))
  return zipSync(files, { mtime: noTime })
}
