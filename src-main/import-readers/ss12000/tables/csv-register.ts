import { type CsvRow, type CsvTable, readCsvTable } from '../../csv-table.ts'
import { peek } from '../../decode-text.ts'
import type { Problems } from '../../problems.ts'
import { baseName, folderOf, type SourceFile } from '../../source-file.ts'
import { type Members, memberOf, type Part, textOf } from '../part.ts'
import { createRegister, type Register } from '../register.ts'
import { type CsvFile, csvFiles } from './csv-columns.ts'

const nameOf = ({ name }: SourceFile) =>
  baseName(name)
    .replace(/\.csv$/i, '')
    .toLowerCase()

/** The file of the form that this one is, by its name and its first line. */
function fileOf(file: SourceFile): CsvFile | null {
  const found = csvFiles.get(nameOf(file))
  if (!found || !/\.csv$/i.test(file.name)) return null
  const header = peek(file).split(/[\r\n]/, 1)[0] ?? ''
  const cells = header.split(/[,;\t]/).map((cell) => cell.replace(/["\uFEFF]/g, '').trim())
  return found.required.every((column) => cells.includes(column)) ? found : null
}

/**
 * Persons together with at least one table that says what they are. A table of persons alone is
 * read as any other table, with columns that the office may assign.
 */
export function isCsvForm(files: readonly SourceFile[]): boolean {
  const names = new Set(files.filter((file) => fileOf(file) !== null).map(nameOf))
  return names.has('persons') && names.size > 1
}

/** Reads the tables into the objects that the standard has for the same. */
export function readCsvRegister(files: readonly SourceFile[], problems: Problems): Register {
  const tables = new Map<string, readonly Part[]>()
  const [persons, others] = files.filter((file) => nameOf(file) === 'persons' && fileOf(file))
  if (others) problems.refuse('several-files', { file: others.name })
  const folder = folderOf(persons?.name ?? '')
  for (const file of files) {
    const form = folderOf(file.name) === folder ? fileOf(file) : null
    if (!form) problems.warn('file-not-listed', { file: file.name })
    else if (form.isUnused) problems.warn('extra-skipped', { file: file.name, field: nameOf(file) })
    else tables.set(nameOf(file), readTable(readCsvTable(file, problems), form, problems))
  }
  return fill(createRegister(problems, { isWhole: true }), (name) => tables.get(name) ?? [])
}

function readTable(table: CsvTable, form: CsvFile, problems: Problems): Part[] {
  for (const field of table.header) {
    if (form.members.has(field) || form.skipped.has(field)) continue
    problems.warnOnce('column-unknown', { file: table.file, line: 1, field })
  }
  const columns = new Map([...form.members].map(([column, member]) => [member, column]))
  return table.rows.map((row) => ({
    file: row.file,
    line: row.line,
    path: '',
    members: membersOf(row, form),
    columns,
  }))
}

function membersOf(row: CsvRow, { members, emails }: CsvFile): Members {
  const plain = [...members]
    .map(([column, member]) => [member, row.cell(column)] as const)
    .filter(([, cell]) => cell !== '')
  const lists = emails.flatMap(([column, type]) => {
    const value = row.cell(column)
    return value ? [{ value, type }] : []
  })
  const names = ['StaffEduPersonPrincipalName', 'StudentEduPersonPrincipalName']
    .map((column) => row.cell(column))
    .filter(Boolean)
  return {
    ...Object.fromEntries(plain),
    ...(lists.length > 0 && { emails: lists }),
    ...(names.length > 0 && { eduPersonPrincipalNames: names }),
  }
}

function fill(register: Register, rows: (name: string) => readonly Part[]): Register {
  for (const part of rows('organisations')) register.organisations.add(part)
  for (const part of rows('persons')) register.persons.add(part)
  for (const part of rows('groups')) register.groups.add(part)
  for (const part of rows('duties')) register.duties.add(part)
  for (const part of rows('enrolments')) {
    register.enrolments.push({ person: textOf(part, 'personId'), part })
  }
  for (const part of rows('groupmemberships')) {
    register.memberships.push({
      person: textOf(part, 'personId'),
      group: textOf(part, 'groupId'),
      part,
    })
  }
  addTasks(register, rows)
  return register
}

/** Work with a group: by a role in it, or by an activity that both are assigned to. */
function addTasks({ tasks }: Register, rows: (name: string) => readonly Part[]) {
  for (const part of rows('assignmentroles')) {
    const role = textOf(part, 'assignmentRoleType')
    const [duty, group] = [textOf(part, 'dutyId'), textOf(part, 'groupId')]
    tasks.push({ duty, group, role, part })
  }
  const activities = new Map(rows('activities').map((part) => [textOf(part, 'id'), part]))
  const groupsOf = new Map<string, Part[]>()
  for (const part of rows('groupassignments')) {
    const own = groupsOf.get(textOf(part, 'activityId')) ?? []
    own.push(part)
    groupsOf.set(textOf(part, 'activityId'), own)
  }
  for (const part of rows('dutyassignments')) {
    const activity = textOf(part, 'activityId')
    const known = activities.get(activity)
    const end = known && memberOf(known, 'endDate')
    const members = { ...(end !== undefined && { endDate: end }), ...part.members }
    for (const group of groupsOf.get(activity) ?? []) {
      const ends = { duty: textOf(part, 'dutyId'), group: textOf(group, 'groupId') }
      tasks.push({ ...ends, role: '', part: { ...part, members } })
    }
  }
}
