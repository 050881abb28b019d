import type { Language } from '#shared/platform/language.ts'
import { speak } from '#shared/platform/messages.ts'
import { importProblemMessages } from './import-problem-messages.ts'
import type { ImportProblem } from './import-source.ts'
import { importsMessages } from './imports-messages.ts'
import { tableProblemMessages } from './table-problem-messages.ts'

/**
 * A problem as people read it, with file, line, field and what stood there:
 * `users.csv, regel 3, role: Wat deze persoon voor de school is, is niet duidelijk. (ext:coach)`.
 */
export function problemSentence(problem: ImportProblem, language: Language): string {
  const { code, file, line, field, value } = problem
  const place = [
    file,
    line === null ? null : speak(importsMessages, language)('line', { line }),
    // Names of columns and elements stay as the file has them, so that they can be found there.
    field,
  ].filter(Boolean)
  const reason = isTableProblem(code)
    ? speak(tableProblemMessages, language)(code)
    : speak(importProblemMessages, language)(code)
  return `${place.join(', ')}: ${reason}${value ? ` (${value})` : ''}`
}

const isTableProblem = (code: string): code is keyof typeof tableProblemMessages.nl =>
  code in tableProblemMessages.nl
