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

/**
 * Walks over JSON without making anything of it, for what `JSON.parse` does not say: how deep it
 * is, which names stand twice, where a record begins and where it breaks off.
 */
export function outlineJson(text: string, mostDepth: number): JsonOutline {
  const frames: Frame[] = []
  const lines = new Map<string, (number | null)[]>()
  let [at, line, lineStart] = [0, 1, 0]
  let expected: Expected = 'value'
  const fault = walk()
  return { fault, lineOf: (list, index) => lines.get(list)?.[index] ?? null }

  function walk(): JsonFault | null {
    for (; at < text.length; at++) {
      const letter = text[at] ?? ''
      if (letter === '\n') [line, lineStart] = [line + 1, at + 1]
      if (/\s/.test(letter)) continue
      const found = readToken(letter)
      if (found) return found
    }
    return expected === 'nothing' ? null : faultOf('not-json')
  }

  function faultOf(code: JsonFault['code'], name: string | null = null): JsonFault {
    return { code, line, column: at - lineStart + 1, name }
  }

  function readToken(letter: string): JsonFault | null {
    if (letter === '{' || letter === '[') return open(letter === '{')
    if (letter === '}' || letter === ']') return close(letter === '}')
    if (letter === '"') return readString()
    if (letter === ':' && expected === 'colon') expected = 'value'
    else if (letter === ',' && expected === 'comma or end') {
      expected = frames.at(-1)?.isObject ? 'name' : 'value'
    } else return readLiteral()
    return null
  }

  function open(isObject: boolean): JsonFault | null {
    if (expected !== 'value' && expected !== 'value or end') return faultOf('not-json')
    if (frames.length >= mostDepth) return faultOf('too-deep')
    countElement(isObject)
    frames.push({ isObject, names: new Set(), name: '', count: 0 })
    expected = isObject ? 'name or end' : 'value or end'
    return null
  }

  function close(isObject: boolean): JsonFault | null {
    const frame = frames.at(-1)
    const mayEnd =
      expected === 'comma or end' || expected === 'value or end' || expected === 'name or end'
    if (!mayEnd || frame?.isObject !== isObject) return faultOf('not-json')
    frames.pop()
    endValue()
    return null
  }

  function readString(): JsonFault | null {
    const start = at
    const end = endOfString(text, start)
    if (end === -1) return faultOf('not-json')
    const isName = expected === 'name' || expected === 'name or end'
    const frame = frames.at(-1)
    if (isName && frame) {
      frame.name = text.slice(start + 1, end)
      if (frame.names.has(frame.name)) return faultOf('member-repeated', frame.name)
      frame.names.add(frame.name)
      expected = 'colon'
    } else if (expected === 'value' || expected === 'value or end') {
      countElement(false)
      endValue()
    } else return faultOf('not-json')
    at = end
    return null
  }

  function readLiteral(): JsonFault | null {
    literal.lastIndex = at
    const [found] = literal.exec(text) ?? []
    if (!found || (expected !== 'value' && expected !== 'value or end')) return faultOf('not-json')
    countElement(false)
    endValue()
    at += found.length - 1
    return null
  }

  function countElement(isObject: boolean) {
    const frame = frames.at(-1)
    if (!frame || frame.isObject || frames.length > 2) return
    const list = frames.length === 1 ? '' : (frames[0]?.name ?? '')
    const known = lines.get(list) ?? []
    known[frame.count++] = isObject ? line : null
    lines.set(list, known)
  }

  function endValue() {
    expected = frames.length === 0 ? 'nothing' : 'comma or end'
  }
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
