import ICAL from 'ical.js'
import type { ContentLine } from '../content-lines.ts'

/** One property of a contact card, whatever version it was written in. */
export type CardProperty = {
  /** In upper case and without its group: `item1.TEL` is `TEL`. */
  readonly name: string
  readonly line: number
  /** TYPE and bare words of 2.1, in lower case: `home`, `pref`, `fax`. */
  readonly types: ReadonlySet<string>
  /** Components of N and ADR; one part for everything else. */
  readonly parts: readonly string[]
  readonly text: string
}

/** Kept as text, since the library bends dates that it does not know, and leaves X- escaped. */
const asText = /^(BDAY|DEATHDATE|GENDER|TEL|X-.*)$/
const structured = /^(N|ADR)$/

/**
 * Reads one line of a card. Versions 3 and 4 are ical.js's; a line of 2.1 is first written as 3.0
 * would have it, since no library takes bare parameters and quoted-printable. Null: it is no
 * property at all, or one that is binary.
 */
export function readProperty({ text, line }: ContentLine, version: string): CardProperty | null {
  const colon = findColon(text)
  if (colon === -1) return null
  const [dotted = '', ...said] = splitHead(text.slice(0, colon))
  const name = dotted.slice(dotted.lastIndexOf('.') + 1).toUpperCase()
  const params = said.map(withName)
  const encoding = paramOf(params, 'ENCODING').toUpperCase()
  if (!/^[A-Z][\w-]*$/.test(name) || /^(B|BASE64)$/.test(encoding)) return null

  const raw = text.slice(colon + 1)
  const isQuoted = encoding === 'QUOTED-PRINTABLE'
  const plain = isQuoted ? decodeQuotedPrintable(raw, paramOf(params, 'CHARSET')) : raw
  const kept = params
    .filter(([param]) => !/^(ENCODING|CHARSET)$/.test(param) && !isTextParam(name, param))
    .map(([param, value]) => `;${param}=${value}`)
  const value = version.startsWith('2') || isQuoted ? asLaterVersion(plain) : plain
  const textMark = asText.test(name) ? ';VALUE=text' : ''
  return parse(`${name}${kept.join('')}${textMark}:${value}`, version, { name, line })
}

const isTextParam = (name: string, param: string) => param === 'VALUE' && asText.test(name)

function parse(
  line: string,
  version: string,
  place: Pick<CardProperty, 'name' | 'line'>,
): CardProperty | null {
  try {
    const found: unknown[] = ICAL.parse.property(line, designs[version.startsWith('4') ? 4 : 3])
    const [, params, , ...values] = found
    const [first] = values
    const isStructured = structured.test(place.name) && Array.isArray(first)
    const separator = place.name === 'N' ? ' ' : ', '
    const parts = isStructured ? first.map((part) => flat(part, separator)) : [flat(values, ', ')]
    return { ...place, types: typesOf(params), parts, text: parts.filter(Boolean).join(' ') }
  } catch {
    return null
  }
}

const withText = (design: typeof ICAL.design.vcard) => ({
  ...design,
  property: { ...design.property, bday: { defaultType: 'text' } },
})
const designs = { 3: withText(ICAL.design.vcard3), 4: withText(ICAL.design.vcard) }

function flat(value: unknown, separator: string): string {
  return Array.isArray(value)
    ? value
        .map((each) => flat(each, separator))
        .filter(Boolean)
        .join(separator)
    : // The library leaves these where they need no backslash and have one all the same.
      String(value ?? '')
        .replace(/\\([;:,"])/g, '$1')
        .trim()
}

/** PREF is a word of TYPE up to 3.0 and a number of its own in 4.0. */
function typesOf(params: unknown): ReadonlySet<string> {
  const entries = params && typeof params === 'object' ? Object.entries(params) : []
  return new Set(
    entries.flatMap(([name, value]) => {
      if (name === 'pref') return ['pref']
      return name === 'type' ? [value].flat().flatMap((each) => words(String(each))) : []
    }),
  )
}

const words = (text: string) => text.toLowerCase().split(',')

/**
 * The colon between head and value: not one inside quotes, as in `X-UUID="a:b"`. Some write a LABEL
 * without its quotes into an address: there it is the colon that leaves all seven parts.
 */
function findColon(text: string): number {
  const found = /^(?:[^":]|"[^"]*")*:/.exec(text)
  const first = found ? found[0].length - 1 : text.indexOf(':')
  if (!/^([\w-]+\.)?ADR;[^:]*LABEL=[^"]/i.test(text.slice(0, 2000))) return first
  const colons = [...text.slice(0, 4000).matchAll(/:/g)].map(({ index }) => index)
  return colons.findLast((colon) => text.slice(colon).split(';').length === 7) ?? first
}

const splitHead = (head: string) => head.match(/(?:[^;"]|"[^"]*"|")+/g) ?? []

/** `CELL` is `TYPE=CELL`, and 2.1 names encodings without saying so either. */
function withName(param: string): readonly [string, string] {
  const at = param.indexOf('=')
  if (at > 0) return [param.slice(0, at).trim().toUpperCase(), param.slice(at + 1).trim()]
  const isEncoding = /^(QUOTED-PRINTABLE|BASE64|7BIT|8BIT|B)$/i.test(param.trim())
  return [isEncoding ? 'ENCODING' : 'TYPE', param.trim().replace(/[^\w-]/g, '')]
}

const paramOf = (params: readonly (readonly [string, string])[], name: string) =>
  params.find(([param]) => param === name)?.[1].replace(/^"|"$/g, '') ?? ''

function decodeQuotedPrintable(text: string, charset: string): string {
  const bytes: number[] = []
  const encoder = new TextEncoder()
  for (const [piece] of text.matchAll(/=[\da-f]{2}|[^=]+|=/gi)) {
    if (/^=[\da-f]{2}$/i.test(piece)) bytes.push(Number.parseInt(piece.slice(1), 16))
    else for (const byte of encoder.encode(piece)) bytes.push(byte)
  }
  const binary = Uint8Array.from(bytes)
  const isUtf8 = charset === '' || /^utf-?8$/i.test(charset)
  return (isUtf8 ? decode(binary, 'utf-8') : decode(binary, charset)) ?? latin(binary)
}

function decode(bytes: Uint8Array, charset: string): string | null {
  try {
    const decoder = new TextDecoder(charset, { fatal: true })
    return decoder.decode(bytes, { stream: true }) + decoder.decode()
  } catch {
    return null
  }
}

const latin = (bytes: Uint8Array) => decode(bytes, 'windows-1252') ?? ''

/** 2.1 knows only `\;`: its commas are plain text, and so is every other backslash. */
const asLaterVersion = (text: string) =>
  text
    .replace(/\\(?![;,nN\\])/g, '\\\\')
    .replace(/(?<!\\),/g, '\\,')
    .replace(/\r\n|\r|\n/g, '\\n')
