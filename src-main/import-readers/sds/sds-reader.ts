import type { ImportSource } from '#shared/imports/import-source.ts'
import { listOf } from '../csv-table.ts'
import type { Problems } from '../problems.ts'
import { cleanText } from '../read-values.ts'
import type { Reader } from '../readers.ts'
import type { SourceFile } from '../source-file.ts'
import { createDayReader } from './sds-days.ts'
import { asGuardian, asPupil, asStaff, type Reading } from './sds-people.ts'
import { findPeople } from './sds-persons.ts'
import { readPlacings } from './sds-placings.ts'
import { readSections } from './sds-sections.ts'
import { readTables, type SdsTables, versionOf } from './sds-tables.ts'
import { readTies } from './sds-ties.ts'

/** Microsoft School Data Sync, versions 1 (also the British form), 2 and 2.1: a folder or a zip. */
export const sdsReader: Reader = {
  format: 'sds',
  recognises: (files) => versionOf(files) !== null,
  read: readSds,
}

function readSds(files: readonly SourceFile[], problems: Problems): ImportSource {
  const version = versionOf(files) ?? '1'
  const tables = readTables(files, version, problems)
  const readDay = createDayReader(tables, problems)
  const { groups, ended, schoolYear } = readSections(tables, readDay, problems)
  const ties = readTies(tables, problems)
  const people = findPeople(tables, ties, problems)
  const placings = readPlacings(tables, people, ended, problems)
  const details = new Map(tables.rows('details').map((row) => [row.value('id').text, row]))
  const reading: Reading = { placings, ties, details, readDay, problems }
  const pupils = [...people.pupils.values()].map((each) => asPupil(each, reading))
  if (pupils.length === 0) {
    problems.refuse('no-pupils', { file: version === '1' ? 'Student.csv' : 'users.csv' })
  }
  return {
    format: 'sds',
    version,
    ...readSchool(tables, problems),
    schoolYear,
    isDelta: false,
    pupils,
    groups,
    staff: [...people.staff.values()].map((each) => asStaff(each, reading)),
    guardians: [...people.guardians.values()].map((each) => asGuardian(each, reading)),
    households: [],
  }
}

/** The one school of the people; several are told, since Balie keeps one. */
function readSchool(tables: SdsTables, problems: Problems) {
  const used = new Set(
    (['pupils', 'staff', 'users', 'roles'] as const).flatMap((table) =>
      tables.rows(table).flatMap((row) => listOf(row.value('school').text)),
    ),
  )
  const schools = tables.rows('schools').filter((row) => used.has(row.value('id').text))
  const [only, second] = schools
  if (second) {
    problems.warn('several-schools', { ...second.value('id'), value: second.value('name').text })
  }
  if (!only || second) return { schoolName: null, schoolNumber: null }
  return {
    schoolName: cleanText(only.value('name').text),
    schoolNumber: cleanText(only.value('number').text),
  }
}
