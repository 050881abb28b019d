import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { HolidayRegion } from '#shared/school-days/holiday-proposal.ts'
import { knownUntil, proposedFor } from '#shared/school-days/presets/holiday-proposals.ts'
import { day } from './a-school-year.ts'

const year = (from: number) => ({
  startsOn: day(`${from}-08-01`),
  endsOn: day(`${from + 1}-07-31`),
})

const holidays = (region: HolidayRegion, from: number) =>
  proposedFor(region, year(from), 'nl')
    .filter(({ kind }) => kind === 'holiday')
    .map(({ name, startsOn, endsOn, doubt }) =>
      [name, startsOn, endsOn, ...(doubt ? [doubt] : [])].join(' '),
    )

describe('the proposed holidays', () => {
  it('are those of the region in the Netherlands, and say where the data look wrong', () => {
    assert.deepEqual(holidays('NL-ZU', 2026), [
      'Zomervakantie 2026-07-11 2026-08-23',
      'Herfstvakantie 2026-10-17 2026-10-25',
      'Kerstvakantie 2026-12-19 2027-01-03',
      // The published week is 13 to 21 February.
      'Voorjaarsvakantie 2027-02-13 2027-03-21 too-long',
      'Meivakantie 2027-04-24 2027-05-02',
      'Zomervakantie 2027-07-24 2027-09-05',
    ])
  })

  it('are in Flanders those of the rule of 17 April 1991', () => {
    // domain.md 3.4, computed from the rule.
    const byRule = {
      2025: '2025-10-27 2025-11-02, 2025-12-22 2026-01-04, 2026-02-16 2026-02-22, 2026-04-06 2026-04-19',
      2026: '2026-11-02 2026-11-08, 2026-12-21 2027-01-03, 2027-02-08 2027-02-14, 2027-03-29 2027-04-11',
      2027: '2027-11-01 2027-11-07, 2027-12-27 2028-01-09, 2028-02-28 2028-03-05, 2028-04-03 2028-04-17',
      2028: '2028-10-30 2028-11-05, 2028-12-25 2029-01-07, 2029-02-12 2029-02-18, 2029-04-02 2029-04-15',
    }

    const found = Object.keys(byRule).map((from) =>
      proposedFor('BE-NL', year(Number(from)), 'nl-BE')
        .filter(({ kind, name }) => kind === 'holiday' && name !== 'Zomervakantie')
        .map(({ startsOn, endsOn }) => `${startsOn} ${endsOn}`)
        .join(', '),
    )

    assert.deepEqual(found, Object.values(byRule))
  })

  it('are in Sweden only what is usual, in the week of the region', () => {
    const found = proposedFor('SE-9', year(2026), 'sv').map(({ name, startsOn, doubt }) =>
      [name, startsOn, doubt].join(' '),
    )

    assert.deepEqual(
      found.filter((line) => line.endsWith('usual')),
      ['Höstlov 2026-10-26 usual', 'Sportlov 2027-03-01 usual', 'Påsklov 2027-03-22 usual'],
    )
    assert(found.includes('Långfredagen 2027-03-26 '))
  })

  it('hold public holidays on weekdays, in English where that is read, and doubt what not all have', () => {
    const found = proposedFor('NL-NO', year(2026), 'en')
      .filter(({ kind }) => kind === 'public-holiday')
      .map(({ name, startsOn, doubt }) => [name, startsOn, ...(doubt ? [doubt] : [])].join(' '))

    assert.deepEqual(found, [
      'Christmas Day 2026-12-25',
      'New Year’s Day 2027-01-01',
      'Good Friday 2027-03-26 not-everywhere',
      'Easter Monday 2027-03-29',
      'King’s Day 2027-04-27',
      'Liberation Day 2027-05-05 not-everywhere',
      'Ascension Day 2027-05-06',
      'Whit Monday 2027-05-17',
    ])
  })

  it('say until when the data go', () => {
    assert.deepEqual((['NL-MI', 'BE-NL', 'SE-7'] as const).map(knownUntil), [
      '2030-08-25',
      '2029-08-31',
      null,
    ])
  })
})
