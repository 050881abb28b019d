import QRCode from 'qrcode'
import { type Html, html } from '../../html.ts'

/** A QR code as a drawing of squares: sharp on any printer, and no picture to load. */
export function qrPicture(text: string): Html {
  // M: a quarter of a letter that went through a school bag may be dirty.
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  const { size } = modules
  const dark: string[] = []
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      if (modules.get(row, column)) dark.push(`M${column} ${row}h1v1h-1z`)
    }
  }
  return html`<svg viewBox="0 0 ${size} ${size}" role="img" shape-rendering="crispEdges"><path d="${dark.join('')}"/></svg>`
}
