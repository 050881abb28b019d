import { qrCode } from '../../../platform/qr-code.ts'
import { type Html, html } from '../../html.ts'

/** A QR code as a drawing of squares: sharp on any printer, and no picture to load. */
export function qrPicture(text: string): Html {
  const { size, path } = qrCode(text)
  return html`<svg viewBox="0 0 ${size} ${size}" role="img" shape-rendering="crispEdges"><path d="${path}"/></svg>`
}
