import type { Day } from '#shared/platform/day.ts'
import type { Language } from '#shared/platform/language.ts'
import { speak } from '#shared/platform/messages.ts'
import type { ExportFormat } from './exports-contract.ts'
import { exportsMessages } from './exports-messages.ts'

/** SS 12000 and OneRoster are several files, so they travel as one zip. */
export const endingOfFormat: Record<ExportFormat, 'xml' | 'zip' | 'csv' | 'xlsx' | 'vcf'> = {
  edexml: 'xml',
  oneroster: 'zip',
  'oneroster-delta': 'zip',
  ss12000: 'zip',
  csv: 'csv',
  xlsx: 'xlsx',
  vcard: 'vcf',
}

/** `balie-leerlingen-2026-11-22.csv`: nothing personal, since folders and mails show names. */
export function exportFileName(format: ExportFormat, day: Day, language: Language) {
  return `balie-${speak(exportsMessages, language)(`file.${format}`)}-${day}.${endingOfFormat[format]}`
}
