import type { ImportedKind } from '#shared/imports/import-source.ts'
import { limits } from '../limits.ts'
import type { Problems } from '../problems.ts'
import type { SdsRow } from './sds-tables.ts'

/** The key of a row; null when it has none or that of another, which is told. */
export function takeKey(kind: ImportedKind | null, problems: Problems, word = 'id') {
  const seen = new Set<string>()
  return (row: SdsRow): string | null => {
    const { text, ...where } = row.value(word)
    const isRepeated = seen.has(text)
    if (text !== '' && text.length <= limits.key && !isRepeated) {
      seen.add(text)
      return text
    }
    const code = text === '' ? 'value-missing' : isRepeated ? 'key-repeated' : 'value-too-long'
    problems.leaveOut(code, { ...where, kind, value: text })
    return null
  }
}

/** A status other than `Active`; a word that nobody knows is told and ends nothing. */
export function isEnded(row: SdsRow, problems: Problems): boolean {
  const { text, ...where } = row.value('status')
  if (/^(active|)$/i.test(text)) return false
  if (/^(inactive|deleted|disabled|withdrawn|closed|tobedeleted)$/i.test(text)) return true
  problems.warnOnce('value-invalid', { ...where, value: text })
  return false
}
