import type { KnownPreset } from '#shared/imports/known-presets.ts'
import type { TableField } from '#shared/imports/table-fields.ts'
import { type Language, languages } from '#shared/platform/language.ts'
import { exportTableMessages } from './export-table-messages.ts'

/** What an exported table says of each pupil, from left to right. */
export const balieColumns = [
  'pupil.pupilNumber',
  'pupil.firstName',
  'pupil.prefix',
  'pupil.lastName',
  'pupil.initials',
  'pupil.officialNames',
  'pupil.sex',
  'pupil.birthDate',
  'pupil.birthPlace',
  'pupil.nationality',
  'pupil.homeLanguages',
  'pupil.nationalNumber',
  'group.name',
  'pupil.yearGrade',
  'school.year',
  'pupil.startsOn',
  'pupil.endsOn',
  'pupil.email',
  'pupil.mobile',
  'pupil.phone',
  'pupil.protection',
  'household1.street',
  'household1.houseNumber',
  'household1.houseNumberAddition',
  'household1.postcode',
  'household1.town',
  'household1.addressCountry',
  'guardian1.firstName',
  'guardian1.initials',
  'guardian1.prefix',
  'guardian1.lastName',
  'guardian1.sex',
  'guardian1.relation',
  'guardian1.authority',
  'guardian1.email',
  'guardian1.mobile',
  'guardian1.phone',
  'guardian1.language',
  'guardian2.firstName',
  'guardian2.initials',
  'guardian2.prefix',
  'guardian2.lastName',
  'guardian2.sex',
  'guardian2.relation',
  'guardian2.authority',
  'guardian2.email',
  'guardian2.mobile',
  'guardian2.phone',
  'guardian2.language',
  'household2.street',
  'household2.houseNumber',
  'household2.houseNumberAddition',
  'household2.postcode',
  'household2.town',
  'household2.addressCountry',
  'pupil.note',
  'pupil.key',
  'guardian1.key',
  'guardian2.key',
] as const satisfies readonly TableField[]
export type BalieColumn = (typeof balieColumns)[number]

/** Straight from the texts: a list of presets must not wake the whole of i18next. */
export function columnName(column: BalieColumn, language: Language): string {
  const { texts } = exportTableMessages
  return texts[language][column] ?? exportTableMessages.nl[column]
}

const languageNames: Record<Language, string> = {
  nl: 'Nederlands',
  'nl-BE': 'Vlaams',
  sv: 'svenska',
  en: 'English',
}

/** By which an import knows the tables that Balie wrote itself, in any of its languages. */
export const baliePresets: readonly KnownPreset[] = languages.map((language) => ({
  id: `balie-${language}`,
  name: `Balie (${languageNames[language]})`,
  dateOrder: 'ymd',
  decimalComma: true,
  needs: (['pupil.firstName', 'group.name', 'pupil.key', 'guardian1.key'] as const).map((column) =>
    columnName(column, language),
  ),
  columns: Object.fromEntries(balieColumns.map((column) => [columnName(column, language), column])),
}))
