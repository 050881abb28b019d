import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { describe, it } from 'node:test'
import ICAL from 'ical.js'
import type { FileEvent } from '#shared/calendar/file/file-event.ts'
import { fileDaysOff, fileEventOf } from '#shared/calendar/file/file-events.ts'
import { writeCalendar } from '#shared/calendar/file/write-calendar.ts'
import { Day } from '#shared/platform/day.ts'

const changedAt = '2026-11-22T10:15:30.000Z'

const anEvent = (wanted: Partial<FileEvent> = {}): FileEvent => ({
  uid: 'a@balie',
  changedAt,
  title: 'Schoolreis',
  description: null,
  location: null,
  startsAt: '2027-05-20T06:30:00Z',
  endsAt: '2027-05-20T14:00:00Z',
  timeZone: 'Europe/Amsterdam',
  recurrence: null,
  exceptions: [],
  insteadOf: null,
  isCancelled: false,
  category: 'excursie',
  ...wanted,
})

/** Everything that a reader may stumble over. */
const all: readonly FileEvent[] = [
  fileDaysOff(
    {
      id: 'b',
      name: 'Herfstvakantie',
      startsOn: Day.parse('2026-10-17'),
      endsOn: Day.parse('2026-10-25'),
    },
    { changedAt, category: 'vakantie' },
  ),
  anEvent(),
  anEvent({
    uid: 'c@balie',
    title: 'Ouders; koffie, thee & \\ "koek"\nom half negen',
    description: `${'Välkommen till öppet hus på skolan – ta med matsäck. '.repeat(8)}🎒${'é'.repeat(200)}`,
    location: 'Aula\r\n2e verdieping\u0007',
    isCancelled: true,
  }),
  anEvent({
    uid: 'd',
    title: 'Gym',
    startsAt: '2026-09-07T06:30:00Z',
    endsAt: '2026-09-07T07:30:00Z',
    recurrence: 'FREQ=WEEKLY;COUNT=10',
    exceptions: ['2026-10-19T06:30:00Z', '2026-10-26T07:30:00Z'],
  }),
  anEvent({
    uid: 'd',
    title: 'Gym in de hal',
    insteadOf: '2026-09-14T06:30:00Z',
    startsAt: '2026-09-15T06:30:00Z',
    endsAt: '2026-09-15T07:30:00Z',
  }),
]
const text = writeCalendar({ name: 'Agenda De Linde', timeZone: 'Europe/Amsterdam', events: all })

describe('a calendar file', () => {
  it('has lines of at most 75 bytes that end in CR LF, and no control characters', () => {
    const lines = text.split('\r\n')

    assert.equal(lines.pop(), '')
    assert.deepEqual(
      lines.filter((line) => Buffer.byteLength(line) > 75),
      [],
    )
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are looked for.
    assert.doesNotMatch(text.replaceAll('\r\n', ''), /[\u0000-\u001f\u007f]/)
    // A character is never cut in two.
    assert.doesNotMatch(text, /\ufffd/)
  })

  it('has what RFC 5545 asks of each part, each once', () => {
    const parts = new ICAL.Component(ICAL.parse(text))
    const counts = parts
      .getAllSubcomponents('vevent')
      .map((part) =>
        ['uid', 'dtstamp', 'dtstart', 'dtend', 'summary', 'sequence', 'status']
          .map((name) => part.getAllProperties(name).length)
          .join(''),
      )

    assert.equal(parts.getFirstPropertyValue('version'), '2.0')
    assert.equal(parts.getAllProperties('prodid').length, 1)
    assert.deepEqual(new Set(counts), new Set(['1111111']))
    assert.match(text, /DTSTAMP:20261122T101530Z\r\n/)
  })

  it('says whole days as days, the end not included, and moments in UTC', () => {
    assert.match(text, /DTSTART;VALUE=DATE:20261017\r\nDTEND;VALUE=DATE:20261026\r\n/)
    assert.match(text, /DTSTART:20270520T063000Z\r\nDTEND:20270520T140000Z\r\n/)
  })

  it('repeats by the clock of its zone, with that zone’s rules, and leaves out what is left out', () => {
    const parts = new ICAL.Component(ICAL.parse(text))
    const [zone] = parts.getAllSubcomponents('vtimezone')
    assert(zone)
    ICAL.TimezoneService.register(new ICAL.Timezone(zone))
    const gym = parts
      .getAllSubcomponents('vevent')
      .find((part) => part.getFirstPropertyValue('summary') === 'Gym')
    assert(gym)
    const moved = parts
      .getAllSubcomponents('vevent')
      .filter((part) => part.hasProperty('recurrence-id'))
    const event = new ICAL.Event(gym, { exceptions: moved })
    const iterator = event.iterator()
    const starts: string[] = []
    for (let next = iterator.next(); next; next = iterator.next()) {
      const { startDate } = event.getOccurrenceDetails(next)
      starts.push(startDate.toJSDate().toISOString().slice(0, 16))
    }

    assert.equal(zone.getFirstPropertyValue('tzid'), 'Europe/Amsterdam')
    assert.deepEqual(starts, [
      '2026-09-07T06:30',
      '2026-09-15T06:30',
      '2026-09-21T06:30',
      '2026-09-28T06:30',
      '2026-10-05T06:30',
      '2026-10-12T06:30',
      '2026-11-02T07:30',
      '2026-11-09T07:30',
    ])
  })

  it('gives every text back as it was', () => {
    const parts = new ICAL.Component(ICAL.parse(text))
    const open = parts
      .getAllSubcomponents('vevent')
      .find((part) => part.getFirstPropertyValue('uid') === 'c@balie')

    assert.deepEqual(
      ['summary', 'description', 'location', 'status'].map((name) =>
        open?.getFirstPropertyValue(name),
      ),
      [all[2]?.title, all[2]?.description, 'Aula\n2e verdieping ', 'CANCELLED'],
    )
  })

  it('counts changes upwards', () => {
    const sequence = (at: string) =>
      Number(
        /SEQUENCE:(\d+)/.exec(
          writeCalendar({ name: '', timeZone: 'UTC', events: [anEvent({ changedAt: at })] }),
        )?.[1],
      )

    assert(sequence('2026-11-22T10:15:31.000Z') > sequence(changedAt))
    assert(sequence('2087-01-01T00:00:00.000Z') < 2 ** 31)
  })

  it('knows a moved occurrence by the key of a file', () => {
    const row = {
      id: 'x',
      title: '',
      description: null,
      location: null,
      startsAt: '2026-09-15',
      endsAt: '2026-09-16',
      timeZone: null,
      recurrence: null,
      exceptions: [],
      isCancelled: false,
    }
    const keys = new Set(['a b', 'a b 2026-09-14', 'c 2026-09-14', 'balie:e'])
    const named = [...keys].map((key) => {
      const { uid, insteadOf } = fileEventOf({ ...row, key }, keys, { changedAt, category: null })
      return [uid, insteadOf]
    })

    assert.deepEqual(named, [
      ['a b', null],
      ['a b', '2026-09-14'],
      ['c 2026-09-14', null],
      ['e@balie', null],
    ])
  })

  const python = '/usr/bin/python3'
  const hasReader =
    existsSync(python) && existsSync('/usr/lib/python3/dist-packages/icalendar/__init__.py')

  it('is read by python3-icalendar', { skip: !hasReader && 'not installed' }, () => {
    const script = `
import sys, json, icalendar
calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
events = calendar.walk('VEVENT')
errors = [str(e) for part in calendar.walk() for e in part.errors]
print(json.dumps([errors, [str(e['SUMMARY']) for e in events], [str(e.decoded('DTSTART')) for e in events]]))`
    const answer = execFileSync(python, ['-c', script], { input: text, encoding: 'utf8' })

    assert.deepEqual(JSON.parse(answer), [
      [],
      all.map(({ title }) => title),
      [
        '2026-10-17',
        '2027-05-20 06:30:00+00:00',
        '2027-05-20 06:30:00+00:00',
        '2026-09-07 08:30:00+02:00',
        '2026-09-15 08:30:00+02:00',
      ],
    ])
  })
})
