import type { PhoneKind } from '#shared/families/contact.ts'
import { streetLine } from '#shared/families/household.ts'
import { displayName, type PersonName } from '#shared/pupils/person-name.ts'
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
import type { CardLine } from './card-lines.ts'

/** A role is what Balie reads again; its word is what an address book shows as a category. */
type Role = 'pupil' | 'guardian' | 'staff'
export type RoleWords = Readonly<Record<Role, string>>

/** The cards of one school: what each kind of person's card says. */
export function peopleCards(school: ExportedSchool, words: RoleWords) {
  const pupils = new Map(school.pupils.map((pupil) => [pupil.id, pupil]))
  const households = new Map(school.households.map((household) => [household.id, household]))
  const groups = new Map(school.groups.map((group) => [group.id, group]))
  const groupsOf = (ties: readonly { readonly groupId: string }[]) =>
    ties.flatMap(({ groupId }) => groups.get(groupId) ?? [])

  return {
    ofPupil(pupil: ExportedPupil): CardLine[] {
      const { id, fields, residences, phones } = pupil
      const members = groupsOf(pupil.memberships)
      const home = residences.find(({ isMain }) => isMain) ?? residences[0]
      return [
        ...nameLines(fields, moreNames(fields)),
        ...detailLines({ ...fields, phones }),
        // Half a date is no date to an address book of version 3.
        ...(fields.birthDate?.length === 10 ? [line('BDAY', fields.birthDate)] : []),
        ...addressLines(home && households.get(home.householdId)),
        ...ownLines(id, 'pupil', members, words),
      ]
    },

    ofGuardian(guardian: ExportedGuardian): CardLine[] {
      const { id, fields, householdId, phones } = guardian
      return [
        ...nameLines(fields, ''),
        ...detailLines({ ...fields, phones }),
        ...addressLines(householdId ? households.get(householdId) : undefined),
        ...ownLines(id, 'guardian', [], words),
        ...childLines(pupils, guardian),
      ]
    },

    ofStaff({ id, fields, groups: tasks }: ExportedStaff): CardLine[] {
      return [
        ...nameLines(fields, ''),
        ...detailLines({ ...fields, sex: 'unknown', phones: [] }),
        ...ownLines(id, 'staff', groupsOf(tasks), words),
      ]
    },
  }
}

const line = (name: string, text: string, types: readonly string[] = []): CardLine => ({
  name,
  types,
  parts: [text],
})

function nameLines(person: PersonName, more: string): CardLine[] {
  const family = [person.prefix, person.lastName].filter(Boolean).join(' ')
  return [
    { name: 'N', parts: [family, person.firstName, more, '', ''] },
    line('FN', displayName(person)),
  ]
}

/** `Maria` of `Anna Maria`, for whom is called Anna; the names of an Annie have no place. */
function moreNames({ firstName, officialNames }: ExportedPupil['fields']) {
  const starts = `${firstName} `
  return officialNames?.startsWith(starts) ? officialNames.slice(starts.length) : ''
}

/** Version 3 has no GENDER of its own; this is how address books write it there. */
const genders = { female: 'F', male: 'M', other: 'O' } as const

type Details = {
  readonly sex: Sex
  readonly email: string | null
  readonly phones: readonly ExportedPhone[]
}

function detailLines({ sex, email, phones }: Details): CardLine[] {
  return [
    ...phones.map(({ kind, number }, index) =>
      line('TEL', number, [...phoneTypes[kind], ...(index === 0 ? ['PREF'] : [])]),
    ),
    ...(email ? [line('EMAIL', email, ['INTERNET'])] : []),
    ...(sex === 'unknown' ? [] : [line('X-GENDER', genders[sex])]),
  ]
}

const phoneTypes: Readonly<Record<PhoneKind, readonly string[]>> = {
  mobile: ['CELL'],
  home: ['HOME', 'VOICE'],
  work: ['WORK', 'VOICE'],
  other: ['VOICE'],
}

function addressLines(household: ExportedHousehold | undefined): CardLine[] {
  if (!household) return []
  const { postcode, town, addressCountry } = household.fields
  const parts = [streetLine(household.fields), town, null, postcode, addressCountry]
  if (parts.every((part) => !part)) return []
  return [{ name: 'ADR', types: ['HOME'], parts: ['', '', ...parts.map((part) => part ?? '')] }]
}

/** What Balie itself reads again, and an address book shows only as categories. */
function ownLines(
  id: string,
  role: Role,
  groups: readonly ExportedGroup[],
  words: RoleWords,
): CardLine[] {
  return [
    { name: 'CATEGORIES', parts: [words[role], ...groups.map(({ fields }) => fields.name)] },
    line('UID', id),
    line('X-BALIE-ROLE', role),
    line('X-BALIE-KEY', id),
    ...groups.map(({ fields }) =>
      line('X-BALIE-GROUP', fields.name, fields.kind === 'set' ? ['set'] : []),
    ),
  ]
}

/** One line per child, with what this guardian is to it. */
function childLines(pupils: ReadonlyMap<string, ExportedPupil>, guardian: ExportedGuardian) {
  return guardian.pupilIds.flatMap((pupilId) => {
    const ties = pupils.get(pupilId)?.guardians ?? []
    const tie = ties.find(({ guardianId }) => guardianId === guardian.id)
    return tie ? [line('X-BALIE-CHILD', pupilId, [tie.relation])] : []
  })
}
