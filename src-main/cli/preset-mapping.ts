import { knownPresets } from '#shared/imports/known-presets.ts'
import type { ImportPreset, TableLayout, TableMapping } from '#shared/imports/table-mapping.ts'
import { fieldsOfPreset, plainName } from '#shared/imports/table-preset.ts'
import { ScriptFailed } from './script-failed.ts'

/**
 * How a table is read by a preset, found by its name or id: one of the school's own, or else a known
 * one. What the preset is silent about stays out.
 */
export function mappingOfPreset(
  wanted: string,
  { columns, mapping }: TableLayout,
  own: readonly ImportPreset[],
): TableMapping {
  const preset = [...own, ...knownPresets].find(({ id, name }) =>
    [id, name].some((each) => plainName(each) === plainName(wanted)),
  )
  if (!preset) throw unknown(wanted, own)
  const headers = columns.map(({ header }) => header)
  const { dateOrder, decimalComma } = preset
  const fields = fieldsOfPreset(preset.columns, headers).map((field) => field ?? null)
  if (fields.every((field) => field === null)) throw unfit(preset, headers)
  return { ...mapping, dateOrder, decimalComma, columns: fields }
}

function unknown(name: string, own: readonly ImportPreset[]) {
  const known = [...own, ...knownPresets].map((each) => each.name).join(', ')
  return new ScriptFailed('failure.preset-unknown', { name, known }, '--preset')
}

function unfit({ name, columns }: ImportPreset, headers: readonly (string | null)[]) {
  const present = new Set(headers.map((header) => plainName(header ?? '')))
  const missing = Object.keys(columns).filter((each) => !present.has(plainName(each)))
  const gaps = { name, columns: missing.slice(0, 20).join(', ') }
  return new ScriptFailed('failure.preset-unfit', gaps, '--preset')
}
