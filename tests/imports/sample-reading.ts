import { readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import {
  type ImportedKind,
  type ImportProblem,
  importedKinds,
} from '#shared/imports/import-source.ts'
import type { Country } from '#shared/platform/language.ts'
import { type Reading, readSource } from '../../src-main/import-readers/readers.ts'
import { readSnapshot } from '../../src-main/imports/match/school-snapshot.ts'
import { noChoices, planImport } from '../../src-main/imports/plan/plan-import.ts'
import { type aSchool, monday, numbered } from '../builders/school.ts'
import { sample, sharedData } from './importing-school.ts'

/** Every file of other makers, and every folder of tables as the one package that it is. */
export function everySample(): readonly string[] {
  const files = readdirSync(sharedData, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => statSync(join(sharedData, path)).isFile())
  const folders = Map.groupBy(
    files.filter((path) => /\.(csv|json|ics|vcf|xml)$/.test(path)),
    (path) => dirname(path),
  )
  const packages = [...folders].filter(([, { length }]) => length > 1).map(([folder]) => folder)
  return [...files, ...packages].toSorted()
}

/** Numbers, years and names are read as the school's country has them. */
function countryOf(path: string): Country {
  if (/^ss12000|personer|\/se\//.test(path)) return 'se'
  return /-Vla|\/be\//.test(path) ? 'be' : 'nl'
}

export type EmptySchools = Readonly<Record<Country, ReturnType<typeof aSchool>>>

/**
 * What an empty school of the file's country would get of a sample: `edexml pupils 3, groups 8; number-check-digit 1`.
 * A refusal is its code and place: `refused element-unknown EDEX.xml:3 school`; a table whose
 * columns have to be explained first: `asked mapping-name-missing`.
 */
export async function readSample(path: string, schools: EmptySchools) {
  const files = Object.entries(sample(path)).map(([name, content]) => ({
    name,
    bytes: Buffer.from(content),
  }))
  const today = monday
  const country = countryOf(path)
  const reading = await readSource(files, { mapping: null, presets: [], country, today })
  return reading.ok ? taken(reading, schools[country]) : refused(reading)
}

type Refused = Extract<Reading, { readonly ok: false }>

function refused({ problems, table }: Refused) {
  const [first] = problems
  if (table) return ['asked', ...new Set(problems.map(({ code }) => code))].join(' ')
  if (!first) return 'refused without a reason'
  const file = first.file.split('/').at(-1)
  const place = first.line === null ? file : `${file}:${first.line}`
  return ['refused', first.code, place, first.field].filter(Boolean).join(' ')
}

type Taken = Extract<Reading, { readonly ok: true }>

function taken({ source, problems }: Taken, school: ReturnType<typeof aSchool>) {
  let ids = 0
  const turns = planImport({
    school: readSnapshot(school.database.read),
    ...{ source, problems, choices: noChoices, today: monday },
    newId: () => numbered(7_000_000 + ids++),
  })
  for (;;) {
    const turn = turns.next()
    if (!turn.done) continue
    const made = importedKinds.map((kind) => [kind, turn.value.counts[kind].new] as const)
    return `${source.format} ${counted(made) || 'nobody'}; ${toldOf(turn.value.problems)}`
  }
}

const counted = (counts: readonly (readonly [kind: ImportedKind, count: number])[]) =>
  counts
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => `${kind} ${count}`)
    .join(', ')

function toldOf(problems: readonly ImportProblem[]) {
  const byCode = Map.groupBy(problems, ({ code }) => code)
  return [...byCode].map(([code, { length }]) => `${code} ${length}`).join(', ') || 'nothing told'
}
