import type { PDFDocumentProxy, PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs'
// The legacy build, since Electron 33 lacks what the modern one takes for granted.
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'

let worker: PDFWorker | null = null

/**
 * Opens the pages of a print job.
 *
 * One worker for all documents, given by hand: left to itself pdf.js makes one per document, from a
 * blob when it mistrusts the origin, which our content policy refuses.
 */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  // Large, and nobody needs it before the first preview.
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs')
  worker ??= pdfjs.PDFWorker.create({ port: new Worker(workerUrl, { type: 'module' }) })
  // pdf.js takes the bytes away to its worker; ours are still needed when React draws twice.
  return pdfjs.getDocument({ data: bytes.slice(), worker }).promise
}

/** Draws a page beside the screen, so that the old page stands until the new one is whole. */
export async function drawPage(pdf: PDFDocumentProxy, number: number, width: number) {
  const page = await pdf.getPage(number)
  const plain = page.getViewport({ scale: 1 })
  const density = Math.max(1, window.devicePixelRatio)
  const viewport = page.getViewport({ scale: (width / plain.width) * density })
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(viewport.width)
  canvas.height = Math.round(viewport.height)
  await page.render({ canvas, viewport }).promise
  return canvas
}
