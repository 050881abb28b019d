import { importProblemCodes } from '#shared/imports/import-source.ts'
import { problemSentence } from '#shared/imports/problem-sentence.ts'
import { PupilFields } from '#shared/pupils/pupil.ts'
import type { Reading } from '../../src-main/import-readers/readers.ts'

const codes: ReadonlySet<string> = new Set(importProblemCodes)
const someFields = PupilFields.partial()

/** What a reading may never be, whatever the file was: faults in words, none when all is well. */
export function faultsOf(reading: Reading): readonly string[] {
  return [...faultsOfProblems(reading), ...(reading.ok ? faultsOfSource(reading.source) : [])]
}

function faultsOfProblems({ ok, problems, table }: Reading): string[] {
  const faults: string[] = []
  // A table that nobody can explain yet is no refusal of the file.
  const isAsked = !ok && table !== null
  if (!ok && !isAsked && problems[0]?.severity !== 'refusal') faults.push('no reason for a refusal')
  if (ok && problems.some(({ severity }) => severity === 'refusal'))
    faults.push('refused and taken')
  for (const problem of problems) {
    const { code, file, line, field, value } = problem
    if (!codes.has(code)) faults.push(`unknown code ${code}`)
    if (!file) faults.push(`${code} names no file`)
    if (line !== null && !(line >= 1)) faults.push(`${code} names line ${line}`)
    if ((value?.length ?? 0) > 60) faults.push(`${code} quotes too much`)
    const sentence = problemSentence(problem, 'sv')
    if (/\p{Cc}/u.test(`${field}${value}`) || !sentence.isWellFormed()) {
      faults.push(`${code} quotes what no screen can show`)
    }
  }
  return [...new Set(faults)].slice(0, 5)
}

type Source = Extract<Reading, { readonly ok: true }>['source']

function faultsOfSource(source: Source): string[] {
  const faults: string[] = []
  const kinds = ['pupils', 'groups', 'staff', 'guardians', 'households'] as const
  for (const kind of kinds) {
    const keys = source[kind].map(({ key }) => key)
    if (new Set(keys).size < keys.length) faults.push(`${kind} share a key`)
    if (source[kind].some(({ place }) => !place.file)) faults.push(`${kind} without a file`)
  }
  for (const { fields } of source.pupils) {
    const parsed = someFields.safeParse(fields)
    if (!parsed.success) {
      faults.push(`a pupil’s ${parsed.error.issues.map(({ path }) => path.join('.')).join(', ')}`)
    }
  }
  JSON.stringify(source, (_key, value: unknown) => {
    if (typeof value === 'string' && value.includes('\0')) faults.push('a null character is taken')
    if (typeof value === 'string' && !value.isWellFormed()) faults.push('half a letter is taken')
    return value
  })
  return [...new Set(faults)].slice(0, 5)
}
