import type { Problems } from '../problems.ts'
import { cleanText, readEmail, type Value } from '../read-values.ts'

/** The address of a cell. Of several the first is taken and the others are told. */
export function readCellEmail(value: Value, problems: Problems): string | null {
  const text = cleanText(value.text)
  if (text === null || /^[-–?]+$/.test(text)) return null
  const [, inBrackets] = /<([^<>\s]+@[^<>\s]+)>/.exec(text) ?? []
  const [first = '', ...others] = (inBrackets ?? text)
    .replace(/^mailto:/i, '')
    .split(/[;,\s/|]+/)
    .filter((piece) => piece.includes('@'))
  if (others.length > 0) problems.warn('value-invalid', { ...value, value: others.join(' ') })
  return readEmail({ ...value, text: first || text }, problems)
}
