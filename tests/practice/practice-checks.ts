import { consentPurposes, standingConsent } from '#shared/consents/consent.ts'
import type { Day } from '#shared/platform/day.ts'
import { statusOn } from '#shared/pupils/pupil.ts'
import { missingFields } from '#shared/pupils/required-fields.ts'
import { linkId } from '../../src-main/platform/ids.ts'
import type { PracticeRows } from '../../src-main/practice/practice-rows.ts'

export function currentPupils(rows: PracticeRows, today: Day) {
  const enrolments = Map.groupBy(rows.enrolments, ({ pupilId }) => pupilId)
  return rows.pupils.filter(({ id }) => statusOn(today, enrolments.get(id) ?? []) === 'current')
}

/** What is missing of each current pupil of whom something is, as text and sorted. */
export function gapsOf(rows: PracticeRows, today: Day) {
  const links = Map.groupBy(rows.guardianLinks, ({ pupilId }) => pupilId)
  const phones = Map.groupBy(rows.phones, ({ ownerId }) => ownerId)
  const residences = Map.groupBy(rows.residences, ({ pupilId }) => pupilId)
  const households = new Map(rows.households.map((household) => [household.id, household]))
  const grouped = new Set(
    rows.memberships.filter(({ until }) => !until || until >= today).map(({ pupilId }) => pupilId),
  )
  return currentPupils(rows, today)
    .map((pupil) =>
      missingFields({
        pupil,
        status: 'current',
        isInClass: grouped.has(pupil.id),
        households: (residences.get(pupil.id) ?? []).flatMap(({ householdId }) => {
          const household = households.get(householdId)
          return household ? [{ household }] : []
        }),
        guardians: (links.get(pupil.id) ?? []).map((link) => ({
          link,
          phones: phones.get(link.guardianId) ?? [],
        })),
      }),
    )
    .filter((missing) => missing.length > 0)
    .map(String)
    .toSorted()
}

/** Rows that point nowhere, or whose id is not the one made of what they tie. */
export function strayLinks(rows: PracticeRows) {
  const ids = (list: readonly { readonly id: string }[]) => new Set(list.map(({ id }) => id))
  const pupils = ids(rows.pupils)
  const guardians = ids(rows.guardians)
  const groups = ids(rows.groups)
  const owners = ids([...rows.guardians, ...rows.households, ...rows.contacts])
  const checks: readonly (readonly [string, readonly boolean[]])[] = [
    ['schoolYears', rows.groups.map(({ schoolYearId }) => ids(rows.schoolYears).has(schoolYearId))],
    ['phones', rows.phones.map(({ ownerId }) => owners.has(ownerId))],
    ['enrolments', rows.enrolments.map(({ pupilId }) => pupils.has(pupilId))],
    ['medicals', rows.medicals.map(({ id }) => pupils.has(id))],
    ['photos', rows.photos.map(({ id }) => pupils.has(id))],
    [
      'consents',
      rows.consents.map(({ pupilId, guardianId }) => {
        return pupils.has(pupilId) && guardianId !== null && guardians.has(guardianId)
      }),
    ],
    ['memberships', linked(rows.memberships, 'memberships', 'pupilId', 'groupId', pupils, groups)],
    [
      'guardianLinks',
      linked(rows.guardianLinks, 'guardianLinks', 'pupilId', 'guardianId', pupils, guardians),
    ],
    [
      'contactLinks',
      linked(rows.contactLinks, 'contactLinks', 'pupilId', 'contactId', pupils, ids(rows.contacts)),
    ],
    [
      'residences',
      linked(rows.residences, 'residences', 'pupilId', 'householdId', pupils, ids(rows.households)),
    ],
    [
      'groupStaff',
      linked(rows.groupStaff, 'groupStaff', 'groupId', 'staffId', groups, ids(rows.staff)),
    ],
  ]
  return checks.filter(([, right]) => right.includes(false)).map(([name]) => name)
}

function linked<A extends string, B extends string>(
  list: readonly ({ readonly id: string } & Record<A | B, string>)[],
  table: string,
  from: A,
  to: B,
  known: ReadonlySet<string>,
  others: ReadonlySet<string>,
) {
  return list.map(
    (row) =>
      known.has(row[from]) && others.has(row[to]) && row.id === linkId(table, row[from], row[to]),
  )
}

export function shareWithSiblings(rows: PracticeRows) {
  const links = Map.groupBy(rows.guardianLinks, ({ guardianId }) => guardianId)
  const families = [...links.values()].map((each) => each.map(({ pupilId }) => pupilId))
  const siblings = new Set(families.filter((children) => children.length > 1).flat())
  return siblings.size / rows.pupils.length
}

export function consentStandings(rows: PracticeRows) {
  const answers = Map.groupBy(rows.consents, ({ pupilId }) => pupilId)
  const standings = rows.pupils.flatMap(({ id }) =>
    consentPurposes.map((purpose) => standingConsent(purpose, answers.get(id) ?? [])),
  )
  return [...new Set(standings)].toSorted()
}

export function largestClass(rows: PracticeRows) {
  const sizes = Map.groupBy(
    rows.memberships.filter(({ until }) => !until),
    ({ groupId }) => groupId,
  )
  return Math.max(...[...sizes.values()].map(({ length }) => length))
}
