import type { TableLayout, TableMapping } from '#shared/imports/table-mapping.ts'
import { Day } from '#shared/platform/day.ts'

const dateFields: ReadonlySet<string> = new Set([
  'pupil.birthDate',
  'pupil.startsOn',
  'pupil.endsOn',
])

/** Where the table has no date of its own to show. */
const plainExamples = { dmy: '06-07-2018', mdy: '07/06/2018', ymd: '2018-07-06' } as const

/** A date of the file and the day it is read as; null when it is none in this order. */
export function dateExample(table: TableLayout, { columns, dateOrder }: TableMapping) {
  const samples = table.columns
    .filter((_, at) => dateFields.has(columns[at] ?? ''))
    .flatMap((column) => column.samples)
  // `06-07` shows the difference; `25-07` can be read in one way only.
  const text = samples.find(isAmbiguous) ?? samples.find((sample) => partsOf(sample) !== null)
  const shown = text ?? plainExamples[dateOrder]
  return { text: shown, day: readDay(shown, dateOrder) }
}

function isAmbiguous(sample: string) {
  const parts = partsOf(sample)?.map(Number)
  return parts?.every((part) => part <= 12 || part > 31) && parts[0] !== parts[1]
}

const partsOf = (text: string) =>
  /^(\d{1,4})[-/. ](\d{1,2})[-/. ](\d{1,4})$/.exec(text.trim())?.slice(1) ?? null

function readDay(text: string, order: TableMapping['dateOrder']): Day | null {
  const [first = '', second = '', third = ''] = partsOf(text) ?? []
  // Four digits in front are the year, whatever the rest of the file does.
  const asked = first.length === 4 ? 'ymd' : order
  const [year, month, day] =
    asked === 'ymd'
      ? [first, second, third]
      : asked === 'mdy'
        ? [third, first, second]
        : [third, second, first]
  const iso = `${fourDigits(year)}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const parsed = Day.safeParse(iso)
  return parsed.success ? parsed.data : null
}

/** Of a child or a guardian: `18` is 2018 and `70` is 1970. */
const fourDigits = (year: string) =>
  year.length <= 2 ? `${Number(year) < 50 ? '20' : '19'}${year.padStart(2, '0')}` : year
