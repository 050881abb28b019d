import { existsSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { cliMessages } from '#shared/cli/cli-messages.ts'
import type {
  ExportedFile,
  ExportOutline,
  ExportRefusal,
} from '#shared/exports/exports-contract.ts'
import { exportsMessages } from '#shared/exports/exports-messages.ts'
import type { GroupId } from '#shared/groups/group.ts'
import type { Language } from '#shared/platform/language.ts'
import { speak } from '#shared/platform/messages.ts'
import { type CliAnswer, type CliProblem, linesOf } from './answer.ts'
import type { Desk } from './run-cli.ts'
import { openSchoolFile, troubleOf } from './school-file.ts'
import { ScriptFailed } from './script-failed.ts'
import type { ScriptSchool } from './script-school.ts'
import type { WantedExport } from './wanted.ts'

/** Writes the school to a file; the log of exports keeps when, what for and how many. */
export async function exportSchool(wanted: WantedExport, desk: Desk): Promise<CliAnswer> {
  const { format, since, withProtected, withNationalNumbers, purpose } = wanted
  refuseBadPlace(wanted.out)
  using file = openSchoolFile(wanted, desk.house)
  const { school } = file
  const language = desk.language ?? school.school().language
  const groupIds = await groupIdsOf(wanted, school)
  const request = { format, since, withProtected, withNationalNumbers, groupIds }
  const outline = await school.exports.outline(request)
  const made = await school.exports.make({ ...request, purpose })
  if (!made.ok) return refused(wanted, made.refusal, language)
  school.signIn(null)
  const path = save(wanted.out, made.value)
  return done(outline, { format, path, bytes: made.value.bytes.length }, language)
}

/** A name means the group of the running school year, or else of the newest one that has it. */
async function groupIdsOf({ groups: wanted }: WantedExport, { groups }: ScriptSchool) {
  if (wanted === null) return null
  const years = (await groups.years({})).toSorted((a, b) => (a.startsOn < b.startsOn ? 1 : -1))
  const lists = [null, ...years.map(({ id }) => id)].map((id) => groups.list({ schoolYearId: id }))
  const known = (await Promise.all(lists)).flat()
  return wanted.map((name): GroupId => {
    const found = known.find((group) => group.id === name || group.name === name)
    if (found) return found.id
    throw new ScriptFailed('failure.group-unknown', { name }, '--groups')
  })
}

type Saved = { readonly format: string; readonly path: string; readonly bytes: number }

function done(outline: ExportOutline, saved: Saved, language: Language): CliAnswer {
  const { pupils, guardians, staff, groups, protectedLeftOut, losses } = outline
  const say = speak(cliMessages, language)
  const exported = speak(exportsMessages, language)
  return {
    exitCode: 0,
    json: {
      ...saved,
      ...{ pupils, guardians, staff, groups, protectedLeftOut, losses },
      problems: [],
    },
    text: [
      say('saved', { path: saved.path, bytes: saved.bytes }),
      ...(['pupils', 'guardians', 'staff', 'groups'] as const).map(
        (kind) => `${exported(kind)}: ${outline[kind]}`,
      ),
      say('protected-left-out', { count: protectedLeftOut }),
    ].join('\n'),
  }
}

function refused({ format }: WantedExport, refusal: ExportRefusal, language: Language): CliAnswer {
  const problem: CliProblem = {
    severity: 'refusal',
    file: '',
    line: null,
    field: null,
    code: refusal,
    message: speak(exportsMessages, language)(refusal),
  }
  return {
    exitCode: 2,
    json: { format, path: null, problems: [problem] },
    text: linesOf([problem]).join('\n'),
  }
}

/** Before anything is read: an export that cannot be kept would stand in the log all the same. */
function refuseBadPlace(out: string) {
  if (!existsSync(dirname(out))) {
    throw new ScriptFailed('failure.file-folder-missing', { path: out }, '--out')
  }
}

/** In the file, or under its own name in the folder; readable by its maker alone, and never half. */
function save(out: string, { name, bytes }: ExportedFile): string {
  const isFolder = statSync(out, { throwIfNoEntry: false })?.isDirectory() ?? false
  const path = isFolder ? join(out, name) : out
  const unfinished = `${path}.${process.pid}.unfinished`
  try {
    writeFileSync(unfinished, bytes, { mode: 0o600 })
    renameSync(unfinished, path)
    return path
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw troubleOf(error, path) ?? new ScriptFailed('failure.file-read-only', { path }, '--out')
  }
}
