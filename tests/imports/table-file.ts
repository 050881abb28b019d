import type { ImportPreset, TableMapping } from '#shared/imports/table-mapping.ts'
import { Day } from '#shared/platform/day.ts'
import type { Country } from '#shared/platform/language.ts'
import { readSource } from '../../src-main/import-readers/readers.ts'

type Asked = {
  readonly country?: Country
  readonly mapping?: TableMapping
  readonly presets?: readonly ImportPreset[]
  readonly file?: string
}

/** Reads a table as a school of a country does, on 22 November 2026. */
export function readTable(content: string | Uint8Array, asked: Asked = {}) {
  const { country = 'nl', mapping = null, presets = [], file = 'klas.csv' } = asked
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const today = Day.parse('2026-11-22')
  return readSource([{ name: file, bytes }], { mapping, presets, country, today })
}

type Reading = Awaited<ReturnType<typeof readTable>>

/** `Roepnaam=pupil.firstName`; a column without a name or meaning leaves its half empty. */
export const meaningsOf = ({ table }: Reading) =>
  table?.columns.map(({ header }, n) => `${header ?? ''}=${table.mapping.columns[n] ?? ''}`)

export const codesOf = ({ problems }: Reading) => problems.map(({ code }) => code)

export function sourceOf(reading: Reading) {
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems))
  return reading.source
}

/** `Noor de Vries 2018-03-14 3A`. */
export const pupilsOf = (reading: Reading) =>
  sourceOf(reading).pupils.map(({ fields, memberships }) =>
    [
      fields.firstName,
      fields.prefix,
      fields.lastName,
      fields.birthDate,
      ...memberships.map(({ groupKey }) => groupKey),
    ]
      .filter(Boolean)
      .join(' '),
  )
