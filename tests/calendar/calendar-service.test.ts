import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Day } from '#shared/platform/day.ts'
import { anImportingSchool, type ImportingSchool } from '../imports/importing-school.ts'

const event = (...lines: readonly string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n')

async function bring(school: ImportingSchool, ...events: readonly string[]) {
  const text = ['BEGIN:VCALENDAR', 'VERSION:2.0', ...events, 'END:VCALENDAR'].join('\r\n')
  await school.import({ 'agenda.ics': text })
}

async function list(school: ImportingSchool, from: string, until: string) {
  const page = await school.calendar.list({ from: Day.parse(from), until: Day.parse(until) })
  return page.occurrences.map(({ title, startsAt, endsAt, isCancelled }) =>
    [title, startsAt, endsAt, ...(isCancelled ? ['cancelled'] : [])].join(' '),
  )
}

describe('the calendar of some days', () => {
  it('has what takes place on them, by the clock of the school, and what still goes on', async () => {
    using school = anImportingSchool()
    await bring(
      school,
      event(
        'UID:a',
        'SUMMARY:Vakantie',
        'DTSTART;VALUE=DATE:20261017',
        'DTEND;VALUE=DATE:20261026',
      ),
      event('UID:b', 'SUMMARY:Nacht', 'DTSTART:20261019T220000Z', 'DTEND:20261019T230000Z'),
      event('UID:c', 'SUMMARY:Avond', 'DTSTART:20261020T210000Z', 'DTEND:20261020T230000Z'),
      event('UID:d', 'SUMMARY:Morgen', 'DTSTART:20261020T220000Z'),
      event('UID:e', 'SUMMARY:Voorbij', 'DTSTART;VALUE=DATE:20261019'),
    )

    assert.deepEqual(await list(school, '2026-10-20', '2026-10-20'), [
      'Vakantie 2026-10-17 2026-10-26',
      'Nacht 2026-10-19T22:00:00Z 2026-10-19T23:00:00Z',
      'Avond 2026-10-20T21:00:00Z 2026-10-20T23:00:00Z',
    ])
  })

  it('has every time of what repeats, at the same hour in summer and winter', async () => {
    using school = anImportingSchool()
    await bring(
      school,
      event(
        'UID:a',
        'SUMMARY:Gym',
        'DTSTART;TZID=Europe/Amsterdam:20260907T083000',
        'DURATION:PT1H',
        'RRULE:FREQ=WEEKLY',
      ),
    )

    assert.deepEqual(await list(school, '2026-10-19', '2026-10-31'), [
      'Gym 2026-10-19T06:30:00Z 2026-10-19T07:30:00Z',
      'Gym 2026-10-26T07:30:00Z 2026-10-26T08:30:00Z',
    ])
  })

  it('leaves out what was left out, shows the moved one where it is now, and ends with the last day', async () => {
    using school = anImportingSchool()
    await bring(
      school,
      event(
        'UID:a',
        'SUMMARY:Gym',
        'DTSTART;VALUE=DATE:20260907',
        'RRULE:FREQ=WEEKLY;BYDAY=MO;UNTIL=20261005',
        'EXDATE;VALUE=DATE:20260921',
      ),
      event(
        'UID:a',
        'SUMMARY:Gym in de hal',
        'DTSTART;VALUE=DATE:20260915',
        'RECURRENCE-ID;VALUE=DATE:20260914',
      ),
      event(
        'UID:a',
        'SUMMARY:Gym',
        'STATUS:CANCELLED',
        'DTSTART;VALUE=DATE:20260928',
        'RECURRENCE-ID;VALUE=DATE:20260928',
      ),
    )

    assert.deepEqual(await list(school, '2026-09-01', '2026-12-31'), [
      'Gym 2026-09-07 2026-09-08',
      'Gym in de hal 2026-09-15 2026-09-16',
      'Gym 2026-09-28 2026-09-29 cancelled',
      'Gym 2026-10-05 2026-10-06',
    ])
  })

  it('answers in time whatever a rule asks for, and says when there is more', async () => {
    using school = anImportingSchool()
    const rules = [
      'FREQ=SECONDLY',
      'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
      'FREQ=DAILY;BYHOUR=1,2,3;BYSECOND=1,2,3',
    ]
    const daily = Array.from({ length: 20 }, (_, n) =>
      event(`UID:d${n}`, `SUMMARY:d${n}`, 'DTSTART;VALUE=DATE:20200101', 'RRULE:FREQ=DAILY'),
    )
    await bring(
      school,
      ...rules.map((rule, n) =>
        event(`UID:${n}`, `SUMMARY:${n}`, 'DTSTART:19900101T083000Z', `RRULE:${rule}`),
      ),
      ...daily,
    )
    const started = performance.now()

    const page = await school.calendar.list({
      from: Day.parse('2026-01-01'),
      until: Day.parse('2026-12-31'),
    })

    assert.deepEqual([page.occurrences.length, page.isCut], [5000, true])
    assert(performance.now() - started < 5000)
  })

  it('is asked for a year at most', async () => {
    using school = anImportingSchool()

    await assert.rejects(
      school.calendar.list({ from: Day.parse('2026-01-01'), until: Day.parse('2028-01-01') }),
    )
  })
})
