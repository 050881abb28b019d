import type { ImportSource, SourceGroup, SourcePupil } from '#shared/imports/import-source.ts'
import { decodeText, peek } from '../decode-text.ts'
import type { Problems } from '../problems.ts'
import { cleanText } from '../read-values.ts'
import type { Reader } from '../readers.ts'
import type { SourceFile } from '../source-file.ts'
import { sortYearGrades } from '../year-grades.ts'
import { type EdexmlDocument, readEdexmlDocument, textOf } from './edexml-document.ts'
import { readGroups } from './edexml-groups.ts'
import { readHouseholds, readPupils } from './edexml-pupils.ts'
import { readStaff } from './edexml-staff.ts'

/**
 * EDEXML 1.03, 2.0 and 2.1 (Edustandaard), the Dutch and the Flemish form. School years are not
 * checked against the schema's list, which ends at 2024-2025.
 */
export const edexmlReader: Reader = {
  format: 'edexml',
  recognises: (files) => files.some(isEdexml),
  read(files, problems) {
    const [file, second] = files.filter(isEdexml)
    if (!file) return problems.refuse('unknown-format', { file: files[0]?.name ?? '' })
    if (second) return problems.refuse('several-files', { file: second.name })
    for (const other of files) {
      if (other !== file) problems.warnOnce('file-not-listed', { file: other.name })
    }
    return readEdexml(file, problems)
  },
}

/** A document type stands before the root: a file that has one is recognised and refused. */
function isEdexml(file: SourceFile) {
  const text = peek(file)
    .replace(/<!--[\s\S]*?(-->|$)/g, '')
    .replace(/<\?[\s\S]*?\?>/g, '')
    .trimStart()
  return /^<(EDEX[\s>/]|!DOCTYPE(?!\s+(html|svg|plist)))/i.test(text)
}

function readEdexml(file: SourceFile, problems: Problems): ImportSource {
  const document = readEdexmlDocument(file.name, decodeText(file, problems), problems)
  const { school } = document
  const version = readVersion(document, problems)
  const schoolYear = readSchoolYear(document, problems)
  const isFlemish = looksFlemish(document)
  const groups = readGroups(document, schoolYear, isFlemish, problems)
  const part = { file: file.name, groups, isFlemish, problems }
  const pupils = readPupils(document.pupils, part)
  const branch = textOf(school, 'dependancecode').trim()
  const number = textOf(school, 'brincode').trim() || textOf(school, 'instellingsnummer').trim()
  return {
    format: 'edexml',
    version,
    schoolName: null,
    // Branch 00 is the same as none.
    schoolNumber: number ? `${number}${branch === '00' ? '' : branch}` : null,
    schoolYear,
    isDelta: false,
    pupils,
    groups: withYearsOfPupils(groups.groups, pupils),
    staff: readStaff(document.staff, part),
    guardians: [],
    households: readHouseholds(document.pupils, pupils, file.name),
  }
}

/** Versions 1 and 2 can all be read alike; a later one may mean something else by the same words. */
function readVersion({ file, school, pupils }: EdexmlDocument, problems: Problems): string {
  const said = textOf(school, 'xsdversie').trim()
  if (said === '') return pupils.some(({ attributes }) => attributes.has('eckid')) ? '2.1' : '2.0'
  const where = { file, line: school.line, field: 'xsdversie', value: said }
  if (!/^[12]([.]\d+)*$/.test(said)) return problems.refuse('unknown-version', where)
  if (!/^(1\.0?\.?\d|2\.[01])$/.test(said)) problems.warn('unknown-version', where)
  return said
}

function readSchoolYear({ file, school }: EdexmlDocument, problems: Problems): string | null {
  const said = cleanText(textOf(school, 'schooljaar')) ?? ''
  const [, from = '', until = ''] = /^(\d{4}) ?[-/–] ?(\d\d|\d{4})$/.exec(said) ?? []
  const next = String(Number(from) + 1)
  // `2026-27` says it too.
  if (from && next.endsWith(until)) return `${from}-${next}`
  problems.warn('school-year-unknown', {
    file,
    line: school.line,
    field: 'schooljaar',
    value: said,
  })
  return null
}

function looksFlemish({ school, pupils }: EdexmlDocument): boolean {
  if (textOf(school, 'instellingsnummer').trim()) return true
  if (textOf(school, 'brincode').trim()) return false
  return pupils.some(
    (pupil) => textOf(pupil, 'rijksregisternummer') || textOf(pupil, 'postnummerbe'),
  )
}

/** A combined group (`C`) has the years of the pupils in it. */
function withYearsOfPupils(groups: readonly SourceGroup[], pupils: readonly SourcePupil[]) {
  const yearsByGroup = new Map<string, Set<string>>()
  for (const { fields, memberships } of pupils) {
    for (const { groupKey } of memberships) {
      const years = yearsByGroup.get(groupKey) ?? new Set()
      if (fields.yearGrade) yearsByGroup.set(groupKey, years.add(fields.yearGrade))
    }
  }
  return groups.map((group) =>
    group.kind === 'class' && group.yearGrades.length === 0
      ? { ...group, yearGrades: sortYearGrades(yearsByGroup.get(group.key) ?? []) }
      : group,
  )
}
