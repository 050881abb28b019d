import { writeFile } from 'node:fs/promises'
import { BrowserWindow, dialog } from 'electron'
import { escapeHtml } from '#shared/platform/escape-html.ts'
import type { PrintPages } from './app-protocol.ts'
import { appOrigin } from './app-protocol.ts'
import { safePreferences } from './window.ts'

/** A whole HTML document; PDF and paper are made from the same one. */
export type Page = {
  readonly title: string
  readonly html: string
  /** Added on paper only: a PDF has its own foot. */
  readonly paperStyles?: string
  readonly orientation: 'portrait' | 'landscape'
  /** Plain text at the foot of each page, beside the page number. */
  readonly footer: string
  /** `Pagina {page} van {pages}` in the user's language. */
  readonly pageNumber: string
}

export type Outcome = 'done' | 'cancelled' | 'failed'

export type Printing = ReturnType<typeof createPrinting>

/**
 * Prints from a hidden window without scripts. Electron has no print preview of its own, and
 * printing a loaded PDF gives blank paper, so the preview is the PDF and paper is the same HTML.
 */
export function createPrinting(pages: PrintPages) {
  let hidden: BrowserWindow | null = null
  let last = 0
  /** One page at a time: there is one hidden window. */
  let queue: Promise<unknown> = Promise.resolve()

  function window() {
    if (!hidden || hidden.isDestroyed()) {
      hidden = new BrowserWindow({
        show: false,
        webPreferences: { ...safePreferences, javascript: false },
      })
    }
    return hidden
  }

  async function withPage<Answer>(html: string, work: (window: BrowserWindow) => Promise<Answer>) {
    const id = String(++last)
    pages.set(id, html)
    try {
      const shown = window()
      await shown.loadURL(`${appOrigin}/print/${id}`)
      return await work(shown)
    } finally {
      pages.delete(id)
    }
  }

  function inTurn<Answer>(work: () => Promise<Answer>) {
    const turn = queue.then(work, work)
    queue = turn.catch(() => {})
    return turn
  }

  const toPdf = (page: Page) =>
    inTurn(() =>
      withPage(page.html, ({ webContents }) =>
        webContents.printToPDF({
          pageSize: 'A4',
          landscape: page.orientation === 'landscape',
          preferCSSPageSize: true,
          printBackground: true,
          displayHeaderFooter: true,
          headerTemplate: '<span></span>',
          footerTemplate: footerOf(page),
          generateTaggedPDF: true,
          generateDocumentOutline: true,
        }),
      ),
    )

  return {
    toPdf,

    async savePdf(owner: BrowserWindow, page: Page, suggestedName: string): Promise<Outcome> {
      const { canceled, filePath } = await dialog.showSaveDialog(owner, {
        defaultPath: `${suggestedName}.pdf`,
        filters: [{ name: 'PDF', extensions: ['pdf'] }],
      })
      if (canceled || !filePath) return 'cancelled'
      try {
        await writeFile(filePath, await toPdf(page))
        return 'done'
      } catch {
        return 'failed'
      }
    },

    toPaper: (page: Page): Promise<Outcome> =>
      inTurn(() =>
        withPage(onPaper(page), ({ webContents }) => {
          const options = {
            silent: false,
            printBackground: true,
            landscape: page.orientation === 'landscape',
          }
          return new Promise<Outcome>((resolve) => {
            webContents.print(options, (success, reason) => {
              resolve(success ? 'done' : /cancel/i.test(reason) ? 'cancelled' : 'failed')
            })
          })
        }),
      ),

    /** Forgets the last page, which would otherwise stay in the hidden window's memory. */
    forget() {
      hidden?.destroy()
      hidden = null
    },
  }
}

function onPaper({ html, paperStyles }: Page) {
  return paperStyles ? html.replace('</head>', `<style>${paperStyles}</style></head>`) : html
}

/** Chromium fills in the elements with its own class names; the type must be set here. */
function footerOf({ footer, pageNumber }: Page) {
  const numbers = escapeHtml(pageNumber)
    .replace('{page}', '<span class="pageNumber"></span>')
    .replace('{pages}', '<span class="totalPages"></span>')
  const style =
    'width:100%;padding:0 12mm;display:flex;justify-content:space-between;gap:8mm;' +
    'font:7.5pt Inter,Segoe UI,sans-serif;color:#4d5854'
  return `<div style="${style}"><span>${escapeHtml(footer)}</span><span style="white-space:nowrap">${numbers}</span></div>`
}
