import { type Day, PartialDay } from '#shared/platform/day.ts'
import { initialsOf } from '#shared/pupils/person-name.ts'
import { EnrolmentId, type Pupil } from '#shared/pupils/pupil.ts'
import { linkId } from '../../platform/ids.ts'
import type { Making } from '../making.ts'
import type { Classes } from './classes.ts'
import { borneBy, pickFamilyName } from './family-names.ts'
import type { SettledFamily } from './family-rows.ts'
import type { Place } from './places.ts'

/** The pupils of one family, with their time at school so far. */
export function addPupils(making: Making, classes: Classes, family: SettledFamily) {
  const takenNames = new Set<string>()
  for (const place of family.members) {
    const pupil = makePupil(making, family, place, takenNames)
    making.rows.pupils.push(pupil)
    addEnrolment(making, place)
    addMemberships(making, classes, place)
  }
}

function makePupil(
  making: Making,
  family: SettledFamily,
  place: Place,
  takenNames: Set<string>,
): Pupil {
  const { rows, random, profile } = making
  const { names, protection } = family
  const given = place.sex === 'female' ? names.girls : names.boys
  const free = given.filter((name) => !takenNames.has(name))
  const firstName = random.pick(free)
  takenNames.add(firstName)
  const second = random.chance(0.5) ? ` ${random.pick(given)}` : ''
  const officialNames = firstName + (second.trim() === firstName ? '' : second)
  const alias = pickFamilyName(names, random)
  const isFromElsewhere = names.languages.length > 0 && random.chance(0.2)
  return {
    id: place.id,
    firstName,
    officialNames,
    initials: initialsOf(officialNames),
    ...borneBy(family.name, place.sex, names),
    sex: place.sex,
    birthDate: PartialDay.parse(place.birthDate),
    birthPlace: random.chance(0.9) ? random.pick(profile.towns).name : null,
    nationalNumber: null,
    nationalNumberKind: null,
    pupilNumber: place.status === 'applicant' ? null : pupilNumber(place, rows.pupils.length + 1),
    homeLanguages: [...names.languages.slice(0, 1 + random.below(2)), profile.homeLanguage],
    nationality: isFromElsewhere ? null : profile.nationality,
    email: null,
    yearGrade: place.status === 'current' || place.status === 'former' ? place.grade : null,
    note: random.chance(0.04) ? random.pick(profile.words.pupilNotes) : null,
    protectionLevel: protection,
    alias:
      protection >= 2
        ? [random.pick(given), alias.prefix, alias.lastName].filter(Boolean).join(' ')
        : null,
    protectionAgreement: protection > 0 ? (profile.words.agreements[protection - 1] ?? null) : null,
    mergedInto: null,
  }
}

/** The year of starting and a counter: `24-0117`. */
function pupilNumber({ startsOn }: Place, n: number) {
  return `${startsOn?.slice(2, 4)}-${String(n).padStart(4, '0')}`
}

function addEnrolment({ rows, random, profile, newId }: Making, place: Place) {
  const { words, grades } = profile
  const hasFinished = place.status === 'former' && place.grade === grades.at(-1)
  const otherSchool = random.pick(words.otherSchools)
  rows.enrolments.push({
    id: EnrolmentId.parse(newId()),
    pupilId: place.id,
    appliedOn: place.appliedOn,
    startsOn: place.startsOn,
    endsOn: place.endsOn,
    endReason: place.endsOn ? (hasFinished ? words.finished : words.moved) : null,
    fromSchool: place.isTransfer ? otherSchool : null,
    toSchool: place.endsOn ? (hasFinished ? random.pick(words.nextSchools) : otherSchool) : null,
  })
}

function addMemberships(
  { rows, random, profile, pupilCount }: Making,
  classes: Classes,
  place: Place,
) {
  const { now, last, startsOn, endsOn } = place
  if (last && startsOn) {
    const from = later(startsOn, classes.lastStartsOn)
    const until = endsOn ?? classes.lastEndsOn
    rows.memberships.push({ ...member(place, last.group.id), from, until })
  }
  if (!now || !startsOn) return
  const from = later(startsOn, classes.startsOn)
  rows.memberships.push({ ...member(place, now.group.id), from, until: null })
  if (
    profile.gradesOfSet.grades.includes(place.grade) &&
    random.chance(Math.min(0.12, 26 / pupilCount))
  ) {
    rows.memberships.push({ ...member(place, classes.set.id), from, until: null })
  }
}

function member({ id: pupilId }: Place, groupId: Classes['set']['id']) {
  return { id: linkId('memberships', pupilId, groupId), pupilId, groupId }
}

/**
 * National numbers for as many pupils as the safe range allows; a number is given once, so the
 * second child of one birth date and sex stays without.
 */
export function giveNationalNumbers({ rows, profile }: Making, places: ReadonlyMap<string, Place>) {
  const { kind, make } = profile.nationalNumber
  const given = new Set<string>()
  rows.pupils.forEach((pupil, index) => {
    const place = places.get(pupil.id)
    if (!place || pupil.protectionLevel > 0) return
    const nationalNumber = make(given.size, place.birthDate, place.sex)
    if (!nationalNumber || given.has(nationalNumber)) return
    given.add(nationalNumber)
    rows.pupils[index] = { ...pupil, nationalNumber, nationalNumberKind: kind }
  })
}

function later(a: Day, b: Day) {
  return a > b ? a : b
}
