import { existsSync } from 'node:fs'
import { cliMessages } from '#shared/cli/cli-messages.ts'
import type { ImportFormat } from '#shared/imports/import-source.ts'
import type { ImportPreview } from '#shared/imports/imports-contract.ts'
import { importsMessages } from '#shared/imports/imports-messages.ts'
import type { TableLayout } from '#shared/imports/table-mapping.ts'
import type { Language } from '#shared/platform/language.ts'
import { speak } from '#shared/platform/messages.ts'
import { newId } from '../platform/ids.ts'
import { asCliProblem, type CliAnswer, type CliProblem, importAnswer } from './answer.ts'
import { type ChosenFile, findChosenFiles, readPieces } from './chosen-files.ts'
import { mappingOfPreset } from './preset-mapping.ts'
import type { Desk } from './run-cli.ts'
import { makeSchoolFile, openSchoolFile } from './school-file.ts'
import { ScriptFailed } from './script-failed.ts'
import type { ScriptSchool } from './script-school.ts'
import type { WantedImport } from './wanted.ts'

type Preview = Awaited<ReturnType<ScriptSchool['imports']['preview']>>

/**
 * Takes a file over, doubtful pairs left out. A file that is refused changes nothing, and makes no
 * school where there was none.
 */
export async function importFiles(wanted: WantedImport, desk: Desk): Promise<CliAnswer> {
  const files = findChosenFiles(wanted.path)
  using file = existsSync(wanted.db)
    ? openSchoolFile(wanted, desk.house)
    : makeSchoolFile(wanted, wanted.country ?? 'nl', desk.house)
  const { school } = file
  refuseOtherCountry(wanted, school)
  const language = desk.language ?? school.school().language

  const upload = newId()
  const preview = await previewOf(wanted, school, upload, files)
  if (!preview.ok) return refused(preview, files, language)
  const { format } = preview.value
  if (wanted.format !== 'auto' && wanted.format !== format) {
    return otherFormat(preview.value, wanted.format, files, language)
  }
  if (wanted.dryRun) {
    desk.tell(speak(cliMessages, language)('dry-run'))
    return taken(preview.value, language)
  }

  school.signIn(file.isNew ? preview.value.schoolName : null)
  const applied = await school.imports.apply({ upload, leaveOut: [], decisions: {} })
  if (!applied.ok) throw new ScriptFailed('failure.school-changed')
  for (const { says, path } of file.keep()) desk.tell(speak(cliMessages, language)(says, { path }))
  return taken({ format, counts: applied.value.counts, problems: preview.value.problems }, language)
}

async function previewOf(
  { preset, format }: WantedImport,
  school: ScriptSchool,
  upload: string,
  files: readonly ChosenFile[],
): Promise<Preview> {
  for (const piece of readPieces(files)) await school.imports.receive({ upload, ...piece })
  const asked = format === 'auto' ? { upload } : { upload, format }
  const guessed = await school.imports.preview(asked)
  if (preset === null) return guessed
  const table = guessed.ok ? guessed.value.table : guessed.table
  // No table, so nothing that a preset could explain: the reason of the refusal says what it is.
  if (!table) return guessed
  const mapping = mappingOfPreset(preset, table, await school.imports.presets({}))
  return school.imports.preview({ ...asked, mapping })
}

function refuseOtherCountry({ country }: WantedImport, school: ScriptSchool) {
  const found = school.school().country
  if (country === null || country === found) return
  throw new ScriptFailed('failure.country-differs', { country: found }, '--country')
}

function taken(
  { format, counts, problems }: Pick<ImportPreview, 'format' | 'counts' | 'problems'>,
  language: Language,
): CliAnswer {
  const told = problems.map((problem) => asCliProblem(problem, language))
  return importAnswer({ format, counts, problems: told, language, exitCode: 0 })
}

function refused(
  { refusal, problems, table }: Extract<Preview, { readonly ok: false }>,
  files: readonly ChosenFile[],
  language: Language,
): CliAnswer {
  const told = problems.map((problem) => asCliProblem(problem, language))
  const format = table ? formatOf(table) : null
  if (refusal === 'import.mapping') {
    if (table) told.unshift(unclear(table, language))
  } else if (told.length === 0) {
    told.push(whole(files, refusal, speak(importsMessages, language)(refusal)))
  }
  return importAnswer({ format, counts: null, problems: told, language, exitCode: 2 })
}

/** Only workbooks have sheets. */
const formatOf = ({ mapping }: TableLayout): ImportFormat =>
  mapping.sheet === null ? 'csv' : 'xlsx'

/** A table whose columns nobody can tell; the columns are named, never what stands in them. */
function unclear({ file, columns, mapping }: TableLayout, language: Language): CliProblem {
  const names = columns.map(({ header }, index) => header ?? `${index + 1}`)
  return {
    severity: 'refusal',
    file,
    line: mapping.headerLine,
    field: names.join(', ').slice(0, 1000),
    code: 'import.mapping',
    message: `${file}: ${speak(cliMessages, language)('columns-unclear', { columns: names.join(', ').slice(0, 1000) })}`,
  }
}

function otherFormat(
  { format }: ImportPreview,
  asked: ImportFormat,
  files: readonly ChosenFile[],
  language: Language,
): CliAnswer {
  const named = speak(importsMessages, language)
  const message = speak(cliMessages, language)('format-other', {
    found: named(`format.${format}`),
    asked: named(`format.${asked}`),
  })
  const problems = [whole(files, 'import.other-format', message)]
  return importAnswer({ format, counts: null, problems, language, exitCode: 2 })
}

function whole(files: readonly ChosenFile[], code: string, message: string): CliProblem {
  const file = files[0]?.name ?? ''
  return {
    severity: 'refusal',
    file,
    line: null,
    field: null,
    code,
    message: `${file}: ${message}`,
  }
}
