import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Country, countries } from '#shared/platform/language.ts'
import { checkNationalNumber } from '#shared/pupils/national-number.ts'
import { testBsns } from '../../src-main/practice/countries/safe-numbers.ts'
import { plannedGaps } from '../../src-main/practice/people/special-cases.ts'
import { makePracticeSchool } from '../../src-main/practice/practice-school.ts'
import { day, monday } from '../builders/school.ts'
import {
  consentStandings,
  currentPupils,
  gapsOf,
  largestClass,
  shareWithSiblings,
  strayLinks,
} from './practice-checks.ts'

const usual = (country: Country) =>
  makePracticeSchool({ country, pupils: null, seed: 1, today: monday })
const schools = { nl: usual('nl'), be: usual('be'), se: usual('se') }

describe('a practice school', () => {
  it('has as many pupils as a usual school of the country', () => {
    const counts = countries.map((country) => currentPupils(schools[country], monday).length)

    assert.deepEqual(counts, [221, 240, 260])
  })

  it('has as many pupils as asked for, in classes that are not too full', () => {
    for (const pupils of [30, 223, 1000]) {
      const rows = makePracticeSchool({ country: 'nl', pupils, seed: 5, today: monday })

      assert.equal(currentPupils(rows, monday).length, pupils)
      assert.ok(largestClass(rows) <= 25)
    }
  })

  it('is the same again for the same seed, and another for another', () => {
    assert.deepEqual(usual('nl'), schools.nl)
    const other = makePracticeSchool({ country: 'nl', pupils: null, seed: 2, today: monday })
    assert.notDeepEqual(other.pupils, schools.nl.pupils)
  })

  it('has a year that runs today, whatever day it is', () => {
    for (const today of ['2026-08-01', '2026-12-31', '2027-07-31'] as const) {
      const rows = makePracticeSchool({ country: 'nl', pupils: 60, seed: 3, today: day(today) })
      const running = rows.schoolYears.filter(
        (year) => year.startsOn <= today && year.endsOn >= today,
      )

      assert.equal(running.length, 1)
      assert.equal(currentPupils(rows, day(today)).length, 60)
    }
  })

  it('ties every row to rows that are there, with the ids that two desks would agree on', () => {
    for (const country of countries) assert.deepEqual(strayLinks(schools[country]), [])
  })

  it('lacks required fields of pupils only where that is meant', () => {
    for (const country of countries) {
      assert.deepEqual(gapsOf(schools[country], monday), plannedGaps.map(String).toSorted())
    }
  })

  it('gives brothers and sisters to about 45 of 100 pupils', () => {
    for (const country of countries) {
      const share = shareWithSiblings(schools[country])

      assert.ok(share > 0.42 && share < 0.48, `${country} ${share}`)
    }
  })

  it('shows every kind of protection, family and answer', () => {
    for (const country of countries) {
      const rows = schools[country]
      const levels = new Set(rows.pupils.map(({ protectionLevel }) => protectionLevel))
      const authorities = new Set(rows.guardianLinks.map(({ authority }) => authority))
      const relations = new Set(rows.guardianLinks.map(({ relation }) => relation))

      assert.deepEqual([...levels].toSorted(), [0, 1, 2, 3])
      assert.equal(authorities.size, 6)
      assert.ok(
        ['step-parent', 'foster-parent', 'legal-guardian', 'grandparent'].every((each) =>
          [...relations].some((relation) => relation === each),
        ),
      )
      assert.equal(
        new Set(rows.guardianLinks.filter((link) => link.noContact).map((link) => link.guardianId))
          .size,
        1,
      )
      assert.deepEqual(consentStandings(rows), ['granted', 'refused', 'unknown'])
    }
  })

  it('keeps protected pupils out of pictures and gives the higher levels an alias', () => {
    for (const country of countries) {
      const { pupils, photos } = schools[country]
      const pictured = new Set<string>(photos.map(({ id }) => id))
      const hidden = pupils.filter(({ protectionLevel }) => protectionLevel > 0)

      assert.ok(hidden.every(({ id }) => !pictured.has(id)))
      assert.ok(
        hidden.every(({ protectionLevel, alias }) => protectionLevel >= 2 === Boolean(alias)),
      )
      assert.ok(photos.every(({ dataUrl }) => dataUrl.length < 6000))
    }
  })
})

describe('the numbers of a practice school', () => {
  it('are national numbers that pass their check and belong to nobody', () => {
    const safe: Record<Country, (number: string) => boolean> = {
      nl: (number) => testBsns.some((bsn) => bsn === number),
      be: (number) => ['000', '999'].includes(number.slice(6, 9)),
      se: (number) => ['238', '239'].includes(number.slice(9, 12)),
    }
    for (const country of countries) {
      const given = schools[country].pupils.flatMap((pupil) => pupil.nationalNumber ?? [])

      assert.ok(given.length >= 9)
      assert.equal(new Set(given).size, given.length)
      assert.ok(given.every((number) => checkNationalNumber(number, country, null).isValid))
      assert.ok(given.every(safe[country]))
    }
  })

  it('are phone numbers that ring nowhere', () => {
    const safe: Record<Country, RegExp> = {
      nl: /^\+31(60\d{7}|3450\d{5})$/,
      be: /^\+32(4000\d{5}|150\d{5})$/,
      se: /^\+46(701740(60[5-9]|6[1-9]\d)|313900[6]\d\d|4062804\d\d|846500[4]\d\d)$/,
    }
    for (const country of countries) {
      const { phones, schools: own } = schools[country]
      const numbers = [
        ...phones.map(({ number }) => number),
        ...own.flatMap(({ phone }) => phone ?? []),
      ]

      assert.deepEqual(
        numbers.filter((number) => !safe[country].test(number)),
        [],
      )
    }
  })

  it('are mail addresses under names that nobody can register', () => {
    for (const country of countries) {
      const { guardians, staff } = schools[country]
      const emails = [...guardians, ...staff].flatMap(({ email }) => email ?? [])

      assert.ok(
        emails.every((email) => /^[a-z0-9.]+@(example\.org|voorbeeld\.example)$/.test(email)),
      )
    }
  })
})
