import type { GuardianLink } from '#shared/families/guardian.ts'
import type { Household, Residence } from '#shared/families/household.ts'
import { displayName } from '#shared/pupils/person-name.ts'
import {
  guardianLinks,
  guardians,
  households,
  residences,
} from '../../src-main/families/families-table.ts'
import { pupils } from '../../src-main/pupils/pupils-table.ts'
import type { ImportingSchool } from './importing-school.ts'

export const linksOf = (school: ImportingSchool): GuardianLink[] =>
  school.database.read.select().from(guardianLinks).all()

/** Each pupil's family in one line: `Noor Bakker: mother Els Bakker | Kerkstraat 1, Utrecht (main, with Els Bakker)`. */
export function familiesOf(school: ImportingSchool): string[] {
  const { read } = school.database
  const people = read.select().from(guardians).all()
  const homes: Household[] = read.select().from(households).all()
  const stays: Residence[] = read.select().from(residences).all()
  return read
    .select()
    .from(pupils)
    .all()
    .map((pupil) => {
      const tied = linksOf(school)
        .filter(({ pupilId: id }) => id === pupil.id)
        .toSorted((a, b) => a.contactOrder - b.contactOrder)
        .map(({ relation, guardianId }) => {
          const guardian = people.find(({ id }) => id === guardianId)
          return `${relation} ${guardian && displayName(guardian)}`
        })
      const lived = stays
        .filter(({ pupilId: id }) => id === pupil.id)
        .toSorted((a, b) => Number(b.isMain) - Number(a.isMain))
        .map((stay) => homeOf(stay, homes, people))
      return [`${displayName(pupil)}: ${tied.join(', ')}`, ...lived].join(' | ')
    })
    .sort()
}

type Person = Parameters<typeof displayName>[0] & { readonly householdId: string | null }

function homeOf(
  { householdId, isMain }: Residence,
  homes: readonly Household[],
  people: readonly Person[],
) {
  const home = homes.find(({ id }) => id === householdId)
  const there = people
    .filter((each) => each.householdId === householdId)
    .map(displayName)
    .sort()
    .join(' and ')
  const street = [home?.street, home?.houseNumber, home?.houseNumberAddition]
    .filter(Boolean)
    .join(' ')
  return `${street}, ${home?.postcode} ${home?.town} (${isMain ? 'main' : 'other'}, with ${there})`
}
