import { type ContentLine, markOf, readContentLines } from '../content-lines.ts'
import { decodeText } from '../decode-text.ts'
import { limits } from '../limits.ts'
import type { Problems } from '../problems.ts'
import type { SourceFile } from '../source-file.ts'
import { type CardProperty, readProperty } from './card-property.ts'

export type Card = {
  readonly file: string
  readonly line: number
  readonly version: string
  readonly properties: readonly CardProperty[]
}

/** All cards of a file. What stands inside another card (AGENT) is somebody else's secretary. */
export function readCards(file: SourceFile, problems: Problems): Card[] {
  const where = { file: file.name }
  const lines = readContentLines(file.name, decodeText(file, problems), problems)
  const cards: Card[] = []
  let own: ContentLine[] = []
  let depth = 0
  for (const each of lines) {
    const mark = markOf(each)
    if (mark?.kind === 'BEGIN') {
      // A card that was cut off ends where the next one begins, except inside an AGENT.
      const isCut = mark.name === 'VCARD' && depth === 1 && !/^AGENT/i.test(own.at(-1)?.text ?? '')
      if (isCut) take()
      depth = isCut ? 1 : depth + 1
      if (depth === 1) own = [each]
    } else if (mark && depth > 0) {
      depth--
      if (depth === 0) take()
    } else if (depth === 1) own.push(each)
    else if (depth === 0)
      problems.warnOnce('value-invalid', { ...where, line: each.line, value: each.text })
  }
  if (depth > 0) {
    problems.warn('element-missing', { ...where, line: own[0]?.line ?? null, field: 'END:VCARD' })
    take()
  }
  return cards

  function take() {
    const [begin, ...rest] = own
    own = []
    if (!begin) return
    cards.push(asCard(file.name, begin.line, rest, problems))
    if (cards.length > limits.records) problems.refuse('too-large', where)
  }
}

const binary = /^(?:[\w-]+\.)?(PHOTO|LOGO|SOUND|KEY)[;:]/i

function asCard(
  file: string,
  line: number,
  lines: readonly ContentLine[],
  problems: Problems,
): Card {
  const said = lines.find(({ text }) => /^VERSION\s*:/i.test(text))?.text.replace(/^[^:]*:/, '')
  const version = said?.trim() || '3.0'
  const properties = lines.flatMap((each) => {
    const property = readProperty(each, version)
    if (property) return [property]
    const [, name] = binary.exec(each.text) ?? []
    if (name) problems.warnOnce('extra-skipped', { file, line: each.line, field: name })
    // A bare line is the rest of a picture whose lines were not folded.
    else if (each.text.includes(':')) {
      problems.warn('value-invalid', { file, line: each.line, value: each.text })
    }
    return []
  })
  return { file, line, version, properties }
}
