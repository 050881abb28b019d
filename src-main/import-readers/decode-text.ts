import type { tableEncodings } from '#shared/imports/table-mapping.ts'
import type { Problems } from './problems.ts'
import type { SourceFile } from './source-file.ts'

/** Encodings that school software writes; anything else, such as UTF-7, is refused. */
const known: Readonly<Record<string, string>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'us-ascii': 'utf-8',
  ascii: 'utf-8',
  'utf-16': 'utf-16le',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
  'iso-8859-1': 'windows-1252',
  latin1: 'windows-1252',
  'windows-1252': 'windows-1252',
  cp1252: 'windows-1252',
  'iso-8859-15': 'iso-8859-15',
}

/**
 * The text of a file: by its byte order mark, by its XML declaration, else UTF-8, else Windows-1252.
 * A file that says UTF-8 and is not gets a warning, since old office programs do that.
 */
export function decodeText(file: SourceFile, problems: Problems): string {
  const { name, bytes } = file
  const encoding = marked(bytes) ?? declared(bytes, file, problems) ?? 'utf-8'
  const text = decode(bytes, encoding, true) ?? guess(file, encoding, problems)
  if (text.includes('\0')) problems.refuse('not-readable', { file: name })
  return text
}

/** An encoding that a table may be in; a table itself never says. */
type TableEncoding = (typeof tableEncodings)[number]

/**
 * The text of a table and the encoding it was read by: the one that is asked for, else by its byte
 * order mark, by the zeros of UTF-16, as UTF-8, or as Windows-1252, which takes whatever is left.
 */
export function decodeTable(
  { name, bytes }: SourceFile,
  asked: TableEncoding | null,
  problems: Problems,
): { readonly text: string; readonly encoding: TableEncoding } {
  const likely = asked ?? marked(bytes) ?? unmarkedUtf16(bytes)
  const tried: readonly TableEncoding[] = likely ? [likely] : ['utf-8', 'windows-1252']
  for (const encoding of tried) {
    const text = decode(bytes, encoding, true)
    if (text !== null && isText(text)) return { text, encoding }
  }
  return problems.refuse('not-readable', { file: name, value: asked })
}

/** No zeros, and next to none of the signs that pictures and programs are full of. */
function isText(text: string) {
  const head = text.slice(0, 4096)
  const strange = head.match(/(?![\t\n\r\f\v])\p{Cc}/gu)?.length ?? 0
  return !text.includes('\0') && strange * 100 <= head.length
}

/** Every other byte of European text in UTF-16 is zero. */
function unmarkedUtf16(bytes: Uint8Array): TableEncoding | null {
  const head = bytes.subarray(0, 4096)
  if (head.length < 4) return null
  const zeros = [0, 0]
  for (const [index, byte] of head.entries())
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  const most = head.length / 2
  if (odd > most * 0.7 && even < most * 0.1) return 'utf-16le'
  if (even > most * 0.7 && odd < most * 0.1) return 'utf-16be'
  return null
}

/** The start of a file, for recognising it; never refuses. */
export function peek({ bytes }: SourceFile): string {
  const head = bytes.subarray(0, 65_536)
  return decode(head, marked(head) ?? 'utf-8', false) ?? ''
}

function guess(file: SourceFile, encoding: string, problems: Problems): string {
  if (encoding !== 'utf-8') problems.refuse('not-readable', { file: file.name })
  problems.warnOnce('encoding-guessed', { file: file.name, value: 'Windows-1252' })
  return decode(file.bytes, 'windows-1252', true) ?? ''
}

/**
 * Null when the bytes are no such text. Decoded as a stream: decoding at once takes a short cut in
 * Node 20 that turns `€` and the other Windows-1252 letters below 0xA0 into control characters.
 */
function decode(bytes: Uint8Array, encoding: string, fatal: boolean): string | null {
  const decoder = new TextDecoder(encoding, { fatal })
  try {
    return decoder.decode(bytes, { stream: true }) + decoder.decode()
  } catch {
    return null
  }
}

function marked([a, b, c, d]: Uint8Array): TableEncoding | null {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  // Without a mark: an ASCII letter or `<` whose other byte is zero.
  if (a && b === 0 && c && d === 0) return 'utf-16le'
  if (a === 0 && b && c === 0 && d) return 'utf-16be'
  return null
}

function declared(bytes: Uint8Array, file: SourceFile, problems: Problems): string | null {
  const head = decode(bytes.subarray(0, 200), 'windows-1252', false) ?? ''
  const [, label] = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']*)["']/.exec(head) ?? []
  if (label === undefined) return null
  const encoding = known[label.toLowerCase()]
  if (!encoding)
    problems.refuse('not-readable', { file: file.name, line: 1, field: 'encoding', value: label })
  // Said to be UTF-16, but the declaration was read byte by byte: it cannot be.
  return encoding.startsWith('utf-16') ? 'utf-8' : encoding
}
