import type { ImportSource } from '#shared/imports/import-source.ts'
import { listOf } from '../csv-table.ts'
import { peek } from '../decode-text.ts'
import type { Problems } from '../problems.ts'
import { cleanText } from '../read-values.ts'
import type { Reader } from '../readers.ts'
import { baseName, type SourceFile } from '../source-file.ts'
import { findManifest, readManifest } from './manifest.ts'
import { readClasses } from './roster-classes.ts'
import { readPeople } from './roster-people.ts'
import { type RosterTables, readTables } from './roster-tables.ts'
import { readYears } from './roster-years.ts'

/** 1EdTech OneRoster CSV 1.1 and 1.2: a manifest and its files, from a folder or a zip. */
export const onerosterReader: Reader = {
  format: 'oneroster',
  recognises: (files) => findManifest(files) !== undefined || files.some(isRosterFile),
  read: readOneroster,
}

/** Files of the package without its manifest: recognised, so that the refusal can say what lacks. */
const isRosterFile = (file: SourceFile) =>
  /^(users|orgs|classes|enrollments|academicSessions)\.csv$/.test(baseName(file.name)) &&
  /sourcedid/i.test(peek(file).slice(0, 2000))

function readOneroster(files: readonly SourceFile[], problems: Problems): ImportSource {
  const manifest = readManifest(files, problems)
  const tables = readTables(manifest, problems)
  const years = readYears(tables, problems)
  const groups = readClasses(tables, years, problems)
  const people = readPeople(tables, problems)
  if (people.pupils.length === 0 && !tables.isDelta) {
    problems.refuse('no-pupils', { file: 'users.csv', field: 'role' })
  }
  const school = readSchool(tables, problems)
  return {
    format: 'oneroster',
    version: manifest.version,
    schoolName: school?.name ?? null,
    schoolNumber: school?.number ?? null,
    schoolYear: years.ofFile,
    isDelta: tables.isDelta,
    groups,
    ...people,
    households: [],
  }
}

/** The one school that the users belong to; several are told, since Balie keeps one school. */
function readSchool(tables: RosterTables, problems: Problems) {
  const orgs = tables.rows('orgs').filter(({ isEnded }) => !isEnded)
  const used = new Set([
    ...tables.rows('users').flatMap(({ cell }) => listOf(cell('orgSourcedIds'))),
    ...tables.rows('roles').map(({ cell }) => cell('orgSourcedId')),
  ])
  const schools = orgs.filter(({ id, cell }) => cell('type') === 'school' && used.has(id))
  const [only, second] = schools.length > 0 ? schools : orgs
  if (second && schools.length > 1) {
    const { file, line, cell } = second
    problems.warn('several-schools', { file, line, field: 'orgSourcedIds', value: cell('name') })
  }
  if (!only || second) return null
  // The number of a department is not that of the school.
  const number = schools.length > 0 ? cleanText(only.cell('identifier')) : null
  return { name: cleanText(only.cell('name')), number }
}
