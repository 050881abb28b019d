import { parseArgs } from 'node:util'
import { type ExportFormat, exportFormats } from '#shared/exports/exports-contract.ts'
import { type ImportFormat, importFormats } from '#shared/imports/import-source.ts'
import { type Country, countries, type Language, languages } from '#shared/platform/language.ts'
import { ScriptFailed } from './script-failed.ts'

type WithSchool = { readonly db: string; readonly keyFile: string }

export type WantedImport = WithSchool & {
  readonly command: 'import'
  readonly path: string
  readonly format: ImportFormat | 'auto'
  readonly preset: string | null
  /** Null when not said: that of the school, or the Netherlands for a new one. */
  readonly country: Country | null
  readonly dryRun: boolean
}

export type WantedExport = WithSchool & {
  readonly command: 'export'
  readonly format: ExportFormat
  readonly out: string
  readonly purpose: string
  /** Names or ids; null for the whole school. */
  readonly groups: readonly string[] | null
  /** ISO 8601 in UTC. */
  readonly since: string | null
  readonly withNationalNumbers: boolean
  readonly withProtected: boolean
}

export type Wanted = WantedImport | WantedExport

const text = { type: 'string' } as const
const flag = { type: 'boolean' } as const
const shared = { db: text, 'key-file': text, language: text, json: flag }
const options = {
  import: { ...shared, format: text, preset: text, country: text, 'dry-run': flag },
  export: {
    ...shared,
    out: text,
    purpose: text,
    groups: text,
    since: text,
    'with-national-numbers': flag,
    'with-protected': flag,
  },
} as const

/** What the caller asks for; throws `ScriptFailed` naming the option that is wrong. */
export function readWanted(argv: readonly string[]): Wanted {
  const [command, ...rest] = argv
  if (command === 'import') return readImport(rest)
  if (command === 'export') return readExport(rest)
  throw new ScriptFailed('failure.command-unknown')
}

/** Read on their own, since also a wrong command is answered in the asked form and language. */
export function readManners(argv: readonly string[]) {
  const after = (name: string) =>
    argv.find((each) => each.startsWith(`${name}=`))?.slice(name.length + 1) ??
    (argv.includes(name) ? argv[argv.indexOf(name) + 1] : undefined)
  return {
    asJson: argv.includes('--json'),
    asksHelp: argv.length === 0 || argv.includes('--help') || argv.includes('-h'),
    language: languages.find((each) => each === after('--language')) ?? null,
    country: countries.find((each) => each === after('--country')) ?? null,
  }
}

function readImport(args: string[]): WantedImport {
  const { values, positionals } = parse(args, options.import)
  const [path, second] = positionals
  if (second !== undefined) throw new ScriptFailed('failure.too-much')
  oneOf<Language>('--language', values.language, languages)
  return {
    command: 'import',
    path: needed('<file|folder|zip>', path),
    ...schoolOf(values),
    format: oneOf('--format', values.format, ['auto', ...importFormats]) ?? 'auto',
    preset: values.preset ?? null,
    country: oneOf<Country>('--country', values.country, countries),
    dryRun: values['dry-run'] ?? false,
  }
}

function readExport(args: string[]): WantedExport {
  const { values, positionals } = parse(args, options.export)
  const [format, second] = positionals
  if (second !== undefined) throw new ScriptFailed('failure.too-much')
  oneOf<Language>('--language', values.language, languages)
  return {
    command: 'export',
    format: oneOf('<format>', needed('<format>', format), exportFormats) ?? 'csv',
    ...schoolOf(values),
    out: needed('--out', values.out),
    purpose: purposeOf(values.purpose),
    groups: values.groups?.split(',').map((each) => each.trim()) ?? null,
    since: values.since === undefined ? null : momentOf(values.since),
    withNationalNumbers: values['with-national-numbers'] ?? false,
    withProtected: values['with-protected'] ?? false,
  }
}

function parse<Options extends NonNullable<Parameters<typeof parseArgs>[0]>['options']>(
  args: string[],
  wanted: Options & {},
) {
  try {
    return parseArgs({ args, options: wanted, allowPositionals: true })
  } catch (error) {
    const message = error instanceof Error ? error.message : ''
    const [option = ''] = /--?[\w-]+/.exec(message) ?? []
    const isKnown = option.slice(2) in wanted
    throw new ScriptFailed(
      isKnown ? 'failure.option-missing' : 'failure.option-unknown',
      { option },
      option,
    )
  }
}

function schoolOf(values: { readonly db?: string; readonly 'key-file'?: string }): WithSchool {
  return { db: needed('--db', values.db), keyFile: needed('--key-file', values['key-file']) }
}

function needed(option: string, value: string | undefined): string {
  if (value) return value
  throw new ScriptFailed('failure.option-missing', { option }, option)
}

function oneOf<Value extends string>(
  option: string,
  value: string | undefined,
  allowed: readonly Value[],
): Value | null {
  const found = allowed.find((each) => each === value)
  if (found !== undefined || value === undefined) return found ?? null
  throw new ScriptFailed('failure.option-invalid', { option, allowed: allowed.join(', ') }, option)
}

/** Kept in the log of exports, where `script` says that nobody sat at the window. */
function purposeOf(purpose = 'script'): string {
  const said = purpose.trim()
  if (said.length >= 1 && said.length <= 300) return said
  const gaps = { option: '--purpose', allowed: '1–300' }
  throw new ScriptFailed('failure.option-invalid', gaps, '--purpose')
}

/** A day means its beginning in UTC. */
function momentOf(since: string): string {
  const isMoment = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/.test(since)
  const moment = new Date(isMoment ? since : Number.NaN)
  if (!Number.isNaN(moment.getTime())) return moment.toISOString()
  const gaps = { option: '--since', allowed: '2026-11-22, 2026-11-22T08:00:00Z' }
  throw new ScriptFailed('failure.option-invalid', gaps, '--since')
}
