import type { ImportFormat, SourceKey } from '#shared/imports/import-source.ts'

/** By which source a format's keys are remembered: one school saves a table as CSV or as a workbook. */
export const keySource = (format: ImportFormat) => (format === 'xlsx' ? 'csv' : format)

/**
 * Two keys of one system are two people. Tables come from any system, and their keys say that only
 * within one file.
 */
export function clashes(keys: readonly SourceKey[], known: readonly SourceKey[]) {
  const sources = new Set(keys.map(({ source }) => source).filter((source) => source !== 'csv'))
  return known.some(({ source }) => sources.has(source))
}
