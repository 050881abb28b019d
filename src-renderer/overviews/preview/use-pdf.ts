import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { useEffect, useState } from 'react'
import { openPdf } from './pdf.ts'

export type OpenPdf = {
  readonly pdf: PDFDocumentProxy
  readonly count: number
  /** Of the first page, in points: the pages of one job have one size. */
  readonly width: number
  readonly height: number
}

/** The opened document; the former one stands until the next is open. */
export function usePdf(bytes: Uint8Array | null): OpenPdf | 'failed' | null {
  const [open, setOpen] = useState<OpenPdf | 'failed' | null>(null)
  useEffect(() => {
    if (!bytes) return
    let isLatest = true
    const opening = openPdf(bytes).then(measure)
    opening.then(
      (next) => isLatest && setOpen(next),
      () => isLatest && setOpen('failed'),
    )
    return () => {
      isLatest = false
      // Pages of it may still be on the screen or being drawn for a moment.
      setTimeout(() => opening.then(({ pdf }) => pdf.loadingTask.destroy()).catch(() => null), 2000)
    }
  }, [bytes])
  return open
}

async function measure(pdf: PDFDocumentProxy): Promise<OpenPdf> {
  const page = await pdf.getPage(1)
  const { width, height } = page.getViewport({ scale: 1 })
  return { pdf, count: pdf.numPages, width, height }
}
