import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readSource } from '../../src-main/import-readers/readers.ts'

// What damaged and real files have shown to be wrong once, each as small as it can be.

const read = (name: string, content: string) =>
  readSource([{ name, bytes: new TextEncoder().encode(content) }])

describe('what a file has once shown to be wrong', () => {
  it('is an extra date with a length, in a zone between quotes: one appointment and not two', async () => {
    const calendar = [
      ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'BEGIN:VEVENT', 'UID:1', 'SUMMARY:Overleg'],
      'DTSTART;TZID="Europe/Amsterdam";VALUE=DATE-TIME:20260907T160000',
      'RDATE;TZID="Europe/Amsterdam";VALUE=PERIOD:20260914T160000/20260914T163000',
      ...['END:VEVENT', 'END:VCALENDAR', ''],
    ].join('\r\n')

    const reading = await read('k.ics', calendar)

    assert.deepEqual(
      reading.ok && reading.source.events?.map(({ startsAt, endsAt }) => [startsAt, endsAt]),
      [
        ['2026-09-07T14:00:00Z', '2026-09-07T14:00:00Z'],
        ['2026-09-14T14:00:00Z', '2026-09-14T14:30:00Z'],
      ],
    )
  })

  it('is a long cell without a space, which took a second of looking for an address in it', async () => {
    const cell = 'a'.repeat(30_000)
    const rows = Array.from({ length: 40 }, () => `Noor;Bakker;${cell}`)
    const start = performance.now()

    await read('l.csv', ['Roepnaam;Achternaam;E-mail ouder 1', ...rows].join('\n'))

    // It took a minute; a busy machine may take a second.
    assert(performance.now() - start < 10_000)
  })
})
