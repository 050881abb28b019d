import {
  type ImportFormat,
  type ImportProblem,
  importedKinds,
} from '#shared/imports/import-source.ts'
import type { ImportPreview } from '#shared/imports/imports-contract.ts'
import { importsMessages } from '#shared/imports/imports-messages.ts'
import { problemSentence } from '#shared/imports/problem-sentence.ts'
import type { Language } from '#shared/platform/language.ts'
import { speak } from '#shared/platform/messages.ts'

export type CliProblem = {
  readonly severity: ImportProblem['severity'] | 'failure'
  readonly file: string
  readonly line: number | null
  readonly field: string | null
  readonly code: string
  readonly message: string
}

type Counts = ImportPreview['counts'][keyof ImportPreview['counts']]

/** What a command answers with: exit code, the object of `--json`, and the same in words. */
export type CliAnswer = {
  readonly exitCode: 0 | 1 | 2
  readonly json: Readonly<Record<string, unknown>>
  readonly text: string
}

const none: Counts = { new: 0, changed: 0, unchanged: 0, refused: 0, doubtful: 0 }

type Taken = {
  readonly format: ImportFormat | null
  readonly counts: ImportPreview['counts'] | null
  readonly problems: readonly CliProblem[]
  readonly language: Language
  readonly exitCode: 0 | 1 | 2
}

export function importAnswer({ format, counts, problems, language, exitCode }: Taken): CliAnswer {
  // Appointments are counted for the format that has them; the others never do.
  const kinds = importedKinds.filter((kind) => kind !== 'events' || format === 'ics')
  const countsByKind = kinds.map((kind) => [kind, inOrder(counts?.[kind] ?? none)] as const)
  return {
    exitCode,
    json: { format, ...Object.fromEntries(countsByKind), problems },
    text: [...(exitCode === 0 ? [table(countsByKind, language)] : []), ...linesOf(problems)].join(
      '\n',
    ),
  }
}

export function asCliProblem(problem: ImportProblem, language: Language): CliProblem {
  const { severity, file, line, field, code } = problem
  return { severity, file, line, field, code, message: problemSentence(problem, language) }
}

export const linesOf = (problems: readonly CliProblem[]) =>
  problems.map(({ severity, message }) => `${signs[severity]} ${message}`)

const signs = { failure: '✗', refusal: '✗', row: '-', warning: '!' } as const

function inOrder({ new: made, changed, unchanged, refused, doubtful }: Counts): Counts {
  return { new: made, changed, unchanged, refused, doubtful }
}

/** Counts in columns, for whoever reads along in a terminal. */
function table(
  counts: readonly (readonly [keyof ImportPreview['counts'], Counts])[],
  language: Language,
) {
  const say = speak(importsMessages, language)
  const outcomes = ['new', 'changed', 'unchanged', 'doubtful', 'refused'] as const
  const heads = outcomes.map((outcome) => say(`outcome.${outcome}`))
  const names = counts.map(([kind]) => say(`kind.${kind}`))
  const width = Math.max(...names.map(({ length }) => length))
  const line = (name: string, cells: readonly string[]) =>
    [
      name.padEnd(width),
      ...cells.map((cell, index) => cell.padStart(heads[index]?.length ?? 0)),
    ].join('  ')
  return [
    line('', heads),
    ...counts.map(([, each], index) =>
      line(
        names[index] ?? '',
        outcomes.map((outcome) => String(each[outcome])),
      ),
    ),
  ].join('\n')
}
