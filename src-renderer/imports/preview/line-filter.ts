import {
  type ImportedKind,
  type ImportLine,
  importedKinds,
} from '#shared/imports/imports-contract.ts'
import { foldText } from '#shared/platform/fold-text.ts'
import type { Outcome } from './counted.ts'

/** What of the preview is shown; null is everything. */
export type LineFilter = {
  readonly kind: ImportedKind | null
  readonly outcome: Outcome | null
  readonly text: string
}

/** Doubtful first, since only people can decide them; what stays as it is comes last. */
export const outcomeOrder = ['doubtful', 'new', 'changed', 'refused', 'unchanged'] as const

/** Finds lines by name, group and everything that the file says of them. */
export function createLineSearch(found: readonly ImportLine[]) {
  // People first: they are what somebody looks for, and what can be wrong.
  const lines = found.toSorted((a, b) => kindOrder(a) - kindOrder(b))
  const texts = new Map<ImportLine, string>()
  const textOf = (line: ImportLine) => {
    const known = texts.get(line)
    if (known !== undefined) return known
    const { name, groupName, changes } = line
    const made = foldText(
      [name, groupName ?? '', ...changes.flatMap(({ from, to }) => [from ?? '', to ?? ''])].join(
        ' ',
      ),
    )
    texts.set(line, made)
    return made
  }

  /** The lines that fit, apart from their outcome, by outcome. */
  return ({ kind, text }: Pick<LineFilter, 'kind' | 'text'>) => {
    const words = foldText(text).split(' ').filter(Boolean)
    const fitting = lines.filter(
      (line) =>
        (kind === null || line.kind === kind) && words.every((word) => textOf(line).includes(word)),
    )
    return Map.groupBy(fitting, ({ outcome }) => outcome)
  }
}

const kindOrder = ({ kind }: ImportLine) => importedKinds.indexOf(kind)
