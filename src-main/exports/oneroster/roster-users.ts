import { inCallingOrder } from '../calling-order.ts'
import { keyOfSource } from '../export-keys.ts'
import type {
  ExportedGuardian,
  ExportedPupil,
  ExportedRecord,
  ExportedStaff,
} from '../exported-school.ts'
import type { RosterRow } from './roster-files.ts'
import { nameCells, phoneCells } from './roster-names.ts'
import type { RosterPart } from './roster-part.ts'

type Role = {
  readonly role: string
  readonly beginDate?: string | null
  readonly endDate?: string | null
}

export type RosterUser = { readonly row: RosterRow; readonly roles: readonly Role[] }

/** Users by key: a teacher whose own child is at school may be one user with two roles. */
export function rosterUsers(part: RosterPart): ReadonlyMap<string, RosterUser> {
  const { pupils, staff } = part.exported
  const users = new Map<string, RosterUser>()
  const names = new Set<string>()
  const parentIds = parentsOf(pupils)
  const all = [
    ...pupils.map((each) => pupilUser(part, each)),
    ...staff.map((each) => staffUser(part, each)),
    ...inCallingOrder(part.exported).map((each) =>
      guardianUser(part, each, parentIds.has(each.id)),
    ),
  ]
  for (const { row, roles } of all) {
    const known = users.get(row.sourcedId)
    const username = known?.row.username ?? freeName(row, names)
    const agents = [known?.row.agentSourcedIds, row.agentSourcedIds].filter(Boolean).join(',')
    users.set(row.sourcedId, {
      row: { ...row, ...known?.row, username, agentSourcedIds: agents },
      roles: [...(known?.roles ?? []), ...roles],
    })
  }
  return users
}

/** An address that is nobody else's user name, else the key. */
function freeName({ username, sourcedId }: RosterRow, taken: Set<string>) {
  const wanted = String(username ?? '').toLowerCase()
  if (wanted === '' || taken.has(wanted)) return sourcedId
  taken.add(wanted)
  return username
}

function pupilUser(part: RosterPart, pupil: ExportedPupil): RosterUser {
  const { fields, guardians, enrolments, phones } = pupil
  const stay = enrolments.findLast(({ startsOn }) => startsOn) ?? enrolments.at(-1)
  const row = {
    ...ownCells(part, pupil),
    ...nameCells(fields),
    ...phoneCells(phones),
    enabledUser: true,
    username: fields.email,
    identifier: fields.pupilNumber,
    email: fields.email,
    agentSourcedIds: guardians.map(({ guardianId }) => part.keyOfId(guardianId)).join(','),
    grades: fields.yearGrade,
  }
  return {
    row,
    roles: [{ role: 'student', beginDate: stay?.startsOn ?? null, endDate: stay?.endsOn ?? null }],
  }
}

function guardianUser(part: RosterPart, guardian: ExportedGuardian, isParent: boolean): RosterUser {
  const { fields, phones, pupilIds } = guardian
  const row = {
    ...ownCells(part, guardian),
    ...nameCells(fields),
    ...phoneCells(phones),
    enabledUser: true,
    username: fields.email,
    email: fields.email,
    agentSourcedIds: pupilIds.map(part.keyOfId).join(','),
  }
  return { row, roles: [{ role: isParent ? 'parent' : 'guardian' }] }
}

const parents: ReadonlySet<string> = new Set(['mother', 'father', 'parent'])

/** A role is the person's and not the tie's: whoever is parent of one child is a parent. */
const parentsOf = (pupils: readonly ExportedPupil[]) =>
  new Set(
    pupils
      .flatMap(({ guardians }) => guardians.filter(({ relation }) => parents.has(relation)))
      .map(({ guardianId }) => guardianId),
  )

const rolesOfStaff = {
  office: 'siteAdministrator',
  principal: 'principal',
  teacher: 'teacher',
  ict: 'systemAdministrator',
} as const

/** Who does nothing but help in groups is an aide; no password is ever written. */
function staffUser(part: RosterPart, person: ExportedStaff): RosterUser {
  const { fields, groups } = person
  const isAide = groups.length > 0 && groups.every(({ task }) => task === 'assistant')
  const row = {
    ...ownCells(part, person),
    ...nameCells(fields),
    enabledUser: fields.isActive,
    username: fields.userName,
    email: fields.email,
  }
  return { row, roles: [{ role: isAide ? 'aide' : rolesOfStaff[fields.role] }] }
}

/** ECK iDs go where Dutch suppliers look for them. */
function ownCells({ keyOf, org }: RosterPart, record: ExportedRecord) {
  const master = keyOfSource(record, 'eckid') ?? keyOfSource(record, 'user-master-identifier')
  return { sourcedId: keyOf(record), userMasterIdentifier: master, primaryOrgSourcedId: org }
}

export function roleRows({ org }: RosterPart, { row, roles }: RosterUser): RosterRow[] {
  return roles.map(({ role, beginDate = null, endDate = null }, index) => ({
    sourcedId: `${row.sourcedId}-${role}`,
    userSourcedId: row.sourcedId,
    roleType: index === 0 ? 'primary' : 'secondary',
    role,
    beginDate,
    endDate,
    orgSourcedId: org,
  }))
}

const sexes = { female: 'female', male: 'male', other: 'other', unknown: 'unspecified' } as const

/** Birth and sex, and nothing of the standard's American questions. */
export function demographicsRow({ keyOf }: RosterPart, pupil: ExportedPupil): RosterRow {
  const { birthDate, sex, birthPlace } = pupil.fields
  return {
    sourcedId: keyOf(pupil),
    birthDate: birthDate?.length === 10 ? birthDate : null,
    sex: sexes[sex],
    cityOfBirth: birthPlace,
  }
}
