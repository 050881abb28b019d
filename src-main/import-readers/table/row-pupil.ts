import type { SourcePhone } from '#shared/imports/import-source.ts'
import type { TableField } from '#shared/imports/table-fields.ts'
import type { Day } from '#shared/platform/day.ts'
import type { ProtectionLevel, PupilFields } from '#shared/pupils/pupil.ts'
import { limits } from '../limits.ts'
import { cleanText, readLine, readNote } from '../read-values.ts'
import { readPhones } from './cell-phones.ts'
import { languageCode } from './locale-names.ts'
import { protectionOf, sexOf } from './read-words.ts'
import type { RowCells } from './row-cells.ts'
import { readCellEmail } from './row-email.ts'
import { readNames } from './row-names.ts'
import { readNational } from './row-national.ts'
import { readBirthDate, readTableDay } from './table-date.ts'
import type { TablePart } from './table-part.ts'
import { yearGradesIn } from './year-words.ts'

export type RowPupil = {
  readonly key: string | null
  readonly fields: Partial<PupilFields>
  readonly yearGrades: readonly string[]
  readonly phones: readonly SourcePhone[]
  readonly startsOn: Day | null
  readonly endsOn: Day | null
  readonly protection: ProtectionLevel
}

/** What one row says of its pupil. Only what stands there is in `fields`. */
export function readRowPupil(row: RowCells, part: TablePart): RowPupil {
  const { problems } = part
  const line = (field: TableField) => readLine(row.value(field), problems)
  const yearGrades = readYears(row, part)
  const [startsOn, endsOn] = readStay(row, part)
  return {
    key: readKey(row, 'pupil.key', part),
    fields: present({
      ...namesOf(row, part),
      ...readNational(row.value('pupil.nationalNumber'), part),
      birthPlace: line('pupil.birthPlace'),
      nationality: line('pupil.nationality'),
      pupilNumber: readNumber(row, part),
      email: readCellEmail(row.value('pupil.email'), problems),
      note: readNote(row.value('pupil.note'), problems),
      yearGrade: yearGrades.length === 1 ? (yearGrades[0] ?? null) : null,
      homeLanguages: readLanguages(row, part),
      sex: readSex(row, part),
      ...birthOf(row, part),
    }),
    yearGrades,
    phones: [
      ...readPhones(row.value('pupil.mobile'), 'mobile', part.country, problems),
      ...readPhones(row.value('pupil.phone'), 'home', part.country, problems),
    ],
    startsOn,
    endsOn,
    protection: protectionOf(row.value('pupil.protection').text),
  }
}

/** Keys and numbers as they stand; a spreadsheet's `12.0` is 12. */
export function readKey(row: RowCells, field: TableField, { problems }: TablePart): string | null {
  const value = row.value(field)
  const text = cleanText(value.text)?.replace(/^(\d+)[.,]0+$/, '$1') ?? null
  if (text === null || text.length <= limits.key) return text
  problems.warn('value-too-long', { ...value, value: text })
  return null
}

function readNumber(row: RowCells, part: TablePart) {
  const number = readKey(row, 'pupil.pupilNumber', part)
  return number === null
    ? null
    : readLine({ ...row.value('pupil.pupilNumber'), text: number }, part.problems)
}

function namesOf(row: RowCells, part: TablePart) {
  const official = readLine(row.value('pupil.officialNames'), part.problems)
  const { firstName, initials, prefix, lastName } = readNames(row, 'pupil', part)
  return {
    firstName: firstName ?? official,
    officialNames: official,
    initials,
    lastName,
    // A last name without a prefix has none; without a last name nothing is said about it.
    ...(lastName !== null && { prefix: prefix ?? undefined }),
  }
}

function birthOf(row: RowCells, part: TablePart) {
  const birthDate = readBirthDate(row.value('pupil.birthDate'), part.dates, part.problems)
  return birthDate === null ? {} : { birthDate }
}

function readSex(row: RowCells, { isGirlsM, problems }: TablePart) {
  const value = row.value('pupil.sex')
  const text = cleanText(value.text)
  if (text === null) return null
  const sex = sexOf(text, isGirlsM)
  if (sex === undefined) problems.warn('value-invalid', { ...value, value: text })
  // Not known leaves what the school knows as it is.
  return sex === 'unknown' ? null : (sex ?? null)
}

function readLanguages(row: RowCells, { problems }: TablePart) {
  const value = row.value('pupil.homeLanguages')
  const words = value.text.split(/[,;/&]|\s(?:en|och|and)\s/).map((word) => word.trim())
  const codes = words.flatMap((word) => {
    const code = word === '' ? null : languageCode(word)
    if (word !== '' && code === null) problems.warn('value-invalid', { ...value, value: word })
    return code ?? []
  })
  return codes.length > 0 ? [...new Set(codes)].slice(0, 8) : null
}

/** A word that is no year of the country stays as it stands, if it is as short as one. */
function readYears(row: RowCells, { country, problems }: TablePart): string[] {
  const value = row.value('pupil.yearGrade')
  const text = cleanText(value.text)?.replace(/[.,]0+$/, '') ?? null
  if (text === null) return []
  const grades = yearGradesIn(text, country)
  if (grades.length > 0) return grades
  if (text.length <= 8) return [text]
  problems.warn('value-invalid', { ...value, value: text })
  return []
}

function readStay(row: RowCells, { dates, problems }: TablePart): [Day | null, Day | null] {
  const from = readTableDay(row.value('pupil.startsOn'), dates, problems)
  const value = row.value('pupil.endsOn')
  const until = readTableDay(value, dates, problems)
  if (!from || !until || from <= until) return [from, until]
  problems.warn('value-invalid', { ...value, value: until })
  return [from, null]
}

/** Without what the row does not say; a prefix that is said to be none stays. */
function present(fields: Readonly<Record<string, unknown>>): Partial<PupilFields> {
  const said = Object.entries(fields)
    .filter(([, value]) => value !== null)
    .map(([field, value]) => [field, value ?? null])
  return Object.fromEntries(said)
}
