import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { gzipSync } from 'node:zlib'
import { languages } from '#shared/platform/language.ts'
import { aBrowser, type TestBrowser } from '../test-browser.ts'
import { openTestPglite } from '../test-databases.ts'
import {
  aSeparatedFamily,
  canary,
  everyRoute,
  rows,
  type Separated,
  send,
} from './separated-family.ts'

describe('what separated guardians see and ask', () => {
  let school: Separated
  let anna: TestBrowser
  let bram: TestBrowser
  let emmaOfAnna: string
  let emmaOfBram: string

  before(async () => {
    school = await aSeparatedFamily(await openTestPglite())
    anna = await school.guardian('anna', ['emma', 'noor'])
    bram = await school.guardian('bram', ['emma'])
    emmaOfAnna = `/children/${school.linkTo('anna', 'emma')}`
    emmaOfBram = `/children/${school.linkTo('bram', 'emma')}`
  })
  after(() => school.database.close())

  const requests = async () => (await school.all('changeRequests')).length
  const parts = () => school.all('changeParts')

  it('an address of the own home is asked for two children, waits beside the present one, and may be taken back', async () => {
    const page = await anna.visit(`${emmaOfAnna}/details/address`)
    const name = `households.${rows.homeOfAnna}.street`
    assert.match(page.body, /value="Kanariestraat"/)
    assert.match(page.body, /Koen Kanarie/)

    const form = {
      once: 'one',
      do: 'send',
      [name]: 'Kanarielaan <b>2</b>',
      [`also.${school.linkTo('anna', 'noor')}`]: '1',
      'also.shown': '1',
      remark: 'From 1 January',
    }
    const sent = await anna.fill(`${emmaOfAnna}/details/address`, form)
    const [request] = await school.all('changeRequests')
    const [part] = await parts()
    const again = await anna.fill(`${emmaOfAnna}/details/address`, form)

    assert.match(sent.body, /Sent\. The school/)
    assert.match(sent.body, /Kanariestraat.*Asked: Kanarielaan &lt;b&gt;2&lt;\/b&gt;/s)
    assert.doesNotMatch(sent.body, /<b>2/)
    assert.deepEqual(
      { ...request, id: '', partIds: '', madeAt: '' },
      {
        ...{ id: '', guardianId: school.ids.anna, tab: 'address', source: 'portal', isMedical: 0 },
        ...{ pupilIds: JSON.stringify([school.ids.emma, school.ids.noor]), partIds: '' },
        ...{ madeAt: '', enteredBy: null, checkId: null, withdrawnAt: null, answeredAt: null },
      },
    )
    assert.equal(part?.asked, 'Kanarielaan <b>2</b>')
    assert.equal(part?.seen, 'Kanariestraat')
    assert.equal(part?.remark, 'From 1 January')
    assert.match(again.body, /changed nothing/)
    assert.equal(await requests(), 1)

    await anna.visit('/requests')
    const taken = await anna.fill('/requests/withdraw', { request: String(request?.id) })
    await anna.visit('/')
    const late = await anna.fill('/requests/withdraw', { request: String(request?.id) })

    assert.match(taken.body, /You took this request back/)
    assert.match(late.body, /decided on this already/)
    assert.deepEqual(
      (await parts()).map(({ decision }) => decision),
      ['withdrawn'],
    )
  })

  it('what is typed on a tab stays when one goes to another, and all of it is sent at the end', async () => {
    const before = await requests()
    await anna.visit(`${emmaOfAnna}/details/personal`)
    const moved = await anna.fill(`${emmaOfAnna}/details/personal`, {
      to: 'medical',
      [`pupils.${school.ids.emma}.birthPlace`]: 'Utrecht',
    })
    assert.match(moved.body, /Not sent yet: Personal/)
    assert.equal(await requests(), before)
    const kept = await anna.visit(`${emmaOfAnna}/details/personal`)
    assert.match(kept.body, /value="Utrecht"/)

    await anna.visit(`${emmaOfAnna}/details/medical`)
    const done = await send(anna, `${emmaOfAnna}/details/medical`, {
      do: 'send-all',
      [`medicals.${school.ids.emma}.diet`]: 'Halal',
    })

    assert.match(done.body, /Sent\. The school/)
    assert.doesNotMatch(done.body, /Not sent yet/)
    assert.equal(await requests(), before + 2)
    const raw = await school.database.inSchool(school.id, (tx) =>
      tx.execute(`SELECT fields::text FROM sync_rows WHERE tbl = 'changeParts'`),
    )
    assert.doesNotMatch(JSON.stringify(raw), /Halal|Utrecht/)
  })

  it('a form with another’s row, a field that is not asked for, or a tab one has no right to writes nothing', async () => {
    const before = [await requests(), (await parts()).length]
    const evil: readonly [string, Record<string, string>][] = [
      ['address', { [`households.${rows.homeOfAnna}.street`]: 'Mine' }],
      ['address', { [`phones.${rows.phoneAtAnnas}.number`]: '0612345678' }],
      ['contacts', { [`contacts.${rows.granny}.name`]: 'Nobody' }],
      ['contacts', { [`contacts.${rows.doctor}.name`]: 'Nobody' }],
      ['contacts', { [`end.contactLinks.${rows.grannyOfEmma}`]: '1' }],
      ['personal', { [`pupils.${school.ids.noor}.birthPlace`]: 'X' }],
      ['personal', { [`pupils.${rows.tess}.birthPlace`]: 'X' }],
      ['personal', { [`pupils.${school.ids.emma}.nationalNumber`]: '123456782' }],
      ['personal', { [`pupils.${school.ids.emma}.protectionLevel`]: '3' }],
      ['personal', { [`guardianLinks.${school.linkTo('bram', 'emma')}.authority`]: 'sole' }],
      ['personal', { anything: 'X' }],
      ['medical', { [`medicals.${school.ids.emma}.alert`]: 'X' }],
      ['medical', { [`medicals.${school.ids.noor}.diet`]: 'X' }],
    ]
    for (const [tab, fields] of evil) {
      await bram.visit(`${emmaOfBram}/details/personal`)
      const { statusCode } = await send(bram, `${emmaOfBram}/details/${tab}`, fields)
      assert.equal(statusCode, 403, JSON.stringify(fields))
    }
    for (const url of [emmaOfAnna, `/children/${school.linkTo('anna', 'noor')}`]) {
      for (const rest of ['', '/details/personal', '/privacy', '/group', '/photo']) {
        assert.equal((await bram.visit(`${url}${rest}`)).statusCode, 404, rest)
      }
      await bram.visit('/')
      const answer = await send(bram, `${url}/details/personal`, {})
      assert.equal(answer.statusCode, 404)
    }
    await bram.visit('/requests')
    for (const { id } of await school.all('changeRequests')) {
      await bram.fill('/requests/withdraw', { request: String(id) })
    }

    assert.deepEqual([await requests(), (await parts()).length], before)
    assert.ok((await parts()).some(({ decision }) => decision === null))
  })

  it('a guardian without authority reads what the office lets be read, and asks nothing of the child', async () => {
    const link = school.linkTo('bram', 'emma')
    await school.change('guardianLinks', link, { authority: 'none' })
    const before = await requests()
    const start = await bram.visit(emmaOfBram)
    const health = await bram.visit(`${emmaOfBram}/details/medical`)
    const person = await bram.visit(`${emmaOfBram}/details/personal`)
    const ask = await send(bram, `${emmaOfBram}/details/personal`, {
      [`pupils.${school.ids.emma}.birthPlace`]: 'X',
    })
    await bram.visit(`${emmaOfBram}/privacy`)
    const consent = await bram.fill(`${emmaOfBram}/privacy`, { 'consent.photo-press': 'yes' })
    await school.change('guardianLinks', link, { authority: 'joint' })

    assert.doesNotMatch(start.body, /Medical/)
    assert.equal(health.statusCode, 404)
    assert.match(person.body, /You can change nothing here/)
    assert.equal(ask.statusCode, 403)
    assert.equal(consent.statusCode, 403)
    assert.equal(await requests(), before)
  })

  it('no page and no form tells one home anything of the other', async () => {
    const routes = await everyRoute(school)
    let seen = ''
    for (const { method, url } of routes.filter((each) => each.url !== '/sign-out')) {
      const tabs = url.includes(':tab') ? ['personal', 'address', 'contacts', 'medical'] : ['']
      for (const tab of tabs) {
        const path = url
          .replace(':link', school.linkTo('bram', 'emma'))
          .replace(':tab', tab)
          .replace(':language', 'en')
        await bram.visit('/about')
        const answer = method === 'GET' ? await bram.visit(path) : await bram.fill(path, {})
        assert.notEqual(answer.statusCode, 500, `${method} ${path}`)
        assert.doesNotMatch(answer.body, canary, `${method} ${path}`)
        assert.doesNotMatch(answer.body, /Saga|Vlinder|Office only/, path)
        seen += answer.body
      }
    }

    assert.match(seen, /Emma Bakker/)
    assert.match(seen, /Bramenweg/)
    assert.match(seen, /06 22220002/)
    assert.match(seen, /Pindanoten/)
    assert.match(seen, /Dokter Vos/)
    assert.match(seen, /1 more contact that you do not see/)
    assert.match(seen, /Tess Smit.*Carlalaan 1.*06 33330004/s)
    assert.match(seen, /1 more child is not on it/)
    assert.doesNotMatch(seen, /Omar/)
  })

  it('consents count at once, each answer is kept, and the same form adds nothing twice', async () => {
    const form = { once: 'consents', 'consent.photo-press': 'yes', 'consent.photo-website': 'no' }
    await anna.visit(`${emmaOfAnna}/privacy`)
    await anna.fill(`${emmaOfAnna}/privacy`, form)
    const saved = await anna.fill(`${emmaOfAnna}/privacy`, form)
    const back = await anna.fill(`${emmaOfAnna}/privacy`, {
      once: 'x',
      'consent.photo-press': 'no',
    })
    const odd = await anna.fill(`${emmaOfAnna}/privacy`, { 'consent.photo-press': 'maybe' })
    const other = await bram.visit(`${emmaOfBram}/privacy`)

    assert.match(saved.body, /Your answers hold/)
    assert.match(back.body, /Photo in the press<div class="meta">No on 22 November 2026/)
    assert.match(back.body, /Photo in the press<div class="meta">Yes on 22 November 2026/)
    assert.equal(odd.statusCode, 403)
    assert.match(other.body, /You have not answered yet|class list/)
    const answers = (await school.all('consents')).filter(
      ({ purpose }) => purpose === 'photo-press' || purpose === 'photo-website',
    )
    assert.equal(answers.length, 3)
  })

  it('a new doctor is asked for both children, with a number that looks odd only when sent twice', async () => {
    const url = `${emmaOfAnna}/details/contacts`
    await anna.visit(url)
    const fields = {
      'contact.new.kind': 'doctor',
      'contact.new.name': 'Dokter Bos',
      'contact.new.phone': '12',
      'also.shown': '1',
      [`also.${school.linkTo('anna', 'noor')}`]: '1',
    }
    const doubted = await send(anna, url, fields)
    const sent = await send(anna, url, { ...fields, 'sure.contact.new.phone': '12' })

    assert.equal(doubted.statusCode, 422)
    assert.match(doubted.body, /does not look like a telephone number/)
    assert.match(sent.body, /To be added: Dokter Bos/)
    const newest = (await school.all('changeRequests')).find(({ tab }) => tab === 'contacts')
    assert.equal(newest?.pupilIds, JSON.stringify([school.ids.emma, school.ids.noor]))
    assert.equal((await parts()).find(({ act }) => act === 'add')?.rowId, school.ids.emma)
  })

  it('the own card, and everything is right in one tap', async () => {
    await bram.visit('/my-settings')
    const phone = await send(bram, '/my-settings', {
      [`phones.${rows.phoneOfBram}.number`]: '0612345678',
    })
    const home = await bram.visit('/')
    const right = await bram.fill('/everything-is-right', { once: 'tap' })
    await bram.fill('/everything-is-right', { once: 'tap' })

    assert.match(phone.body, /Asked: 06 12345678/)
    assert.match(home.body, /1 request waits for the school/)
    assert.match(home.body, /Not confirmed before/)
    assert.match(right.body, /Last confirmed on 22 November 2026/)
    assert.equal((await school.all('dataConfirmations')).length, 1)
  })

  it('pages weigh 60 KB at most with all they load, hold no script, and are whole in four languages', async () => {
    const pages = [
      '',
      '/details/personal',
      '/details/address',
      '/details/contacts',
      '/details/medical',
      '/privacy',
      '/group',
    ]
    const urls = [
      '/',
      '/my-settings',
      '/requests',
      '/school',
      '/privacy',
      ...pages.map((page) => `${emmaOfAnna}${page}`),
    ]
    const css = gzipSync(
      (await anna.get(/href="(\/assets\/portal[^"]+)"/.exec(anna.page())?.[1] ?? '')).rawPayload,
    ).length
    for (const language of languages) {
      await anna.visit(`/language/${language}`)
      for (const url of urls) {
        const { body, statusCode } = await anna.visit(url)
        assert.equal(statusCode, 200, url)
        assert.doesNotMatch(
          body,
          /undefined|\{\{|field\.|<style|style=|\son\w+=/,
          `${language} ${url}`,
        )
        assert.doesNotMatch(body, /<script(?! src="\/assets\/)/, url)
        const weight = gzipSync(body).length + css
        assert.ok(weight < 50_000, `${url} weighs ${weight}`)
      }
    }
    await anna.visit('/language/en')
  })

  it('nobody who is not signed in gets past the door', async () => {
    const nobody = aBrowser(school.app)
    for (const url of [emmaOfAnna, `${emmaOfAnna}/details/medical`, '/requests', '/my-settings']) {
      assert.match((await nobody.visit(url)).body, /<h1>Sign in/)
    }
  })
})
