import type { ImportedKind, ImportProblem } from '#shared/imports/import-source.ts'
import { limits } from './limits.ts'

type Where = {
  readonly file: string
  readonly line?: number | null
  readonly field?: string | null
  readonly value?: string | null
  readonly kind?: ImportedKind | null
}

/** Ends the reading of a file; thrown and caught within this folder alone, outside it is a value. */
export class FileRefused extends Error {
  override name = 'FileRefused'
  readonly problem: ImportProblem
  constructor(problem: ImportProblem) {
    super(problem.code)
    this.problem = problem
  }
}

export type Problems = ReturnType<typeof createProblems>

/** Collects what is wrong with the files of one import. */
export function createProblems() {
  const list: ImportProblem[] = []
  const told = new Set<string>()

  function add(severity: ImportProblem['severity'], code: ImportProblem['code'], where: Where) {
    if (list.length < limits.problems) list.push(problem(severity, code, where))
  }

  return {
    list,
    /** Taken as it is, but somebody should look at it. */
    warn: (code: ImportProblem['code'], where: Where) => add('warning', code, where),
    /** This record is left out. */
    leaveOut: (code: ImportProblem['code'], where: Where) => add('row', code, where),
    /** A habit of the whole file, told where it is first met and not a thousand times. */
    warnOnce(code: ImportProblem['code'], where: Where) {
      const key = [code, where.file, where.field ?? ''].join('\n')
      if (told.has(key)) return
      told.add(key)
      add('warning', code, where)
    },
    refuse(code: ImportProblem['code'], where: Where): never {
      throw new FileRefused(problem('refusal', code, where))
    },
  }
}

function problem(
  severity: ImportProblem['severity'],
  code: ImportProblem['code'],
  { file, line = null, field = null, value = null, kind = null }: Where,
): ImportProblem {
  return { severity, code, kind, file, line, field: short(field), value: short(value) }
}

/** At most 60 characters and no control characters, since this goes to a screen and a report. */
function short(text: string | null) {
  if (text === null) return null
  const plain = text.replace(/\p{Cc}/gu, '\uFFFD').toWellFormed()
  return plain.length > 60 ? `${[...plain].slice(0, 59).join('')}…` : plain
}
