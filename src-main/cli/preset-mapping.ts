import type {
  ImportPreset,
  PresetFields,
  TableLayout,
  TableMapping,
} from '#shared/imports/table-mapping.ts'
import { ScriptFailed } from './script-failed.ts'

/** How a table is read by a preset of the school, found by its name. */
export function mappingOfPreset(
  wanted: string,
  { columns, mapping }: TableLayout,
  own: readonly ImportPreset[],
): TableMapping {
  const preset = own.find((each) => fold(each.name) === fold(wanted))
  if (!preset) {
    const known = own.map(({ name }) => name).join(', ')
    throw new ScriptFailed('failure.preset-unknown', { name: wanted, known }, '--preset')
  }
  const headers = columns.map(({ header }) => fold(header ?? ''))
  const missing = Object.keys(preset.columns).filter((name) => !headers.includes(fold(name)))
  if (missing.length === Object.keys(preset.columns).length) {
    const gaps = { name: preset.name, columns: missing.join(', ') }
    throw new ScriptFailed('failure.preset-unfit', gaps, '--preset')
  }
  const { dateOrder, decimalComma } = preset
  return {
    ...mapping,
    dateOrder,
    decimalComma,
    columns: headers.map((name) => fieldOf(preset, name)),
  }
}

function fieldOf({ columns }: PresetFields, name: string) {
  const found = Object.entries(columns).find(([each]) => fold(each) === name)
  return found?.[1] ?? null
}

const fold = (text: string) => text.trim().toLowerCase()
