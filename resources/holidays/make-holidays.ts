import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Papa from 'papaparse'

const here = dirname(fileURLToPath(import.meta.url))
const target = join(here, '../../src-shared/school-days/presets/open-holidays.ts')

type Row = {
  readonly StartDate: string
  readonly EndDate: string
  readonly Name: string
  readonly Groups?: string
}

const countries = [
  { code: 'NL', language: 'NL', hasSchool: true },
  { code: 'BE', language: 'NL', hasSchool: true },
  { code: 'SE', language: 'SV', hasSchool: false },
] as const

function rowsOf(name: string): readonly Row[] {
  const text = readFileSync(join(here, 'openholidays', name), 'utf8').replace(/^\uFEFF/, '')
  return Papa.parse<Row>(text, { header: true, delimiter: ';', skipEmptyLines: true }).data
}

/** `NL Kerstvakantie,DE …,EN Christmas Holidays`: the name in one language; names hold no commas. */
function nameIn(name: string, language: string) {
  const found = name.split(',').find((each) => each.startsWith(`${language} `))
  if (!found) throw new Error(`No name in ${language}: ${name}`)
  return found.slice(language.length + 1).trim()
}

const school = countries
  .filter(({ hasSchool }) => hasSchool)
  .flatMap(({ code, language }) =>
    rowsOf(`${code.toLowerCase()}.school.csv`).map((row) => {
      const names = [nameIn(row.Name, language), nameIn(row.Name, 'EN')]
      return [code, row.Groups ?? '', row.StartDate, row.EndDate || row.StartDate, ...names]
    }),
  )
const national = countries.flatMap(({ code, language }) =>
  rowsOf(`${code.toLowerCase()}.public.csv`).map((row) => {
    const names = [nameIn(row.Name, language), nameIn(row.Name, 'EN')]
    return [code, row.StartDate, ...names]
  }),
)
/** The public holidays of a year on one line: there are hundreds. */
const years = Map.groupBy(national, ([code = '', day = '']) => `${code}|${day.slice(0, 4)}`)
const lines = [...years].map(([key, rows]) =>
  [key, ...rows.map(([, day = '', own, english]) => `${day.slice(5)}=${own}=${english}`)].join('|'),
)

const quoted = (texts: readonly string[]) =>
  texts.map((text) => `  ${text.includes("'") ? JSON.stringify(text) : `'${text}'`},`).join('\n')

writeFileSync(
  target,
  `// Made by resources/holidays/make-holidays.ts from the OpenHolidays data (ODbL 1.0); see its README.

/** Country, regions, first and last day, name in the language of the country and in English. */
export const schoolHolidays: readonly string[] = [
${quoted(school.map((cells) => cells.join('|')))}
]

/** Country, year, and of each day month and day, name and English name. */
export const publicHolidays: readonly string[] = [
${quoted(lines)}
]
`,
)
