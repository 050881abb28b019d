import type { Files } from './importing-school.ts'

type Json = Readonly<Record<string, unknown>>

/** A page as the API of SS 12000 answers it. */
export const page = (...data: readonly Json[]) => JSON.stringify({ data, pageToken: null }, null, 1)

/** Pages by resource, as files of that name. */
export const pagesOf = (resources: Readonly<Record<string, readonly Json[]>>): Files =>
  Object.fromEntries(
    Object.entries(resources).map(([name, data]) => [`${name}.json`, page(...data)]),
  )

export const ref = (id: string) => ({ id })

/** The school that all of them go to; `aPupil` is enrolled there. */
export const school = {
  id: 'skola',
  displayName: 'Kustskolan',
  organisationType: 'Skolenhet',
  schoolUnitCode: '12345678',
}

export const enrolled = {
  enroledAt: ref('skola'),
  schoolType: 'GR',
  schoolYear: 4,
  startDate: '2022-08-15',
}

/** A person who goes to the school; `more` goes over it. */
export const aPupil = (id: string, more: Json = {}): Json => ({
  id,
  givenName: id,
  familyName: 'Åkesson',
  birthDate: '2016-03-04',
  enrolments: [enrolled],
  ...more,
})

export const anAdult = (id: string, more: Json = {}): Json => ({
  id,
  givenName: id,
  familyName: 'Åkesson',
  ...more,
})

export const aKlass = (id: string, members: readonly string[], more: Json = {}): Json => ({
  id,
  displayName: `Klass ${id}`,
  groupType: 'Klass',
  organisation: ref('skola'),
  groupMemberships: members.map((person) => ({ person: ref(person), startDate: '2026-08-17' })),
  ...more,
})

export const atHome = (streetAddress: string, more: Json = {}) => ({
  type: 'Folkbokföring',
  streetAddress,
  postalCode: '98131',
  locality: 'Kiruna',
  ...more,
})

export const responsible = (id: string, relationType: string) => ({ person: ref(id), relationType })
