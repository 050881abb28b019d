import { readPhone } from '#shared/families/phone-number.ts'
import type { SourcePhone } from '#shared/imports/import-source.ts'
import type { Country } from '#shared/platform/language.ts'
import { limits } from '../limits.ts'
import type { Problems } from '../problems.ts'
import { cleanText, type Value } from '../read-values.ts'

/**
 * The numbers of one cell. A number is read whole first, since Flemish ones hold slashes and dots
 * (`0475/12.34.56`); then as several. What no phone company knows is kept as it was typed.
 */
export function readPhones(
  value: Value,
  kind: SourcePhone['kind'],
  country: Country,
  problems: Problems,
): SourcePhone[] {
  const text = cleanText(value.text.replace(/\s*\n\s*/g, '; '))
  if (text === null || /^[-–?.0]+$/.test(text)) return []
  const isPhone = (typed: string) => readPhone(typed, country).isValid
  const pieces = isPhone(text) ? [text] : piecesOf(text, isPhone)
  return pieces.flatMap((number) => {
    if (/\d{2}.*\d{2}.*\d{2}/.test(number) && number.length <= limits.line)
      return [{ kind, number }]
    problems.warn('value-invalid', { ...value, value: number })
    return []
  })
}

function piecesOf(text: string, isPhone: (typed: string) => boolean): string[] {
  const pieces = text
    .split(/\s*[;,|]\s*|\s+(?:of|en|eller|och|or|and|&)\s+|\s+[-/]\s+/i)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
  return pieces.flatMap((piece) => {
    const halves = piece.split('/').map((half) => half.trim())
    return !isPhone(piece) && halves.length > 1 && halves.every(isPhone) ? halves : [piece]
  })
}
