import QRCode from 'qrcode'

/** A QR code as a drawing: `path` for an SVG whose view box is `size` by `size`. */
export function qrCode(text: string): { readonly size: number; readonly path: string } {
  // M: a quarter of a letter that went through a school bag may be dirty.
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  const { size } = modules
  const dark: string[] = []
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      if (modules.get(row, column)) dark.push(`M${column} ${row}h1v1h-1z`)
    }
  }
  return { size, path: dark.join('') }
}
