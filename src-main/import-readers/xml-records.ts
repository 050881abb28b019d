import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { limits } from './limits.ts'
import type { Problems } from './problems.ts'

/** A piece of a document, small enough to hold: one pupil, one group. */
export type XmlNode = {
  readonly name: string
  readonly line: number
  readonly attributes: ReadonlyMap<string, string>
  readonly children: XmlNode[]
  text: string
}

type Reading = {
  readonly file: string
  readonly text: string
  readonly problems: Problems
  /** What to do with an element by its path, `EDEX/leerlingen/leerling`. */
  readonly judge: (path: string, node: XmlNode) => 'enter' | 'keep' | 'skip'
  /** Called with each kept element when it is complete. */
  readonly take: (path: string, node: XmlNode) => void
  /** Called with each element inside a skipped one. */
  readonly passBy?: (node: XmlNode) => void
}

/**
 * Reads a document piece by piece. Document types are refused, so there are no entities but the
 * five, and no file or address outside the document is ever opened. `skip` is for vendor blocks.
 */
export function readXml(reading: Reading) {
  const { file, text, problems } = reading
  const parser = new SaxesParser({ xmlns: false, position: true })
  const walker = createWalker(reading, () => parser.line)
  parser.on('error', ({ message }) => {
    problems.refuse('not-xml', { file, line: parser.line, value: message.replace(/^[\d:]+ */, '') })
  })
  parser.on('doctype', () => problems.refuse('doctype', { file, line: parser.line }))
  parser.on('opentag', walker.open)
  parser.on('closetag', walker.close)
  parser.on('text', walker.text)
  parser.on('cdata', walker.text)
  refuseLongTokens(reading)
  for (let start = 0; start < text.length; start += 65_536) {
    parser.write(text.slice(start, start + 65_536))
  }
  parser.close()
}

/** Before parsing, since the parser holds a whole attribute or comment before it tells of it. */
function refuseLongTokens({ file, text, problems }: Reading) {
  let from = 0
  let line = 1
  while (from < text.length) {
    const next = text.indexOf('<', from + 1)
    const to = next === -1 ? text.length : next
    if (to - from > limits.xmlToken) {
      for (let at = text.indexOf('\n'); at !== -1 && at < from; at = text.indexOf('\n', at + 1))
        line++
      problems.refuse('too-large', { file, line })
    }
    from = to
  }
}

function createWalker({ file, problems, judge, take, passBy }: Reading, line: () => number) {
  const path: string[] = []
  let kept: XmlNode[] = []
  let skippedDepth = 0
  let elements = 0
  let inRecord = 0

  function open(tag: SaxesTagPlain) {
    const node: XmlNode = {
      name: tag.name,
      line: line(),
      attributes: new Map(Object.entries(tag.attributes)),
      children: [],
      text: '',
    }
    path.push(tag.name)
    elements++
    if (path.length > limits.xmlDepth) problems.refuse('too-deep', { file, line: node.line })
    if (elements > limits.xmlElements) problems.refuse('too-large', { file, line: node.line })
    if (skippedDepth > 0) {
      passBy?.(node)
      return
    }
    const verdict = judge(path.join('/'), node)
    if (verdict === 'skip') skippedDepth = path.length
    else if (verdict === 'keep' || kept.length > 0) {
      inRecord = kept.length === 0 ? 0 : inRecord + 1
      if (inRecord > limits.xmlRecord) problems.refuse('too-large', { file, line: node.line })
      kept.at(-1)?.children.push(node)
      kept = [...kept, node]
    }
  }

  function close() {
    const where = path.join('/')
    const depth = path.length
    path.pop()
    if (skippedDepth > 0) {
      if (depth === skippedDepth) skippedDepth = 0
      return
    }
    const node = kept.at(-1)
    kept = kept.slice(0, -1)
    if (node && kept.length === 0) take(where, node)
  }

  return {
    open,
    close,
    text(text: string) {
      const node = kept.at(-1)
      if (node && skippedDepth === 0) node.text += text
    },
  }
}
