import { decodeText } from '../../decode-text.ts'
import { limits } from '../../limits.ts'
import type { Problems } from '../../problems.ts'
import type { SourceFile } from '../../source-file.ts'
import { type JsonOutline, outlineJson } from './json-outline.ts'

export type JsonText = {
  readonly value: unknown
  readonly lineOf: JsonOutline['lineOf']
}

/** What a JSON file says; refused with line and column when it is none, too deep or ambiguous. */
export function readJson(file: SourceFile, problems: Problems): JsonText {
  const text = decodeText(file, problems)
  const { fault, lineOf } = outlineJson(text, limits.jsonDepth)
  if (fault) {
    const { code, line, column, name } = fault
    problems.refuse(code, { file: file.name, line, field: name ?? `${line}:${column}` })
  }
  try {
    return { value: JSON.parse(text), lineOf }
  } catch (error) {
    // Only what stands inside a string is still wrong here, and that Node tells the place of.
    const [, position] = /position (\d+)/.exec(error instanceof Error ? error.message : '') ?? []
    return problems.refuse('not-json', { file: file.name, ...placeOf(text, position) })
  }
}

function placeOf(text: string, position: string | undefined) {
  if (position === undefined) return { line: null }
  const before = text.slice(0, Number(position)).split('\n')
  return { line: before.length, field: `${before.length}:${(before.at(-1)?.length ?? 0) + 1}` }
}
