import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { LeaveDecision } from '#shared/leave/leave-request.ts'
import { aSeparatedFamily, type Separated } from '../portal/change-requests/separated-family.ts'
import type { TestBrowser } from '../portal/test-browser.ts'
import { openTestPglite } from '../portal/test-databases.ts'

describe('leave on the portal', () => {
  let school: Separated
  let anna: TestBrowser
  let bram: TestBrowser
  let emma: string
  let noor: string

  before(async () => {
    school = await aSeparatedFamily(await openTestPglite())
    await school.desk.push(
      school.row('leaveSettings', {
        ...{ id: 'l1', guardiansAsk: 1, asksEverybody: 1, principalDecides: 0 },
        rules: 'Vraag <b>op tijd</b>.',
      }),
    )
    anna = await school.guardian('anna', ['emma', 'noor'])
    bram = await school.guardian('bram', ['emma'])
    emma = school.linkTo('anna', 'emma')
    noor = school.linkTo('anna', 'noor')
  })
  after(() => school.database.close())

  const requests = () => school.all('leaveRequests')
  async function ask(browser: TestBrowser, fields: Record<string, string>) {
    await browser.visit('/leave')
    const usual = { kind: 'wedding', from: '2027-03-04', part: 'day', reason: 'Oom trouwt' }
    return browser.fill('/leave', { ...usual, ...fields })
  }
  const outcome = async (id: string) => {
    const row = (await requests()).find((each) => each.id === id)
    return row?.decision ? JSON.parse(String(row.decision)).outcome : null
  }
  const granted = (given: Partial<LeaveDecision> = {}) =>
    JSON.stringify({
      outcome: 'granted',
      from: '2027-03-04',
      until: '2027-03-04',
      ground: null,
      words: '',
      authority: 'school',
      by: 'x',
      byName: 'Dirk Baas',
      at: '2026-11-23T10:00:00.000Z',
      ...given,
    })

  /** A desk decides against what it saw last: that is all a decision stands on. */
  async function decide(id: string, decision: string | null) {
    const found = await school.database.inSchool(school.id, (tx) =>
      tx.execute(
        `SELECT coalesce(stamps ->> 'decision', born) AS base FROM sync_rows WHERE tbl = 'leaveRequests' AND id = '${id}'`,
      ),
    )
    const { desk, stamp } = school
    const { base } = Object(found).rows[0]
    const set = desk.set('leaveRequests', id, 'decision', decision, stamp(), base)
    const { outcomes } = await desk.push(set)
    assert.deepEqual(outcomes, [1])
  }

  it('is asked with words that only the school can read, and shows the school’s rules as text', async () => {
    const answer = await ask(anna, { child: emma, document: '1' })
    const [request] = await requests()
    const stored = await school.database.inSchool(school.id, (tx) =>
      tx.execute(`SELECT fields::text AS text FROM sync_rows WHERE tbl = 'leaveRequests'`),
    )

    assert.match(answer.body, /The request was sent/)
    assert.match(answer.body, /Vraag &lt;b&gt;op tijd/)
    assert.deepEqual(
      [request?.pupilId, request?.kind, request?.until, request?.reason, request?.document],
      [school.ids.emma, 'wedding', '2027-03-04', 'Oom trouwt', 'promised'],
    )
    assert.doesNotMatch(JSON.stringify(Object(stored).rows), /Oom trouwt/)
  })

  it('is refused for another’s child, twice, without a reason, or with days that cannot be', async () => {
    const strange = await ask(bram, { child: noor })
    const twice = await ask(anna, { child: emma })
    const wordless = await ask(anna, { child: noor, reason: ' ' })
    const backwards = await ask(anna, { child: noor, until: '2027-03-01' })
    const foreign = await ask(anna, { child: noor, kind: 'time-out' })

    assert.match(strange.body, /Choose for whom/)
    assert.match(twice.body, /asked or granted for these days already/)
    assert.match(wordless.body, /Fill in an explanation/)
    assert.match(backwards.body, /last day is before the first/)
    assert.match(foreign.body, /Choose a reason from the list/)
    assert.equal((await requests()).length, 1)
  })

  it('is agreed with by the other parent, who reads neither the words nor who asked', async () => {
    const page = await bram.visit('/leave')
    const id = String((await requests())[0]?.id)
    const answered = await bram.fill('/leave/answer', { leave: id, answer: 'agrees' })
    const [consent] = await school.all('leaveConsents')

    assert.match(page.body, /Asked by another guardian/)
    assert.doesNotMatch(page.body, /Oom trouwt|Anna/)
    assert.match(answered.body, /You agreed/)
    assert.deepEqual([consent?.guardianId, consent?.answer], [school.ids.bram, 'agrees'])
  })

  it('is withdrawn by who asked and by nobody else', async () => {
    await ask(anna, { child: noor, from: '2027-04-06' })
    const request = (await requests()).find(({ pupilId }) => pupilId === school.ids.noor)
    const requestId = String(request?.requestId)
    await bram.visit('/leave')
    const byBram = await bram.fill('/leave/withdraw', { request: requestId })
    await anna.visit('/leave')
    const byAnna = await anna.fill('/leave/withdraw', { request: requestId })

    assert.match(byBram.body, /no longer possible/)
    assert.match(byAnna.body, /The request was withdrawn/)
    assert.equal(await outcome(String(request?.id)), 'withdrawn')
  })

  it('that was decided goes to both parents by mail after a minute, once, without the other’s name', async () => {
    const id = String((await requests()).find(({ kind, decision }) => kind && !decision)?.id)
    await school.mails()
    await decide(id, granted())
    const early = await school.mails()
    school.clock.now += 61_000
    const letters = await school.mails()
    await school.change('leaveRequests', id, { forwardedOn: '2026-11-24' })
    school.clock.now += 61_000

    assert.deepEqual(early, [])
    assert.deepEqual(
      letters
        .toSorted((a, b) => a.to.localeCompare(b.to))
        .map(({ text }) => [/Anna/.test(text), /Bram/.test(text), /Emma/.test(text)]),
      [
        [true, false, true],
        [false, true, true],
      ],
    )
    assert.deepEqual(await school.mails(), [])
    assert.match((await anna.visit('/leave')).body, /Granted/)
    const late = await anna.fill('/leave/withdraw', { request: id })
    assert.match(late.body, /no longer possible/)
  })

  it('that the desk takes back in time sends no letter', async () => {
    await ask(anna, { child: emma, from: '2027-05-18' })
    const id = String((await requests()).find(({ decision }) => !decision)?.id)
    await decide(id, granted())
    await decide(id, null)
    school.clock.now += 120_000

    assert.deepEqual(await school.mails(), [])
  })

  it('is a page that is not there when the school switched it off', async () => {
    await school.change('leaveSettings', 'l1', { guardiansAsk: 0 })
    const page = await anna.visit('/leave')

    assert.equal(page.statusCode, 404)
  })
})
