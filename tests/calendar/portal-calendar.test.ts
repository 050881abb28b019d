import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import ICAL from 'ical.js'
import { feedIdOf } from '#shared/calendar/calendar-feed.ts'
import { aBrowser, type TestBrowser } from '../portal/test-browser.ts'
import { openTestPglite } from '../portal/test-databases.ts'
import { aSchoolWithFamily, linkIn, password, type TestSchool } from '../portal/test-school.ts'

const group3 = '0197c000-0000-7000-8000-0000000000c3'
const group8 = '0197c000-0000-7000-8000-0000000000c8'

const event = (id: string, title: string, wanted: object = {}) => ({
  id: `0197c000-0000-7000-8000-0000000000e${id}`,
  key: `balie:${id}`,
  title,
  description: null,
  location: null,
  startsAt: '2026-12-17T16:30:00Z',
  endsAt: '2026-12-17T18:00:00Z',
  timeZone: 'Europe/Amsterdam',
  recurrence: null,
  exceptions: '[]',
  isCancelled: 0,
  kind: 'celebration',
  audience: 'school',
  groupIds: null,
  isPublished: 1,
  ...wanted,
})

const daysOff = (id: string, name: string, groupIds: string | null = null) => ({
  id: `0197c000-0000-7000-8000-0000000000d${id}`,
  kind: 'study-day',
  name,
  startsOn: '2026-12-08',
  endsOn: '2026-12-08',
  part: 'all',
  hours: null,
  groupIds,
  presetKey: null,
})

async function signedIn(school: TestSchool): Promise<TestBrowser> {
  const email = 'anna@example.org'
  const { code } = await school.issue(school.ids.anna, school.ids.emma)
  const browser = aBrowser(school.app)
  await browser.visit('/register')
  await browser.fill('/register', { email, password, code })
  const letter = (await school.mails()).find(({ to }) => to === email)
  const link = linkIn(letter?.text)
  await browser.visit(link)
  await browser.fill('/activate', { token: link.split('?token=')[1] ?? '' })
  await browser.visit('/sign-in')
  await browser.fill('/sign-in', { email, password })
  return browser
}

const titlesIn = (text: string) =>
  new ICAL.Component(ICAL.parse(text))
    .getAllSubcomponents('vevent')
    .map((part) => String(part.getFirstPropertyValue('summary')))
    .toSorted()

const addressIn = (body: string) => /(\/calendar\/[\w-]{43}\.ics)</.exec(body)?.[1] ?? ''

describe('the calendar on the portal', () => {
  let school: TestSchool
  let anna: TestBrowser

  before(async () => {
    school = await aSchoolWithFamily(await openTestPglite())
    const { desk, row } = school
    const mine = JSON.stringify([group3])
    const other = JSON.stringify([group8])
    await desk.push(
      row('memberships', {
        id: '0197c000-0000-7000-8000-0000000000f3',
        pupilId: school.ids.emma,
        groupId: group3,
        from: '2026-08-01',
        until: null,
      }),
      row('calendarEvents', event('1', 'Kerstviering <b>')),
      row('calendarEvents', event('2', 'Toneel groep 3', { audience: 'groups', groupIds: mine })),
      row('calendarEvents', event('3', 'Kamp groep 8', { audience: 'groups', groupIds: other })),
      row('calendarEvents', event('4', 'Teamoverleg', { audience: 'staff' })),
      row('calendarEvents', event('5', 'Concept', { isPublished: 0 })),
      row('calendarEvents', {
        ...event('6', 'Gym', { recurrence: 'FREQ=WEEKLY;COUNT=3', isCancelled: 0 }),
      }),
      row('dayExceptions', daysOff('1', 'Studiedag')),
      row('dayExceptions', daysOff('2', 'Studiedag groep 8', other)),
    )
    anna = await signedIn(school)
  })
  after(() => school.database.close())

  it('shows what concerns the family, as text, and nothing of the staff or of other groups', async () => {
    const { body } = await anna.visit('/calendar')

    assert.match(body, /Kerstviering &lt;b&gt;/)
    assert.match(body, /Toneel groep 3/)
    assert.match(body, /Studiedag</)
    assert.match(body, /17:30–19:00/)
    assert.equal(body.match(/Gym/g)?.length, 3)
    assert.doesNotMatch(body, /Kamp|Teamoverleg|Concept|Studiedag groep 8/)
  })

  it('is found from the page of the children, and closed to strangers', async () => {
    assert.match((await anna.visit('/')).body, /href="\/calendar"/)
    assert.match((await aBrowser(school.app).visit('/calendar')).body, /name="password"/)
  })

  it('is read at an address of one’s own, by whoever has it, until it is withdrawn', async () => {
    await anna.visit('/calendar')
    const address = addressIn((await anna.fill('/calendar/address', {})).body)
    const stranger = aBrowser(school.app)

    const answer = await stranger.get(address)

    assert.equal(answer.headers['content-type'], 'text/calendar; charset=utf-8')
    assert.deepEqual(titlesIn(answer.body), [
      'Gym',
      'Kerstviering <b>',
      'Studiedag',
      'Toneel groep 3',
    ])
    const tag = String(answer.headers.etag)
    const same = await school.app.inject({ url: address, headers: { 'if-none-match': tag } })
    assert.equal(same.statusCode, 304)

    await anna.visit('/calendar')
    const renewed = addressIn((await anna.fill('/calendar/address', {})).body)
    assert.equal((await stranger.get(address)).statusCode, 404)
    assert.equal((await stranger.get(renewed)).statusCode, 200)
    await anna.visit('/calendar')
    await anna.fill('/calendar/withdraw', {})
    assert.equal((await stranger.get(renewed)).statusCode, 404)
  })

  it('says the same until the office changes something, and then counts upwards', async () => {
    await anna.visit('/calendar')
    const address = addressIn((await anna.fill('/calendar/address', {})).body)
    const stranger = aBrowser(school.app)
    const of = (text: string, id: string) =>
      new RegExp(`UID:${id}@balie[\\s\\S]*?SEQUENCE:(\\d+)`).exec(text)?.[1]
    const first = await stranger.get(address)
    const second = await stranger.get(address)
    school.clock.now += 60_000

    const { id } = event('1', '')
    await school.change('calendarEvents', id, { isCancelled: 1 })
    const third = await stranger.get(address)

    assert.equal(first.body, second.body)
    assert.match(third.body, /SUMMARY:Kerstviering <b>[\s\S]*?STATUS:CANCELLED/)
    assert(Number(of(third.body, '1')) > Number(of(first.body, '1')))
    assert.equal(of(third.body, '2'), of(first.body, '2'))
  })

  it('is read at an address that the office gave out, for the groups that it names', async () => {
    const secret = 'A'.repeat(43)
    const id = feedIdOf(createHash('sha256').update(secret).digest())
    const feed = { id, name: 'Website', guardianId: null, accountId: null, withdrawnAt: null }
    const madeAt = '2026-11-22T08:00:00.000Z'
    await school.desk.push(
      school.row('calendarFeeds', { ...feed, groupIds: JSON.stringify([group8]), madeAt }),
    )

    const { body } = await aBrowser(school.app).get(`/calendar/${secret}.ics`)

    assert.deepEqual(titlesIn(body), [
      'Gym',
      'Kamp groep 8',
      'Kerstviering <b>',
      'Studiedag',
      'Studiedag groep 8',
    ])
  })

  it('is nowhere at an address that was made up', async () => {
    const stranger = aBrowser(school.app)

    const codes = await Promise.all(
      ['x.ics', `${'B'.repeat(43)}.ics`, '..%2f..', '%00.ics'].map(
        async (file) => (await stranger.get(`/calendar/${file}`)).statusCode,
      ),
    )

    assert.deepEqual(codes, [404, 404, 404, 404])
  })

  it('stops when the child’s tie is closed', async () => {
    await anna.visit('/calendar')
    const address = addressIn((await anna.fill('/calendar/address', {})).body)
    const link = school.linkOf(school.ids.anna, school.ids.emma)

    await school.change('guardianLinks', link, { portalAccess: 0 })

    assert.equal((await aBrowser(school.app).get(address)).statusCode, 404)
  })
})
