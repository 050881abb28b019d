import type { Problems } from '../../problems.ts'
import { isMembers, type Part, whereOf } from '../part.ts'

/** What the objects of SS 12000:2020 (TK450's API, with its correction of 2022) may have. */
const read = {
  person: `id meta givenName middleName familyName civicNo birthDate sex securityMarking personStatus
    emails phoneNumbers addresses enrolments responsibles eduPersonPrincipalNames _embedded`,
  group: `id meta displayName groupType startDate endDate schoolType organisation groupMemberships
    assignmentRoles _embedded`,
  duty: `id meta person personId assignmentRole assignmentRoles dutyAt dutyRole startDate endDate
    _embedded`,
  activity: `id meta displayName groups teachers startDate endDate organisation _embedded`,
  organisation: `id meta displayName organisationType schoolUnitCode`,
  enrolment: `id meta person personId enroledAt schoolYear schoolType startDate endDate cancelled`,
} as const
export type Kind = keyof typeof read

/** Part of the standard, and nothing that a school office keeps here. */
const skipped = {
  person: 'externalIdentifiers photo',
  group: '',
  duty: 'signature dutyPercent hoursPerYear description',
  activity: `activityType calendarEventsRequired comment minutesPlanned syllabus parentActivity
    parentActivities`,
  organisation: `organisationCode organisationNumber parentOrganisation schoolTypes municipalityCode
    url email phoneNumber contactInfo startDate endDate shortName`,
  enrolment: 'educationCode programme specification',
} as const satisfies Record<Kind, string>

const wordsOf = (table: Readonly<Record<Kind, string>>) =>
  new Map(Object.entries(table).map(([kind, words]) => [kind, new Set(words.split(/\s+/))]))
const readOf = wordsOf(read)
const skippedOf = wordsOf(skipped)

/** Only these would be missed: what follows from the rest is left out without a word. */
const worthTelling = new Set(['photo', 'externalIdentifiers'])

/** Tells each name once that Balie skips, over all pages together. */
export function createMemberJudge(problems: Problems) {
  const told = new Set<string>()
  return (kind: Kind, part: Part) => {
    for (const [name, value] of Object.entries(part.members)) {
      if (readOf.get(kind)?.has(name) || isEmpty(value)) continue
      const isKnown = skippedOf.get(kind)?.has(name) ?? false
      if (told.has(`${kind} ${name}`) || (isKnown && !worthTelling.has(name))) continue
      told.add(`${kind} ${name}`)
      const { file, line } = whereOf(part, name)
      const code = isKnown ? 'extra-skipped' : 'member-unknown'
      problems.warn(code, { file, line, field: `${kind}.${name}` })
    }
  }
}

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  (isMembers(value) && Object.keys(value).length === 0)

/** Resources of the standard that hold no people and no groups. */
export const otherResources = `absences attendanceevents attendances grades calendarevents
  attendanceschedules resources rooms placements studyplans programmes syllabuses
  schoolunitofferings aggregatedattendance subscriptions log statistics`.split(/\s+/)
