import type { BrowserWindow } from 'electron'
import { printMessages } from '#shared/desk/print-messages.ts'
import type { OverviewRequest } from '#shared/overviews/overview.ts'
import type { OverviewRefusal, PrintDocument } from '#shared/overviews/overviews-contract.ts'
import type { Language } from '#shared/platform/language.ts'
import { speak } from '#shared/platform/messages.ts'
import { ok, type Result, refuse } from '#shared/platform/result.ts'
import type { Outcome, Page, Printing } from '../platform/printing.ts'
import type { Desk } from './desk.ts'
import type { DeskHandlers } from './desk-handlers.ts'

type Parts = {
  readonly desk: Desk
  readonly printing: Printing
  readonly window: () => BrowserWindow
}

const outcomes = {
  done: ok(null),
  cancelled: refuse('print.cancelled'),
  failed: refuse('print.failed'),
} as const satisfies Record<Outcome, unknown>

/** Puts a page on paper, or in a PDF where the user picks. */
export function createPutter({ desk, printing, window }: Parts) {
  const say = () => speak(printMessages, desk.state().language)
  return {
    say,
    async put(page: Unnumbered, as: 'paper' | 'pdf') {
      const whole = withNumbers(page, desk.state().language)
      const outcome =
        as === 'pdf'
          ? await printing.savePdf(window(), whole, page.title)
          : await printing.toPaper(whole)
      return outcomes[outcome]
    },
    toPdf: (page: Unnumbered) =>
      printing.toPdf(withNumbers(page, desk.state().language)).catch(() => null),
  }
}
export type Putter = ReturnType<typeof createPutter>

/** A page in the words of its own language, else in those of the screen. */
type Unnumbered = Omit<Page, 'pageNumber'> & { readonly language?: Language }

/** Labels have no foot: their sheet is full to the edge. */
function withNumbers(page: Unnumbered, screen: Language): Page {
  if (page.footer === '') return { ...page, pageNumber: '' }
  const say = speak(printMessages, page.language ?? screen)
  return { ...page, pageNumber: say('pageNumber', { page: '{page}', pages: '{pages}' }) }
}

/** What the printing centre asks: the document comes from the data thread, the pages are made here. */
export function printHandlers(
  desk: Desk,
  { put, toPdf }: Putter,
): Pick<DeskHandlers, 'preview' | 'print' | 'printReport'> {
  async function documentOf(request: OverviewRequest) {
    const reply = await desk.ask({ kind: 'call', path: 'overviews.make', input: request })
    if (!reply.ok) throw new Error(reply.message)
    const made: Result<PrintDocument, OverviewRefusal> = JSON.parse(reply.json)
    return made
  }

  return {
    async preview(request) {
      const made = await documentOf(request)
      if (!made.ok) return made
      const pdf = await toPdf(made.value)
      if (!pdf) return refuse('print.failed')
      const { leftOut, pupilCount } = made.value
      return ok({ pdf: new Uint8Array(pdf), pages: pagesIn(pdf), leftOut, pupilCount })
    },

    async print({ request, as }) {
      const made = await documentOf(request)
      if (!made.ok) return made
      const done = await put(made.value, as)
      const { codeIds } = made.value
      if (done.ok && codeIds.length > 0) {
        await desk.ask({ kind: 'call', path: 'accounts.markPrinted', input: { codeIds } })
      }
      return done
    },

    printReport({ title, html, as }) {
      const footer = desk.state().schoolName ?? ''
      return put({ title, html, orientation: 'portrait', footer }, as)
    },
  }
}

/** Chromium's PDF names its page objects in plain text. */
function pagesIn(pdf: Buffer) {
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
}
