import { linkId } from '../../platform/ids.ts'
import type { ExportedGroup, ExportedSchool, ExportedStaff } from '../exported-school.ts'
import type { StandardId } from './standard-ids.ts'
import { dutyTerm, schoolForm } from './standard-terms.ts'

/** The one school unit. Only Sweden has skolenhetskoder; numbers of other countries are no such. */
export function organisationOf({ school, groups }: ExportedSchool) {
  const { id, name, country, registrationNumber, email, phone, website } = school
  const forms = new Set(groups.map((group) => formOfGroup(group)))
  return {
    id,
    // Wanted by the standard; when the school's own row was made says nothing of the school.
    meta: {},
    displayName: name,
    organisationType: 'Skolenhet',
    ...(country === 'se' && registrationNumber ? { schoolUnitCode: registrationNumber } : {}),
    ...(forms.size > 0 ? { schoolTypes: [...forms].sort() } : {}),
    ...(website && URL.canParse(website) ? { url: website } : {}),
    ...(email ? { email } : {}),
    ...(phone ? { phoneNumber: phone } : {}),
  }
}

type Member = {
  readonly pupilId: string
  readonly from: string | null
  readonly until: string | null
}

/** `Group` with its members; it lasts as long as its school year, as groups here do. */
export function groupWriter(
  { school, year, pupils, today }: ExportedSchool,
  standardId: StandardId,
) {
  const members = new Map<string, Member[]>()
  for (const { id: pupilId, memberships } of pupils) {
    for (const { groupId, from, until } of memberships) {
      const own = members.get(groupId) ?? []
      members.set(groupId, own)
      own.push({ pupilId, from, until })
    }
  }
  return (group: ExportedGroup) => ({
    id: standardId(group.id),
    displayName: group.fields.name,
    startDate: year?.startsOn ?? today,
    ...(year ? { endDate: year.endsOn } : {}),
    groupType: group.fields.kind === 'class' ? 'Klass' : 'Undervisning',
    schoolType: formOfGroup(group),
    organisation: { id: school.id },
    groupMemberships: (members.get(group.id) ?? []).map(({ pupilId, from, until }) => ({
      person: { id: standardId(pupilId) },
      ...(from ? { startDate: from } : {}),
      ...(until ? { endDate: until } : {}),
    })),
  })
}

/** A group of two forms, such as F-1, counts as the later. */
function formOfGroup({ fields }: ExportedGroup) {
  const forms = fields.yearGrades.map((grade) => schoolForm(grade).schoolType)
  return ['GR', 'FKLASS', 'FS'].find((form) => forms.includes(form)) ?? 'GR'
}

/**
 * `Duty` of somebody of the staff. Whoever leads a group is its Mentor; the standard's words for who
 * helps in one are professions, which Balie does not know. Since when somebody works here it does
 * not know either: the beginning of the year is as far back as this export tells.
 */
export function dutyWriter({ school, year, today }: ExportedSchool, standardId: StandardId) {
  const startDate = year?.startsOn ?? today
  return ({ id, fields, groups }: ExportedStaff) => {
    const leads = groups.filter(({ task }) => task === 'teacher')
    return {
      id: linkId('ss12000-duties', id, school.id),
      person: { id: standardId(id) },
      dutyAt: { id: school.id },
      dutyRole: dutyTerm[fields.role],
      startDate,
      ...(leads.length > 0
        ? {
            assignmentRole: leads.map(({ groupId }) => ({
              group: { id: standardId(groupId) },
              assignmentRoleType: 'Mentor',
              startDate,
            })),
          }
        : {}),
    }
  }
}
