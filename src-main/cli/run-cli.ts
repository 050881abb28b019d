import { cliMessages } from '#shared/cli/cli-messages.ts'
import { exportFormats } from '#shared/exports/exports-contract.ts'
import { importFormats } from '#shared/imports/import-source.ts'
import { type Language, languageOfCountry } from '#shared/platform/language.ts'
import { speak } from '#shared/platform/messages.ts'
import { logBug } from '../platform/log.ts'
import { type CliAnswer, type CliProblem, importAnswer } from './answer.ts'
import { exportSchool } from './export-school.ts'
import { importFiles } from './import-files.ts'
import { troubleOf } from './school-file.ts'
import { ScriptFailed } from './script-failed.ts'
import type { House } from './script-school.ts'
import { readManners, readWanted } from './wanted.ts'

type Parts = {
  readonly argv: readonly string[]
  readonly house: House
  /** The answer alone. */
  readonly out: (text: string) => void
  /** What is said besides. */
  readonly err: (text: string) => void
}

/** What one command knows of who asked. */
export type Desk = {
  readonly house: House
  /** The asked language; null for that of the school. */
  readonly language: Language | null
  readonly tell: (text: string) => void
}

/** Carries out one command of a script; answers the exit code: 0 done, 2 refused, 1 failure. */
export async function runCli({ argv, house, out, err }: Parts): Promise<number> {
  const manners = readManners(argv)
  const language = manners.language ?? languageOfCountry[manners.country ?? 'nl']
  if (manners.asksHelp) {
    out(usage(manners.language ?? 'en'))
    return argv.length === 0 ? 1 : 0
  }
  const answer = await carryOut(argv, { house, language: manners.language, tell: err }, language)
  out(manners.asJson ? JSON.stringify(answer.json) : answer.text)
  return answer.exitCode
}

async function carryOut(
  argv: readonly string[],
  desk: Desk,
  language: Language,
): Promise<CliAnswer> {
  try {
    const wanted = readWanted(argv)
    return await (wanted.command === 'import'
      ? importFiles(wanted, desk)
      : exportSchool(wanted, desk))
  } catch (error) {
    return failed(error, argv, language)
  }
}

function failed(error: unknown, argv: readonly string[], language: Language): CliAnswer {
  const { code, gaps, option } = failureOf(error, argv)
  const message = speak(cliMessages, language)(code, gaps)
  const problem: CliProblem = {
    severity: 'failure',
    file: '',
    line: null,
    field: option,
    code,
    message,
  }
  return importAnswer({ format: null, counts: null, problems: [problem], language, exitCode: 1 })
}

function failureOf(error: unknown, argv: readonly string[]): ScriptFailed {
  if (error instanceof ScriptFailed) return error
  const trouble = troubleOf(error, argv[argv.indexOf('--db') + 1] ?? '')
  if (trouble) return trouble
  logBug(argv[0] === 'export' ? 'cli export' : 'cli import', error)
  return new ScriptFailed('failure.bug')
}

const usage = (language: Language) =>
  speak(cliMessages, language)('usage', {
    imports: importFormats.join('|'),
    exports: exportFormats.join('|'),
  })
