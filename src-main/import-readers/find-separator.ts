import Papa from 'papaparse'

export const separators = [',', ';', '\t', '|'] as const
export type Separator = (typeof separators)[number]

export type FoundSeparator = {
  readonly separator: Separator
  /** Where the table begins: behind a line `sep=;`. */
  readonly start: number
  /** Whether the rows agree on a number of columns greater than one. */
  readonly isTable: boolean
}

/** Rows that are looked at; a sign that stands in every one of them alike is the separator. */
const rowsToSee = 100
const lettersToSee = 65_536

/**
 * `sep=;` is what Excel writes for itself. Otherwise the mark by which the rows fall into equally
 * many cells: a comma inside names or amounts may be more frequent, but not as regular.
 */
export function findSeparator(text: string): FoundSeparator {
  const [all, said] = /^"?sep=([,;|\t])"?[ \t]*\n/i.exec(text) ?? []
  const separator = separators.find((each) => each === said)
  if (all && separator) return { separator, start: all.length, isTable: true }
  const isWhole = text.length <= lettersToSee
  const head = isWhole ? text : text.slice(0, text.lastIndexOf('\n', lettersToSee) + 1)
  const judged = separators.map((each) => ({ separator: each, ...judge(head, each) }))
  const [best] = judged.toSorted((a, b) => b.score - a.score)
  if (!best || best.score === 0) return { separator: ',', start: 0, isTable: false }
  return { separator: best.separator, start: 0, isTable: best.share >= 0.6 }
}

/** How many of the rows have the commonest number of cells, weighed with that number. */
function judge(text: string, separator: Separator) {
  const { data } = Papa.parse<string[]>(text, {
    delimiter: separator,
    newline: '\n',
    preview: rowsToSee,
  })
  const widths = data
    .filter((row) => row.some((cell) => cell.trim() !== ''))
    .map((row) => row.length)
  const counts = new Map<number, number>()
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1)
  const [[width, count] = [1, 0]] = [...counts].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])
  const share = widths.length === 0 ? 0 : count / widths.length
  return { share, score: width < 2 ? 0 : share * (1 + Math.log2(width)) }
}
