import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { describe, it } from 'node:test'
import { feedIdOf, feedSecret } from '#shared/calendar/calendar-feed.ts'
import type { EventFields } from '#shared/calendar/event-fields.ts'
import { newSecret } from '../../src-renderer/calendar/feeds/new-secret.ts'
import { aSchool, day, numbered } from '../builders/school.ts'

const trip = {
  kind: 'trip' as const,
  audience: 'school' as const,
  groupIds: null,
  isPublished: true,
  title: 'Schoolreis <b>',
  description: null,
  location: 'Efteling',
  startsOn: '2027-05-20',
  endsOn: '2027-05-20',
  startsAt: '08:30',
  endsAt: '16:00',
  isCancelled: false,
}
const saved = (
  school: ReturnType<typeof aSchool>,
  wanted: Partial<Record<keyof EventFields, unknown>> = {},
) => school.call('calendar.save', { id: null, fields: { ...trip, ...wanted } })
const period = { from: day('2027-05-01'), until: day('2027-05-31') }

describe('an appointment of the school’s own', () => {
  it('is kept by the clock of the school, changed and taken away', async () => {
    using school = aSchool()
    const made = await school.calendar.save({ id: null, fields: trip })
    assert(made.ok)
    const id = made.value

    const [first] = (await school.calendar.list(period)).occurrences
    await school.calendar.save({ id, fields: { ...trip, startsAt: null, endsAt: null } })
    const [second] = (await school.calendar.list(period)).occurrences
    await school.calendar.remove({ id })

    assert.deepEqual(
      [first?.startsAt, first?.endsAt, second?.startsAt, second?.endsAt],
      ['2027-05-20T06:30:00Z', '2027-05-20T14:00:00Z', '2027-05-20', '2027-05-21'],
    )
    assert.deepEqual((await school.calendar.list(period)).occurrences, [])
  })

  it('is never for guardians when it is for the staff, and needs a group when it is for groups', async () => {
    using school = aSchool()
    await saved(school, { audience: 'staff' })

    const [occurrence] = (await school.calendar.list(period)).occurrences

    assert.equal(occurrence?.isPublished, false)
    await assert.rejects(saved(school, { audience: 'groups' }))
    await assert.rejects(saved(school, { audience: 'groups', groupIds: [] }))
    await assert.rejects(saved(school, { endsAt: '08:00' }))
    await assert.rejects(saved(school, { endsAt: null }))
    await assert.rejects(saved(school, { endsOn: '2027-05-19' }))
  })

  it('is a file for other calendars, with the days off, without what is for the staff', async () => {
    using school = aSchool()
    const year = { name: '2026-2027', startsOn: '2026-08-01', endsOn: '2027-07-31' }
    await school.groups.saveYear({ id: null, fields: year })
    const dayOff = { kind: 'study-day' as const, name: 'Studiedag', startsOn: '2027-05-07' }
    const whole = { endsOn: '2027-05-07', part: 'all' as const, hours: null, groupIds: null }
    await school.schoolDays.saveException({ id: null, fields: { ...dayOff, ...whole } })
    await saved(school)
    await saved(school, { audience: 'staff', title: 'Teamoverleg' })

    const { text } = await school.calendar.file({ period, groupId: null, withStaff: false })

    assert.deepEqual(
      text.match(/SUMMARY:.*/g)?.map((line) => line.trim()),
      ['SUMMARY:Studiedag', 'SUMMARY:Schoolreis <b>'],
    )
  })

  it('stands on paper as text', async () => {
    using school = aSchool()
    await saved(school)

    const from = day('2027-05-01')
    const [month, year] = await Promise.all(
      (['month', 'year'] as const).map((kind) =>
        school.calendar.paper({ kind, from, groupId: null }),
      ),
    )

    assert.match(month?.html ?? '', /08:30 Schoolreis &lt;b&gt;/)
    assert.match(year?.html ?? '', /Schoolreis &lt;b&gt;/)
    assert.equal(year?.html.match(/<caption>/g)?.length, 12)
    assert.equal(month?.title, 'Agenda · mei 2027')
  })

  it('is the office’s to write', async () => {
    using school = aSchool()
    school.become('teacher')

    await assert.rejects(saved(school))
  })
})

describe('an address for calendar programs', () => {
  it('has a secret from which desk and portal make the same row', async () => {
    using school = aSchool()
    const { secret, id } = await newSecret()
    const digest = createHash('sha256').update(secret).digest()

    const answer = await school.calendar.makeFeed({ id, name: 'Website', groupIds: null })

    assert.match(secret, feedSecret)
    assert.equal(id, feedIdOf(digest))
    assert.equal(answer.ok, true)
  })

  it('is listed until it is withdrawn', async () => {
    using school = aSchool()
    const id = numbered(77)
    await school.calendar.makeFeed({ id, name: 'Website', groupIds: null })

    const names = (await school.calendar.feeds({})).map(({ name }) => name)
    await school.calendar.withdrawFeed({ id })

    assert.deepEqual(names, ['Website'])
    assert.deepEqual(await school.calendar.feeds({}), [])
    assert.deepEqual(await school.calendar.withdrawFeed({ id: numbered(78) }), {
      ok: false,
      refusal: 'feed.not-found',
    })
  })
})
