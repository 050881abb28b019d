import { escapeHtml } from '#shared/platform/escape-html.ts'

/** Text that is HTML already; everything else is escaped on its way into a page. */
export type Html = { readonly html: string }
export type Part = Html | string | number | null | undefined | false | readonly Part[]

/** html`<td>${name}</td>`: names may hold `<` and `&`, and only `Html` goes in as it is. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  let whole = texts[0] ?? ''
  parts.forEach((part, index) => {
    whole += write(part) + (texts[index + 1] ?? '')
  })
  return { html: whole }
}

/** Pieces with something between them: lines, commas. */
export function joined(parts: readonly Part[], between: Html): Html {
  return { html: parts.filter(isSomething).map(write).join(between.html) }
}

/** Digits that stand under each other; Inter would give a hyphen between them a digit's width too. */
export function figures(text: string): Html {
  const parts = text.split('-').map((part) => html`${part}`)
  return html`<span class="figures">${joined(parts, html`<i>-</i>`)}</span>`
}

/** Styles are ours alone: escaping would break their quotes. */
export function rawCss(css: string): Html {
  return { html: css }
}

function write(part: Part): string {
  if (!isSomething(part)) return ''
  if (typeof part === 'string') return escapeHtml(part)
  if (typeof part === 'number') return String(part)
  return 'html' in part ? part.html : part.map(write).join('')
}

type Something = Exclude<Part, null | undefined | false>

function isSomething(part: Part): part is Something {
  return part !== null && part !== undefined && part !== false && part !== ''
}
