import { limits } from './limits.ts'
import type { Problems } from './problems.ts'

/** One property of a contact card or calendar, folded lines put together; `line` is its first. */
export type ContentLine = { readonly line: number; readonly text: string }

/** Pictures and keys inside a file: they may be long, and nobody reads them. */
const attached = /^(?:[\w-]+\.)?(PHOTO|LOGO|SOUND|KEY|ATTACH|IMAGE|STRUCTURED-DATA)[;:]/i

/**
 * Lines as RFC 5545 and 6350 fold them: one that begins with a space or tab goes on where the one
 * before it stopped. Old cards break a quoted-printable value with `=` at the end instead. Line
 * ends may be CRLF, LF or a lone CR. Of a picture only the beginning is kept.
 */
export function readContentLines(file: string, text: string, problems: Problems): ContentLine[] {
  refuseManyLines(file, text, problems)
  const found: Piecewise[] = []
  let isBroken = false
  for (const [index, each] of text.split(/\r\n|\r|\n/).entries()) {
    const isFolded = !isBroken && /^[ \t]/.test(each)
    const known: Piecewise | undefined = isBroken || isFolded ? found.at(-1) : undefined
    if (!known && each.trim() === '') continue
    const last: Piecewise = known ?? { line: index + 1, pieces: [], length: 0 }
    if (!known) found.push(last)
    isBroken = each.endsWith('=') && (isBroken || isQuotedPrintable(last.pieces[0] ?? each))
    const piece = each.slice(isFolded ? 1 : 0, isBroken ? -1 : undefined)
    last.length += piece.length
    const isLong = last.length > limits.contentLine
    if (!isLong) last.pieces.push(piece)
    else if (!attached.test(last.pieces[0] ?? piece)) {
      problems.refuse('too-large', { file, line: last.line })
    }
  }
  return found.map(({ line, pieces }) => ({ line, text: pieces.join('') }))
}

/** Before they are taken apart: eight million short lines fill a memory that their bytes do not. */
function refuseManyLines(file: string, text: string, problems: Problems) {
  let line = 0
  for (let at = text.search(/[\r\n]/); at !== -1 && at < text.length; at++) {
    const mark = text.charCodeAt(at)
    if (mark === 10 || (mark === 13 && text.charCodeAt(at + 1) !== 10)) line++
    if (line > limits.contentLines) problems.refuse('too-large', { file, line })
  }
}

type Piecewise = { readonly line: number; readonly pieces: string[]; length: number }

const isQuotedPrintable = (first: string) =>
  /^[^:]*;(ENCODING=)?QUOTED-PRINTABLE[;:]/i.test(first.slice(0, 1000))

/** `BEGIN:VCARD` in upper case; null for any other line. */
export function markOf({ text }: ContentLine): { kind: 'BEGIN' | 'END'; name: string } | null {
  const [, kind, name = ''] = /^(BEGIN|END)[ \t]*:[ \t]*([\w-]+)[ \t]*$/i.exec(text) ?? []
  if (!kind) return null
  return { kind: kind.toUpperCase() === 'BEGIN' ? 'BEGIN' : 'END', name: name.toUpperCase() }
}
