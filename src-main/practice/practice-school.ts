import { addDays, type Day } from '#shared/platform/day.ts'
import { type Country, languageOfCountry } from '#shared/platform/language.ts'
import { SchoolId, timeZoneOfCountry } from '#shared/school/school.ts'
import type { CountryProfile } from './countries/country-profile.ts'
import { flanders } from './countries/flanders.ts'
import { netherlands } from './countries/netherlands.ts'
import { sweden } from './countries/sweden.ts'
import { type Making, startMaking } from './making.ts'
import { addAbsences } from './people/absence-rows.ts'
import { addAccounts } from './people/account-rows.ts'
import { addCalendar } from './people/calendar-rows.ts'
import { type Classes, makeClasses } from './people/classes.ts'
import { addConsents } from './people/consent-rows.ts'
import { addContacts, addSharedContacts } from './people/contact-rows.ts'
import { addCounted } from './people/counted-rows.ts'
import { makeFamilies } from './people/families.ts'
import { type SettledFamily, settleFamily } from './people/family-rows.ts'
import { addLeave } from './people/leave-rows.ts'
import { addMeetings } from './people/meeting-rows.ts'
import { makePlaces, type Place } from './people/places.ts'
import { addPupils, giveNationalNumbers } from './people/pupil-rows.ts'
import { addRequests } from './people/request-rows.ts'
import { addDuplicate, leaveGaps } from './people/special-cases.ts'
import { addStaff } from './people/staff-rows.ts'
import { drawPortrait } from './portraits/portrait.ts'
import type { PracticeRows } from './practice-rows.ts'

export type PracticeWish = {
  readonly country: Country
  /** Current pupils; null for as many as a usual school of the country has. */
  readonly pupils: number | null
  readonly seed: number
  readonly today: Day
}

const profiles: Record<Country, CountryProfile> = { nl: netherlands, be: flanders, se: sweden }

/** Drawing 5,000 faces would take longer than making the whole school. */
const mostPortraits = 500

/** A whole school that could be real and is not; the same wish always makes the same rows. */
export function makePracticeSchool({ country, pupils, seed, today }: PracticeWish): PracticeRows {
  const profile = profiles[country]
  const usual = profile.classes.reduce((sum, { size }) => sum + size, 0)
  const making = startMaking({ profile, today, seed, pupilCount: pupils ?? usual })

  addSchool(making, country)
  const classes = makeClasses(making)
  addStaff(making, classes)
  addCalendar(making, classes, country)
  const places = makePlaces(making, classes)
  const families = addFamilies(making, classes, places)
  giveNationalNumbers(making, new Map(places.map((place) => [place.id, place])))
  addMedicals(making)
  if (making.pupilCount <= mostPortraits) addPortraits(making)
  leaveGaps(making, families)
  addDuplicate(making, families)
  addAbsences(making, classes, country)
  addCounted(making, classes, country)
  addLeave(making, classes, country)
  addAccounts(making)
  addRequests(making)
  addMeetings(making, country)
  return making.rows
}

function addSchool({ rows, profile, newId }: Making, country: Country) {
  const id = SchoolId.parse(newId())
  const { school } = profile
  rows.schools.push({
    id,
    ...school,
    country,
    language: languageOfCountry[country],
    town: school.place,
    phone: profile.landline(0),
    email: 'info@example.org',
    website: 'https://school.example',
    timeZone: timeZoneOfCountry[country],
    idleLockMinutes: 10,
    keepsNationalNumber: true,
  })
}

function addFamilies(making: Making, classes: Classes, places: readonly Place[]): SettledFamily[] {
  const shared = addSharedContacts(making)
  const askedOn = addDays(classes.startsOn, 14)
  return makeFamilies(making, places).map((family) => {
    const settled = settleFamily(making, family)
    addPupils(making, classes, settled)
    addContacts(making, shared, settled)
    addConsents(making, settled, askedOn)
    return settled
  })
}

/** One in seven has something that somebody at school must know. */
function addMedicals({ rows, random, profile }: Making) {
  for (const { id } of rows.pupils) {
    if (random.chance(1 / 7)) rows.medicals.push({ id, ...random.pick(profile.medicals) })
  }
}

/** Most current pupils have had their picture taken; protected ones never. */
function addPortraits({ rows, random }: Making) {
  const current = new Set(
    rows.memberships.filter(({ until }) => !until).map(({ pupilId }) => pupilId),
  )
  for (const { id, sex, protectionLevel } of rows.pupils) {
    if (!current.has(id) || protectionLevel > 0 || random.chance(0.25)) continue
    rows.photos.push({ id, dataUrl: drawPortrait(random, sex === 'female' ? 'female' : 'male') })
  }
}
