import {
  type Consent,
  ConsentId,
  type ConsentPurpose,
  consentPurposes,
} from '#shared/consents/consent.ts'
import type { GuardianId } from '#shared/families/guardian.ts'
import { addDays, type Day } from '#shared/platform/day.ts'
import type { Making } from '../making.ts'
import type { SettledFamily } from './family-rows.ts'
import type { Place } from './places.ts'

/** How many of a hundred guardians say yes. */
const yesOf: Record<ConsentPurpose, number> = {
  'photo-internal': 94,
  'photo-website': 72,
  'photo-social-media': 48,
  'photo-press': 55,
  'class-list-name': 96,
  'class-list-contact': 78,
  'share-next-school': 90,
}

/** Answers of a family's guardians: granted, refused, changed later, at odds, or never asked. */
export function addConsents(making: Making, family: SettledFamily, askedOn: Day) {
  const { random } = making
  for (const place of family.members) {
    const isAsked = place.status === 'current' || place.status === 'former'
    if (!isAsked || random.chance(0.08)) continue
    answer(making, family, place, askedOn)
  }
}

function answer(making: Making, family: SettledFamily, place: Place, askedOn: Day) {
  const { random, today, profile, rows } = making
  const [first, second] = family.guardians
  if (!first) return
  // One form a family is the habit; separated guardians each get their own.
  const givers = [first.guardian.id]
  if (second && family.kind === 'separated') givers.push(second.guardian.id)
  const givenOn = earliest(addDays(askedOn, random.below(25)), today)

  for (const purpose of consentPurposes) {
    const granted = family.protection === 0 && random.chance(yesOf[purpose] / 100)
    givers.forEach((giver, index) => {
      const disagrees = index > 0 && random.chance(0.2)
      const row = consent(making, {
        place,
        giver,
        purpose,
        givenOn,
        granted: granted !== disagrees,
      })
      rows.consents.push(row)
      if (!random.chance(0.04) || family.protection > 0) return
      const changedOn = earliest(addDays(givenOn, random.between(10, 60)), today)
      const changed = consent(making, {
        place,
        giver,
        purpose,
        givenOn: changedOn,
        granted: !row.granted,
      })
      rows.consents.push({ ...changed, note: profile.words.consentNote })
    })
  }
}

type Answer = {
  readonly place: Place
  readonly giver: GuardianId
  readonly purpose: ConsentPurpose
  readonly givenOn: Day
  readonly granted: boolean
}

function consent({ newId, rows, year }: Making, given: Answer): Consent {
  const { place, giver, purpose, givenOn, granted } = given
  // A later row is a later moment, also on one day.
  const second = String(rows.consents.length % 60).padStart(2, '0')
  const minute = String(Math.floor(rows.consents.length / 60) % 60).padStart(2, '0')
  const hour = String(8 + (Math.floor(rows.consents.length / 3600) % 10)).padStart(2, '0')
  return {
    id: ConsentId.parse(newId()),
    pupilId: place.id,
    guardianId: giver,
    purpose,
    granted,
    givenOn,
    version: `${year}-1`,
    note: null,
    recordedAt: `${givenOn}T${hour}:${minute}:${second}.000Z`,
  }
}

function earliest(a: Day, b: Day) {
  return a < b ? a : b
}
