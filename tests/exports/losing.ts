import type { ComparableSchool } from './comparable-school.ts'

type Away = (school: ComparableSchool) => void
type Pupil = ComparableSchool['pupils'][number]
export type Guardian = Pupil['guardians'][number]['guardian']
type Home = NonNullable<Guardian['home']>
export type Phone = Pupil['phones'][number]
type Place = Pupil['memberships'][number]

type FieldsOf = {
  readonly pupil: Pupil['fields']
  readonly guardian: Guardian['fields']
  readonly tie: Pupil['guardians'][number]['tie']
  readonly home: Home['fields']
  readonly group: ComparableSchool['groups'][number]['fields']
  readonly staff: ComparableSchool['staff'][number]['fields']
}

const listOf: {
  readonly [Kind in keyof FieldsOf]: (school: ComparableSchool) => readonly FieldsOf[Kind][]
} = {
  pupil: ({ pupils }) => pupils.map(({ fields }) => fields),
  guardian: (school) => guardiansOf(school).map(({ fields }) => fields),
  tie: ({ pupils }) => pupils.flatMap(({ guardians }) => guardians.map(({ tie }) => tie)),
  home: (school) => homesOf(school).map(({ fields }) => fields),
  group: ({ groups }) => groups.map(({ fields }) => fields),
  staff: ({ staff }) => staff.map(({ fields }) => fields),
}

/** A row's fields while something is taken away from them. */
type Loose<Fields> = { -readonly [Name in keyof Fields]: Fields[Name] }

export const each =
  <Kind extends keyof FieldsOf>(
    kind: Kind,
    change: (fields: Loose<FieldsOf[Kind]>) => void,
  ): Away =>
  (school) => {
    for (const fields of listOf[kind](school)) change(fields)
  }

/** One field, for everybody the same. */
export const lose =
  <Kind extends keyof FieldsOf, Field extends keyof FieldsOf[Kind]>(
    kind: Kind,
    field: Field,
    value: FieldsOf[Kind][Field],
  ): Away =>
  (school) => {
    for (const fields of listOf[kind](school)) Object.assign(fields, { [field]: value })
  }

type Named = { prefix: string | null; lastName: string }

/** A prefix of at least so many letters goes with the last name. */
export const joinPrefix = (least: number) => (fields: Named) => {
  if (!fields.prefix || fields.prefix.length < least) return
  fields.lastName = `${fields.prefix} ${fields.lastName}`
  fields.prefix = null
}

export const guardiansOf = ({ pupils }: ComparableSchool) =>
  pupils.flatMap(({ guardians }) => guardians.map(({ guardian }) => guardian))

export const homesOf = (school: ComparableSchool): Home[] =>
  [
    ...guardiansOf(school).map(({ home }) => home),
    ...school.pupils.flatMap(({ residences }) => residences.map(({ home }) => home)),
    ...school.households.map(({ home }) => home),
  ].flatMap((home) => home ?? [])

/** The first mobile and the first other number. */
export const onePhone = (phones: readonly Phone[]) =>
  phones.filter((phone) => phones.find((other) => isMobile(other) === isMobile(phone)) === phone)

const isMobile = ({ kind }: Phone) => kind === 'mobile'

export const eachGuardian =
  (change: (guardian: Guardian) => void): Away =>
  (school) => {
    for (const guardian of guardiansOf(school)) change(guardian)
  }

export const eachHome =
  (change: (home: Home) => void): Away =>
  (school) => {
    for (const home of homesOf(school)) change(home)
  }

export const eachPhoneList =
  (change: (phones: Phone[]) => void): Away =>
  (school) => {
    for (const { phones } of school.pupils) change(phones)
    for (const { phones } of guardiansOf(school)) change(phones)
    for (const { phones } of homesOf(school)) change(phones)
  }

export const eachPhone = (change: (phone: Loose<Phone>) => void): Away =>
  eachPhoneList((phones) => {
    for (const phone of phones) change(phone)
  })

export const onlyPlaces =
  (isKept: (place: Place, places: readonly Place[]) => boolean): Away =>
  ({ pupils }) => {
    for (const pupil of pupils) {
      pupil.memberships = pupil.memberships.filter((place) => isKept(place, pupil.memberships))
    }
  }

export const isClass = ({ group }: { readonly group: Pick<Place['group'], 'kind'> }) =>
  group.kind === 'class'
