import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { TestBrowser } from '../test-browser.ts'
import { openTestPglite } from '../test-databases.ts'
import { aSchoolWithFamily } from '../test-school.ts'
import { aSeparatedFamily, rows, type Separated, send } from './separated-family.ts'

const check = '0197c000-0000-7000-8000-00000000cc01'

describe('the answer to a request', () => {
  let school: Separated
  let anna: TestBrowser
  let requestId: string
  let partIds: string[]

  before(async () => {
    school = await aSeparatedFamily(await openTestPglite())
    anna = await school.guardian('anna', ['emma'])
    const url = `/children/${school.linkTo('anna', 'emma')}/details/personal`
    await anna.visit(url)
    await send(anna, url, {
      [`pupils.${school.ids.emma}.birthPlace`]: 'Utrecht',
      [`pupils.${school.ids.emma}.nationality`]: 'Belgische',
    })
    const [request] = await school.all('changeRequests')
    requestId = String(request?.id)
    partIds = JSON.parse(String(request?.partIds))
  })
  after(() => school.database.close())

  /** What a desk saw last of a field: a decision stands only for who saw what is there. */
  async function seen(tbl: string, id: string, field: string) {
    const found = await school.database.inSchool(school.id, (tx) =>
      tx.execute(
        `SELECT coalesce(stamps ->> '${field}', born) AS base FROM sync_rows WHERE tbl = '${tbl}' AND id = '${id}'`,
      ),
    )
    return Object(found).rows[0].base
  }

  /** The decisions of a desk, and the moment of the answer. */
  async function decide(decisions: readonly (string | null)[], answeredAt: string | null) {
    const { desk, stamp } = school
    const set = async (tbl: string, id: string, field: string, value: string | null) =>
      desk.set(tbl, id, field, value, stamp(), await seen(tbl, id, field))
    const sets = []
    for (const [at, id] of partIds.entries()) {
      const decision = decisions[at] ?? null
      const reason = decision === 'rejected' ? 'Graag <i>een</i> paspoort' : null
      sets.push(await set('changeParts', id, 'decision', decision))
      sets.push(await set('changeParts', id, 'reason', reason))
    }
    sets.push(await set('changeRequests', requestId, 'answeredAt', answeredAt))
    const { outcomes } = await desk.push(...sets)
    assert.deepEqual(new Set(outcomes), new Set([1]))
  }

  it('is mailed after a minute, not when the office took it back in time, and names nobody', async () => {
    const at = () => new Date(school.clock.now).toISOString()
    await decide(['accepted', 'rejected'], at())
    const soon = await school.mails()
    const waiting = await anna.visit('/requests')
    school.clock.now += 30_000
    await decide([null, null], null)
    school.clock.now += 60_000
    const undone = await school.mails()

    await decide(['accepted', 'rejected'], at())
    school.clock.now += 59_000
    const early = await school.mails()
    school.clock.now += 2_000
    const letters = await school.mails()
    await school.change('changeRequests', requestId, { enteredBy: 'x' })
    const again = await school.mails()
    const answered = await anna.visit('/requests')

    assert.deepEqual([soon, undone, early, again], [[], [], [], []])
    assert.match(waiting.body, /Waits for the school/)
    assert.equal(letters.length, 1)
    assert.equal(letters[0]?.to, 'anna.kanarie@example.org')
    assert.match(letters[0]?.text ?? '', /part of what you asked.*\/requests/s)
    assert.doesNotMatch(JSON.stringify(letters), /Emma|Utrecht|paspoort|Belgische/)
    assert.match(answered.body, /Partly taken over/)
    assert.match(answered.body, /Not taken over: Graag &lt;i&gt;een&lt;\/i&gt; paspoort/)
    const tab = await anna.visit(`/children/${school.linkTo('anna', 'emma')}/details/personal`)
    assert.match(tab.body, /Not taken over: Graag &lt;i&gt;een/)
  })

  it('cannot be taken back by the guardian any more', async () => {
    await anna.visit('/')
    const late = await anna.fill('/requests/withdraw', { request: requestId })

    assert.match(late.body, /decided on this already/)
  })

  it('a data check reminds who has not answered, once each time, and an answer ends it', async () => {
    const { desk, stamp } = school
    const remind = async (remindedAt: string) => {
      await school.change('dataChecks', check, { remindedAt })
      return school.mails()
    }
    const fields = {
      ...{ id: check, name: 'Autumn', groupIds: JSON.stringify([rows.group]) },
      ...{ startedOn: '2026-11-01', endsOn: '2026-12-06', remindedAt: null, closedAt: null },
    }
    await desk.push(desk.set('dataChecks', check, null, fields, stamp()))
    const page = await anna.visit('/')

    const first = await remind('2026-11-22T09:00:00.000Z')
    await school.change('dataChecks', check, { name: 'Autumn 2026' })
    const same = await school.mails()
    await anna.fill('/everything-is-right', { once: 'now' })
    const second = await remind('2026-11-23T09:00:00.000Z')
    const answered = await anna.visit('/')

    assert.match(page.body, /see before 6 December 2026/)
    assert.deepEqual(
      first.map(({ to }) => to),
      ['anna.kanarie@example.org'],
    )
    assert.match(first[0]?.text ?? '', /6 December 2026/)
    assert.doesNotMatch(JSON.stringify(first), /Emma/)
    assert.deepEqual([same, second], [[], []])
    assert.match(answered.body, /You answered on 22 November 2026/)
  })

  it('what a school switched off for a class is neither shown nor taken', async () => {
    const { desk, stamp, ids } = school
    const url = `/children/${school.linkTo('anna', 'emma')}`
    const rule = (at: number, subject: string, mode: string) => {
      const id = `0197c000-0000-7000-8000-00000000ee0${at}`
      return desk.set('askRules', id, null, { id, subject, groupId: rows.group, mode }, stamp())
    }
    await desk.push(
      rule(1, 'tab:medical', 'hidden'),
      rule(2, 'pupils.birthDate', 'hidden'),
      rule(3, 'pupils.nationality', 'read-only'),
    )
    const start = await anna.visit(url)
    const health = await anna.visit(`${url}/details/medical`)
    const person = await anna.visit(`${url}/details/personal`)
    const before = (await school.all('changeParts')).length
    for (const field of ['birthDate', 'nationality']) {
      await anna.visit('/')
      const answer = await send(anna, `${url}/details/personal`, {
        [`pupils.${ids.emma}.${field}`]: '2001-01-01',
      })
      assert.equal(answer.statusCode, 403, field)
    }

    assert.doesNotMatch(start.body, /Medical/)
    assert.equal(health.statusCode, 404)
    assert.doesNotMatch(person.body, /birthDate|2018-03-05/)
    assert.match(person.body, /Nationality/)
    assert.equal((await school.all('changeParts')).length, before)
  })
})

describe('a protected child', () => {
  it('leads nobody to its home: no address, no contacts, no list, and its name is the cover', async () => {
    const school = await aSchoolWithFamily(await openTestPglite())
    const { ids, row, linkOf } = school
    const { aBrowser } = await import('../test-browser.ts')
    const { linkIn, password } = await import('../test-school.ts')
    const home = '0197c000-0000-7000-8000-0000000000c9'
    await school.desk.push(
      row('households', {
        ...{ id: home, street: 'Kanariestraat', houseNumber: '1', houseNumberAddition: null },
        ...{ postcode: '1234 AB', town: 'Leerdam', addressCountry: 'NL', mailingAddress: null },
        note: null,
      }),
      row('phones', {
        ...{ id: `${home.slice(0, -1)}8`, ownerKind: 'guardian', ownerId: ids.anna, position: 1 },
        ...{ kind: 'mobile', number: '+31611110001', mayCallDuringSchool: 1 },
      }),
    )
    await school.change('guardians', ids.anna, { householdId: home, email: 'geheim@example.org' })
    const browser = aBrowser(school.app)
    await browser.visit('/register')
    const { code } = await school.issue(ids.anna, ids.saga)
    await browser.fill('/register', { email: 'a@example.org', password, code })
    const link = linkIn((await school.mails())[0]?.text)
    await browser.visit(link)
    await browser.fill('/activate', { token: link.split('?token=')[1] ?? '' })
    await browser.visit('/sign-in')
    await browser.fill('/sign-in', { email: 'a@example.org', password })

    let seen = ''
    const base = `/children/${linkOf(ids.anna, ids.saga)}`
    const tabs = ['personal', 'address', 'contacts', 'medical'].map((tab) => `/details/${tab}`)
    for (const url of [
      base,
      ...[...tabs, '/privacy', '/group', '/photo'].map((each) => base + each),
    ]) {
      const answer = await browser.visit(url)
      assert.equal(answer.statusCode, url === base ? 200 : 404, url)
      seen += answer.body
    }
    seen += (await browser.visit('/my-settings')).body
    await school.database.close()

    assert.match(seen, /Vlinder/)
    assert.match(seen, /details of this child are protected/)
    assert.doesNotMatch(seen, /Saga|kanarie|1111|geheim/i)
  })
})
