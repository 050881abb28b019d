import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readSource } from '../../src-main/import-readers/readers.ts'
import { anImportingSchool, noSharedData, sample, undo } from './importing-school.ts'

const event = (...lines: readonly string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n')
const calendar = (...parts: readonly string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Test//', ...parts, 'END:VCALENDAR', ''].join('\r\n')

const newYear = event('UID:a', 'SUMMARY:Nieuwjaar', 'DTSTART;VALUE=DATE:20270101')

describe('an appointment of a calendar file', () => {
  it('on days ends the day after, with or without an end of its own', async () => {
    const { source } = await read(
      calendar(
        newYear,
        event(
          'UID:b',
          'SUMMARY:Herfstvakantie',
          'DTSTART;VALUE=DATE:20261017',
          'DTEND;VALUE=DATE:20261026',
        ),
        event('UID:c', 'SUMMARY:Studiedag', 'DTSTART:20261102', 'DTEND:20261102'),
        event('UID:d', 'SUMMARY:Kamp', 'DTSTART;VALUE=DATE:20260601', 'DURATION:P3D'),
      ),
    )

    assert.deepEqual(times(source), [
      ['2027-01-01', '2027-01-02', null],
      ['2026-10-17', '2026-10-26', null],
      ['2026-11-02', '2026-11-03', null],
      ['2026-06-01', '2026-06-04', null],
    ])
  })

  it('at a time is a moment in UTC, summer and winter, whoever wrote its zone', async () => {
    const at = (uid: string, start: string, ...more: readonly string[]) =>
      event(`UID:${uid}`, `SUMMARY:${uid}`, `DTSTART${start}`, ...more)

    const { source, problems } = await read(
      calendar(
        at('utc', ':20260915T140000Z', 'DTEND:20260915T150000Z'),
        at('iana', ';TZID=Europe/Stockholm:20260115T083000', 'DURATION:PT45M'),
        at('outlook', ';TZID=W. Europe Standard Time:20260715T083000'),
        at('mozilla', ';TZID=/mozilla.org/20050126_1/Europe/Brussels:20260715T083000'),
        at('floating', ':20260715T083000'),
        at('skipped hour', ';TZID=Europe/Amsterdam:20260329T023000'),
      ),
    )

    assert.deepEqual(times(source), [
      ['2026-09-15T14:00:00Z', '2026-09-15T15:00:00Z', null],
      ['2026-01-15T07:30:00Z', '2026-01-15T08:15:00Z', null],
      ['2026-07-15T06:30:00Z', '2026-07-15T06:30:00Z', null],
      ['2026-07-15T06:30:00Z', '2026-07-15T06:30:00Z', null],
      ['2026-07-15T06:30:00Z', '2026-07-15T06:30:00Z', null],
      ['2026-03-29T01:30:00Z', '2026-03-29T01:30:00Z', null],
    ])
    assert.deepEqual(problems, [])
  })

  it('in a zone that the file describes is read by that clock, and in an unknown one by the school’s, told', async () => {
    const zone = (id: string, ...offsets: readonly string[]) =>
      ['BEGIN:VTIMEZONE', `TZID:${id}`, ...offsets, 'END:VTIMEZONE'].join('\r\n')
    const standard = (offset: string) =>
      ['BEGIN:STANDARD', 'DTSTART:19701025T030000', `TZOFFSETTO:${offset}`, 'END:STANDARD'].join(
        '\r\n',
      )
    const european = [
      'BEGIN:DAYLIGHT',
      'DTSTART:19700329T020000',
      'TZOFFSETTO:+0300',
      'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3',
      'END:DAYLIGHT',
    ].join('\r\n')

    const { source, problems } = await read(
      calendar(
        zone('Helsinki-achtig', standard('+0200'), european),
        zone('Vast', standard('+0200')),
        event('UID:a', 'SUMMARY:a', 'DTSTART;TZID=Helsinki-achtig:20260715T083000'),
        event('UID:b', 'SUMMARY:b', 'DTSTART;TZID=Vast:20260715T083000'),
        event(
          'UID:c',
          'SUMMARY:c',
          'DTSTART;TZID="Onze school":20260715T083000',
          'DTEND;TZID="Onze school":20260715T093000',
        ),
      ),
    )

    assert.deepEqual(
      times(source).map(([start]) => start),
      ['2026-07-15T05:30:00Z', '2026-07-15T06:30:00Z', '2026-07-15T06:30:00Z'],
    )
    assert.deepEqual(
      problems.map(({ severity, code, field, value }) => [severity, code, field, value]),
      [['warning', 'time-zone-unknown', 'TZID', 'Onze school']],
    )
  })

  it('that repeats keeps its rule as text, its zone and what is left out', async () => {
    const { source } = await read(
      calendar(
        event(
          'UID:a',
          'SUMMARY:Gym',
          'DTSTART;TZID=Europe/Amsterdam:20260907T083000',
          'RRULE:FREQ=WEEKLY;BYDAY=MO, TH;UNTIL=20261005',
          'EXDATE;TZID=Europe/Amsterdam:20260910T083000,20260914T083000',
          'EXDATE;VALUE=DATE:20261001',
        ),
      ),
    )

    assert.deepEqual(
      source.events?.map(({ recurrence, timeZone, exceptions }) => ({
        recurrence,
        timeZone,
        exceptions,
      })),
      [
        {
          recurrence: 'FREQ=WEEKLY;BYDAY=MO,TH;UNTIL=20261005',
          timeZone: 'Europe/Amsterdam',
          exceptions: ['2026-09-10T06:30:00Z', '2026-09-14T06:30:00Z', '2026-10-01T06:30:00Z'],
        },
      ],
    )
  })

  it('that was moved or cancelled once has a key of its own, and so has an extra date', async () => {
    const { source } = await read(
      calendar(
        event(
          'UID:a',
          'SUMMARY:Gym',
          'DTSTART:20260907T083000Z',
          'DTEND:20260907T093000Z',
          'RRULE:FREQ=WEEKLY',
          'RDATE:20260908T083000Z',
          'RDATE;VALUE=PERIOD:20260909T083000Z/PT2H',
        ),
        event(
          'UID:a',
          'SUMMARY:Gym in de hal',
          'DTSTART:20260914T100000Z',
          'RECURRENCE-ID:20260914T083000Z',
        ),
        event(
          'UID:a',
          'SUMMARY:Gym',
          'DTSTART:20260921T083000Z',
          'RECURRENCE-ID:20260921T083000Z',
          'STATUS:CANCELLED',
        ),
      ),
    )

    assert.deepEqual(
      source.events?.map(({ key, endsAt, isCancelled }) => [key, endsAt, isCancelled]),
      [
        ['a', '2026-09-07T09:30:00Z', false],
        ['a 2026-09-08T08:30:00Z', '2026-09-08T09:30:00Z', false],
        ['a 2026-09-09T08:30:00Z', '2026-09-09T10:30:00Z', false],
        ['a 2026-09-14T08:30:00Z', '2026-09-14T10:00:00Z', false],
        ['a 2026-09-21T08:30:00Z', '2026-09-21T08:30:00Z', true],
      ],
    )
  })

  it('of which a time, length or rule cannot be read is left out with its line, and the others stay', async () => {
    const wrong = (uid: string, ...lines: readonly string[]) =>
      event(`UID:${uid}`, 'SUMMARY:x', ...lines)

    const { source, problems } = await read(
      calendar(
        newYear,
        wrong('b', 'DTSTART:gisteren'),
        wrong('c', 'DTSTART;VALUE=DATE:20260230'),
        wrong('d', 'DTSTART:20260907T083000Z', 'DURATION:P999999999999999999W'),
        wrong('e', 'DTSTART:20260907T083000Z', 'DTEND:20260907T073000Z'),
        wrong('f', 'DTSTART:20260907T083000Z', 'RRULE:FREQ=SOMETIMES'),
        wrong('g', 'DTSTART:20260907T083000Z', 'RRULE:FREQ=DAILY;INTERVAL=0'),
        wrong('h', 'DTSTART:20260907T083000Z', 'EXDATE:nooit'),
        wrong('i'),
      ),
    )

    assert.deepEqual(times(source), [['2027-01-01', '2027-01-02', null]])
    assert.deepEqual(
      problems.map(({ severity, code, kind, line, field }) =>
        [severity, code, kind, line, field].join(' '),
      ),
      [
        'row value-invalid events 12 DTSTART',
        'row value-invalid events 17 DTSTART',
        'row value-invalid events 23 DURATION',
        'row value-invalid events 29 DTEND',
        'row value-invalid events 35 RRULE',
        'row value-invalid events 41 RRULE',
        'row value-invalid events 47 EXDATE',
        'row value-missing events 49 DTSTART',
      ],
    )
  })

  it('is read through byte order mark, lone CR, folds and several calendars in one file', async () => {
    const folded = event(
      'UID:b',
      'SUMMARY:Luizencontrole in de klas van',
      '  Matthijs',
      'DESCRIPTION:Kom op tijd\\, liefst\\nvoor half negen',
      'DTSTART:20260910T083000Z',
    )

    const { source } = await read(
      `\uFEFF${calendar(newYear)}${calendar(folded)}`.replaceAll('\r\n', '\r'),
    )

    assert.deepEqual(
      source.events?.map(({ title, description }) => [title, description]),
      [
        ['Nieuwjaar', null],
        ['Luizencontrole in de klas van Matthijs', 'Kom op tijd, liefst\nvoor half negen'],
      ],
    )
  })

  it('that stands there twice counts as it was changed last', async () => {
    const version = (sequence: number, title: string) =>
      event('UID:a', `SEQUENCE:${sequence}`, `SUMMARY:${title}`, 'DTSTART;VALUE=DATE:20270101')

    const { source, problems } = await read(
      calendar(version(1, 'oud'), version(3, 'nieuw'), version(2, 'ouder')),
    )

    assert.deepEqual(
      source.events?.map(({ title }) => title),
      ['nieuw'],
    )
    assert.deepEqual(
      problems.map(({ code, line }) => [code, line]),
      [
        ['key-repeated', 4],
        ['key-repeated', 16],
      ],
    )
  })
})

describe('a calendar file', () => {
  it('tells once of tasks, alarms and guests, which no calendar here keeps', async () => {
    const alarm = 'BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:onzin\r\nEND:VALARM'
    const { source, problems } = await read(
      calendar(
        'BEGIN:VTODO\r\nSUMMARY:Doen\r\nEND:VTODO',
        event(
          'UID:a',
          'SUMMARY:x',
          'DTSTART;VALUE=DATE:20270101',
          'ATTENDEE:mailto:a@example.org',
          alarm,
        ),
        event(
          'UID:b',
          'SUMMARY:y',
          'DTSTART;VALUE=DATE:20270102',
          'ATTENDEE:mailto:b@example.org',
          alarm,
        ),
      ),
    )

    assert.equal(source.events?.length, 2)
    assert.deepEqual(
      problems.map(({ code, field }) => [code, field]),
      [
        ['extra-skipped', 'VTODO'],
        ['extra-skipped', 'VALARM'],
        ['extra-skipped', 'ATTENDEE'],
      ],
    )
  })

  it('without appointments is refused', async () => {
    const reading = await readSource([fileOf(calendar())])

    assert.deepEqual([reading.ok, reading.problems.map(({ code }) => code)], [false, ['no-events']])
  })

  it('that a family planner made of Parro is read without its missing fields', {
    skip: noSharedData,
  }, async () => {
    using school = anImportingSchool()

    const { preview, report } = await school.import(sample('ics/parro-like'))

    assert.deepEqual([report.counts.events.new, preview.problems], [5, []])
    assert.deepEqual(
      school
        .rows()
        .calendarEvents?.map((row) => JSON.stringify(row).includes('van Matthijs'))
        .filter(Boolean).length,
      1,
    )
  })
})

describe('importing a calendar', () => {
  it('twice changes nothing, and a moved appointment is one change', async () => {
    using school = anImportingSchool()
    await school.import({ 'agenda.ics': calendar(newYear) })
    const after = school.rows()

    const again = await school.import({ 'agenda.ics': calendar(newYear) })
    const moved = await school.import({
      'agenda.ics': calendar(newYear.replace('20270101', '20270102')),
    })

    assert.equal(again.report.counts.events.unchanged, 1)
    assert.deepEqual(
      moved.preview.lines.map(({ kind, outcome, name, changes }) => ({
        kind,
        outcome,
        name,
        changes,
      })),
      [
        {
          kind: 'events',
          outcome: 'changed',
          name: 'Nieuwjaar',
          changes: [
            { field: 'startsAt', from: '2027-01-01', to: '2027-01-02' },
            { field: 'endsAt', from: '2027-01-02', to: '2027-01-03' },
          ],
        },
      ],
    )
    await undo(school, moved.report.actionId)
    assert.deepEqual(school.rows(), after)
  })

  it('leaves what the file no longer has, and can be taken back', async () => {
    using school = anImportingSchool()
    const before = school.rows()
    const { report } = await school.import({ 'agenda.ics': calendar(newYear) })

    await school.import({ 'agenda.ics': calendar(newYear.replace('UID:a', 'UID:b')) })

    assert.equal(school.rows().calendarEvents?.length, 2)
    await undo(school, report.actionId)
    assert.equal(school.rows().calendarEvents?.length, 1)
    assert.deepEqual(before.calendarEvents, [])
  })
})

type Read = Awaited<ReturnType<typeof read>>

const times = (source: Read['source']) =>
  source.events?.map(({ startsAt, endsAt, recurrence }) => [startsAt, endsAt, recurrence]) ?? []

const fileOf = (text: string) => ({ name: 'agenda.ics', bytes: new TextEncoder().encode(text) })

async function read(text: string) {
  const reading = await readSource([fileOf(text)])
  assert(reading.ok, JSON.stringify(reading))
  return reading
}
