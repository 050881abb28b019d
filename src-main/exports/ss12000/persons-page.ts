import { streetLine } from '#shared/families/household.ts'
import type { PersonName } from '#shared/pupils/person-name.ts'
import type { Sex } from '#shared/pupils/pupil.ts'
import type {
  ExportedGroup,
  ExportedGuardian,
  ExportedHousehold,
  ExportedPhone,
  ExportedPupil,
  ExportedSchool,
  ExportedStaff,
} from '../exported-school.ts'
import { civicNumber } from './civic-number.ts'
import type { StandardId } from './standard-ids.ts'
import { isStandardYear, markingTerm, relationTerm, schoolForm, sexTerm } from './standard-terms.ts'

/** `Person` of the standard for each kind of person; what is not known is left out, never empty. */
export function personWriter(
  { school, groups, households: homes }: ExportedSchool,
  standardId: StandardId,
) {
  const households = new Map(homes.map((household) => [household.id, household]))
  const yearOf = yearReader(groups)

  return {
    ofPupil(pupil: ExportedPupil) {
      const { id, fields, protectionLevel, residences, phones, guardians } = pupil
      const home = residences.find(({ isMain }) => isMain) ?? residences[0]
      return {
        ...basics(standardId(id), fields),
        ...civicNumber(fields),
        // The standard has whole days alone.
        ...(fields.birthDate?.length === 10 ? { birthDate: fields.birthDate } : {}),
        sex: sexTerm[fields.sex],
        securityMarking: markingTerm[protectionLevel],
        ...emails(fields.email, 'Skola elev'),
        ...phoneNumbers(phones),
        ...addresses(home && households.get(home.householdId)),
        enrolments: enrolmentsOf(pupil, school.id, yearOf(pupil)),
        responsibles: guardians.map(({ guardianId, relation, authority }) => ({
          person: { id: standardId(guardianId) },
          relationType: relationTerm(relation, authority),
        })),
      }
    },

    ofGuardian({ id, fields, householdId, phones }: ExportedGuardian) {
      return {
        ...basics(standardId(id), fields),
        ...sexOf(fields.sex),
        ...emails(fields.email, 'Privat'),
        ...phoneNumbers(phones),
        ...addresses(householdId ? households.get(householdId) : undefined),
      }
    },

    ofStaff: ({ id, fields }: ExportedStaff) => ({
      ...basics(standardId(id), fields),
      ...emails(fields.email, 'Skola personal'),
    }),
  }
}

const basics = (id: string, { firstName, prefix, lastName }: PersonName) => ({
  id,
  givenName: firstName,
  familyName: [prefix, lastName].filter(Boolean).join(' '),
})

const sexOf = (sex: Sex) => (sex === 'unknown' ? {} : { sex: sexTerm[sex] })

const emails = (value: string | null, type: 'Privat' | 'Skola elev' | 'Skola personal') =>
  value ? { emails: [{ value, type }] } : {}

const phoneTypes = {
  mobile: { mobile: true },
  home: { type: 'Hem', mobile: false },
  work: { type: 'Arbete', mobile: false },
  other: { mobile: false },
} as const

const phoneNumbers = (phones: readonly ExportedPhone[]) =>
  phones.length > 0
    ? { phoneNumbers: phones.map(({ kind, number }) => ({ number, ...phoneTypes[kind] })) }
    : {}

function addresses(household: ExportedHousehold | undefined) {
  if (!household) return {}
  const { postcode, town, addressCountry, mailingAddress } = household.fields
  const home = known({
    streetAddress: streetLine(household.fields),
    postalCode: postcode,
    locality: town,
    country: addressCountry,
  })
  const all = [
    ...(Object.keys(home).length > 0 ? [{ type: 'Folkbokföring', ...home }] : []),
    ...(mailingAddress ? [{ type: 'Postadress', streetAddress: mailingAddress }] : []),
  ]
  return all.length > 0 ? { addresses: all } : {}
}

const known = (fields: Readonly<Record<string, string | null>>) =>
  Object.fromEntries(Object.entries(fields).filter(([, text]) => text))

/** The pupil's own year, else the one of a class that has only one. */
function yearReader(groups: readonly ExportedGroup[]) {
  const classes = new Map(
    groups.flatMap(({ id, fields: { kind, yearGrades } }) =>
      kind === 'class' ? [[id, yearGrades] as const] : [],
    ),
  )
  return ({ fields, memberships }: ExportedPupil) => {
    if (isStandardYear(fields.yearGrade)) return fields.yearGrade
    const [only, ...others] = memberships.flatMap(({ groupId }) => classes.get(groupId) ?? [])
    return only && others.length === 0 ? only : fields.yearGrade
  }
}

/**
 * The last time at school, if its first day is known: the standard wants it, and a guess would become
 * a fact at the receiver's. Earlier times had a year that nobody wrote down, which it wants too.
 */
function enrolmentsOf({ enrolments }: ExportedPupil, schoolId: string, yearGrade: string | null) {
  const last = enrolments.findLast(({ startsOn }) => startsOn !== null)
  if (!last) return []
  const { startsOn, endsOn } = last
  return [
    {
      enroledAt: { id: schoolId },
      ...schoolForm(yearGrade),
      startDate: startsOn,
      ...(endsOn ? { endDate: endsOn } : {}),
    },
  ]
}
