import type { TableField } from '#shared/imports/table-fields.ts'
import type { PresetFields } from '#shared/imports/table-mapping.ts'
import { type Language, languages } from '#shared/platform/language.ts'
import { speak } from '#shared/platform/messages.ts'
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

export const columnName = (column: BalieColumn, language: Language) =>
  speak(exportTableMessages, language)(column)

/** By which an import knows the tables that Balie wrote itself, in any of its languages. */
export const baliePresets: readonly PresetFields[] = languages.map((language) => ({
  name: `Balie (${language})`,
  dateOrder: 'ymd',
  decimalComma: true,
  columns: Object.fromEntries(balieColumns.map((column) => [columnName(column, language), column])),
}))
