/** JSON that breaks off here: at this place it is no JSON, too deep, or says something twice. */
export type JsonFault = {
  readonly code: 'not-json' | 'too-deep' | 'member-repeated'
  readonly line: number
  readonly column: number
  /** The name that an object has twice. */
  readonly name: string | null
}

export type JsonOutline = {
  readonly fault: JsonFault | null
  /**
   * The line on which an object of a list begins, for the list of the whole file (`''`) or one
   * right below it (`'data'`, `'persons'`); null for any other.
   */
  readonly lineOf: (list: string, index: number) => number | null
}

type Frame = {
  readonly isObject: boolean
  readonly names: Set<string>
  name: string
  count: number
}
type Expected =
  | 'value'
  | 'value or end'
  | 'name'
  | 'name or end'
  | 'colon'
  | 'comma or end'
  | 'nothing'

type Walk = {
  readonly text: string
  readonly mostDepth: number
  readonly frames: Frame[]
  /** Lines of the elements of each list that is counted. */
  readonly lines: Map<string, (number | null)[]>
  at: number
  line: number
  lineStart: number
  expected: Expected
}

/**
 * Walks over JSON without making anything of it, for what `JSON.parse` does not say: how deep it
 * is, which names stand twice, where a record begins and where it breaks off.
 */
export function outlineJson(text: string, mostDepth: number): JsonOutline {
  const walk: Walk = {
    text,
    mostDepth,
    frames: [],
    lines: new Map(),
    at: 0,
    line: 1,
    lineStart: 0,
    expected: 'value',
  }
  const fault = readAll(walk)
  return { fault, lineOf: (list, index) => walk.lines.get(list)?.[index] ?? null }
}

function readAll(walk: Walk): JsonFault | null {
  for (; walk.at < walk.text.length; walk.at++) {
    const letter = walk.text[walk.at] ?? ''
    if (letter === '\n') [walk.line, walk.lineStart] = [walk.line + 1, walk.at + 1]
    if (/\s/.test(letter)) continue
    const fault = readToken(walk, letter)
    if (fault) return fault
  }
  return walk.expected === 'nothing' ? null : faultOf(walk, 'not-json')
}

const faultOf = (
  { line, at, lineStart }: Walk,
  code: JsonFault['code'],
  name: string | null = null,
): JsonFault => ({ code, line, column: at - lineStart + 1, name })

function readToken(walk: Walk, letter: string): JsonFault | null {
  if (letter === '{' || letter === '[') return open(walk, letter === '{')
  if (letter === '}' || letter === ']') return close(walk, letter === '}')
  if (letter === '"') return readString(walk)
  if (letter === ':' && walk.expected === 'colon') walk.expected = 'value'
  else if (letter === ',' && walk.expected === 'comma or end') {
    walk.expected = walk.frames.at(-1)?.isObject ? 'name' : 'value'
  } else return readLiteral(walk)
  return null
}

const wantsValue = ({ expected }: Walk) => expected === 'value' || expected === 'value or end'

function open(walk: Walk, isObject: boolean): JsonFault | null {
  if (!wantsValue(walk)) return faultOf(walk, 'not-json')
  if (walk.frames.length >= walk.mostDepth) return faultOf(walk, 'too-deep')
  countElement(walk, isObject)
  walk.frames.push({ isObject, names: new Set(), name: '', count: 0 })
  walk.expected = isObject ? 'name or end' : 'value or end'
  return null
}

function close(walk: Walk, isObject: boolean): JsonFault | null {
  const isRight = walk.frames.at(-1)?.isObject === isObject
  if (!isRight || !/ or end$/.test(walk.expected)) return faultOf(walk, 'not-json')
  walk.frames.pop()
  endValue(walk)
  return null
}

function readString(walk: Walk): JsonFault | null {
  const end = endOfString(walk.text, walk.at)
  const frame = walk.frames.at(-1)
  if (end === -1) return faultOf(walk, 'not-json')
  if (frame && /^name/.test(walk.expected)) {
    frame.name = walk.text.slice(walk.at + 1, end)
    if (frame.names.has(frame.name)) return faultOf(walk, 'member-repeated', frame.name)
    frame.names.add(frame.name)
    walk.expected = 'colon'
  } else if (wantsValue(walk)) {
    countElement(walk, false)
    endValue(walk)
  } else return faultOf(walk, 'not-json')
  walk.at = end
  return null
}

function readLiteral(walk: Walk): JsonFault | null {
  literal.lastIndex = walk.at
  const [found] = literal.exec(walk.text) ?? []
  if (!found || !wantsValue(walk)) return faultOf(walk, 'not-json')
  countElement(walk, false)
  endValue(walk)
  walk.at += found.length - 1
  return null
}

function countElement({ frames, lines, line }: Walk, isObject: boolean) {
  const frame = frames.at(-1)
  if (!frame || frame.isObject || frames.length > 2) return
  const list = frames.length === 1 ? '' : (frames[0]?.name ?? '')
  const known = lines.get(list) ?? []
  known[frame.count++] = isObject ? line : null
  lines.set(list, known)
}

function endValue(walk: Walk) {
  walk.expected = walk.frames.length === 0 ? 'nothing' : 'comma or end'
}

const literal = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![^\s,\]}])/y

/** The closing quote: the first one that no odd row of backslashes stands before. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let first = end
    while (text[first - 1] === '\\') first--
    if ((end - first) % 2 === 0) return end
  }
  return -1
}
