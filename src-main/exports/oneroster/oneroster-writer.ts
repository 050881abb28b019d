import { exportFileName } from '#shared/exports/export-file-name.ts'
import type { ExportedFile } from '#shared/exports/exports-contract.ts'
import type { Progress } from '#shared/platform/contract.ts'
import type { ExportedSchool } from '../exported-school.ts'
import type { Writer } from '../writers.ts'
import { zipFiles } from '../zip-files.ts'
import { goneRows } from './gone-rows.ts'
import { oneRosterLosses } from './oneroster-losses.ts'
import { placeRows, taskRows } from './roster-enrollments.ts'
import type { RosterFiles, RosterRow } from './roster-files.ts'
import { type RosterPart, rosterPart } from './roster-part.ts'
import { classRows, courseRows, orgRows, sessionRows } from './roster-school.ts'
import { rosterTexts } from './roster-text.ts'
import { demographicsRow, roleRows, rosterUsers } from './roster-users.ts'

/** 1EdTech OneRoster 1.2 CSV, all of the school. */
export const oneRosterWriter: Writer = aWriter('oneroster')

/** The same, with what changed since a moment and what is to be taken away. */
export const oneRosterDeltaWriter: Writer = aWriter('oneroster-delta')

function aWriter(format: 'oneroster' | 'oneroster-delta'): Writer {
  return {
    format,
    losses: ({ country }) => oneRosterLosses(country),
    // A national number has no place in a standard that goes to so many tools.
    hasNationalNumbers: false,
    takesProtected: true,
    refuses: () => null,

    *write(school, { now }) {
      const files = yield* filesOf(school)
      const name = exportFileName(format, school.today, school.school.language)
      const stamp = school.delta ? now : null
      const bytes = zipFiles(yield* rosterTexts(files, stamp))
      return { name, mediaType: 'application/zip', bytes } satisfies ExportedFile
    },
  }
}

function* filesOf(school: ExportedSchool): Generator<Progress, RosterFiles, void> {
  const part = rosterPart(school)
  const users = rosterUsers(part)
  yield { done: 0, total: 0 }
  const all: RosterFiles = {
    academicSessions: sessionRows(part),
    orgs: orgRows(part),
    courses: courseRows(part),
    classes: classRows(part, school.groups),
    users: [...users.values()].map(({ row }) => row),
    roles: [...users.values()].flatMap((user) => roleRows(part, user)),
    enrollments: [
      ...school.pupils.flatMap((pupil) => placeRows(part, pupil)),
      ...school.staff.flatMap((person) => taskRows(part, person)),
    ],
    demographics: school.pupils.map((pupil) => demographicsRow(part, pupil)),
  }
  yield { done: 0, total: 0 }
  return school.delta ? changedOnly(part, all) : all
}

/** School, year and courses always go along: they are few, and others name them. */
function changedOnly(part: RosterPart, all: RosterFiles): RosterFiles {
  const { exported } = part
  const changed = exported.delta?.changed ?? new Set<string>()
  const people = [...exported.pupils, ...exported.guardians, ...exported.staff]
  const keys = new Set(
    [...people, ...exported.groups].filter(({ id }) => changed.has(id)).map(part.keyOf),
  )
  const ofKey = ({ sourcedId }: RosterRow) => keys.has(sourcedId)
  const ofUser = ({ userSourcedId }: RosterRow) => keys.has(String(userSourcedId))
  const ofRow = ({ sourcedId }: RosterRow) => changed.has(sourcedId)
  const gone = goneRows(part, all)
  return {
    ...all,
    classes: [...all.classes.filter(ofKey), ...(gone.classes ?? [])],
    users: [...all.users.filter(ofKey), ...(gone.users ?? [])],
    roles: [...all.roles.filter(ofUser), ...(gone.roles ?? [])],
    enrollments: [...all.enrollments.filter(ofRow), ...(gone.enrollments ?? [])],
    demographics: [...all.demographics.filter(ofKey), ...(gone.demographics ?? [])],
  }
}
