import { printMessages } from '#shared/desk/print-messages.ts'
import { speak } from '#shared/platform/messages.ts'
import { fontFaces } from '../platform/print-fonts.ts'
import { type Html, html, rawCss } from './html.ts'
import { marginBoxes, pageStyles } from './page-styles.ts'
import type { PrintJob } from './print-job.ts'
import type { Section } from './reading/sections.ts'

/** What a kind of sheet adds to the page that all share. */
export type Sheet = {
  readonly body: Html
  readonly css: string
  /** Labels leave no room for a foot, and must not be stretched. */
  readonly isBare?: boolean
  /** Link codes whose letters it holds. */
  readonly codeIds?: readonly string[]
}

/** The whole document: styles inside, nothing from elsewhere but the font that Balie carries. */
export function writeDocument(job: PrintJob, title: string, sheet: Sheet): string {
  const { words, request } = job
  const styles = fontFaces + (sheet.isBare ? '' : pageStyles(request.orientation))
  return html`<!doctype html>
<html lang="${words.language}"><head><meta charset="utf-8"><title>${title}</title>
<style>${rawCss(styles + sheet.css)}</style>
</head><body>${sheet.body}</body></html>`.html
}

/** For paper only: a PDF gets its page numbers from Chromium's footer template. */
export function paperStyles(job: PrintJob, footer: string): string {
  const numbers = speak(printMessages, job.words.language)('pageNumber', { page: '|', pages: '|' })
  return marginBoxes(footer, numbers.split('|'))
}

/** `OBS De Linde · 23-11-2026 · Heidi Smit · Vertrouwelijk`. */
export function footerOf({ school, context, request, words, formats }: PrintJob) {
  const secret = school.confidentialityLine ?? words.say('confidential')
  return [
    school.name,
    formats.day(context.today),
    context.staffName,
    request.showConfidential && secret,
  ]
    .filter(Boolean)
    .join(' · ')
}

export function titleOf({ request, words }: PrintJob, section: Section | undefined) {
  const kind = words.ofChoice(`kind.${request.kind}`)
  return section?.group ? words.say('of-group', { kind, group: section.group.name }) : kind
}

/**
 * The heading that a PDF's outline lists. Unseen, and apart from the head below: what Chromium
 * repeats on each page would stand in the outline as often, and so does (up to 130) a heading after
 * a page break that does not hide its overflow. Transparent letters are left out of the outline.
 */
export function outlineHeading(job: PrintJob, section: Section): Html {
  return html`<h1 class="outline">${titleOf(job, section)}</h1>`
}

/**
 * The head of a table, which Chromium repeats on each page: a loose second page still says of which
 * class and day it is.
 */
export function pageHead(job: PrintJob, section: Section, width: number): Html {
  const { school, context, words, formats } = job
  const count = words.say('pupils', { count: section.pupils.length })
  return html`<tr><th class="head" colspan="${width}"><div><span><p class="title">${titleOf(job, section)}</p>
<p>${[count, section.teachers].filter(Boolean).join(' · ')}</p></span>
<p class="school"><b>${school.name}</b><br>${formats.longDay(context.today)}</p></div>${warning(job, section)}</th></tr>`
}

function warning({ words }: PrintJob, { pupils }: Section) {
  const isNeeded = pupils.some(({ isProtected }) => isProtected)
  return isNeeded && html`<p class="warning">${words.say('protected-warning')}</p>`
}

/** What is not on these pages, said on the pages themselves. */
export function notes(lines: readonly string[]): Html {
  return lines.length === 0
    ? html``
    : html`<div class="notes">${lines.map((line) => html`<p>${line}</p>`)}</div>`
}

export function hiddenNote(
  { words }: PrintJob,
  { hiddenCount: count }: Section,
): readonly string[] {
  return count > 0 ? [words.ofChoice('left-out.protected', { count })] : []
}
