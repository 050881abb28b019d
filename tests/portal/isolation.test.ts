import assert from 'node:assert/strict'
import { it } from 'node:test'
import { createPortal } from '../../src-portal/portal.ts'
import { aBrowser, type TestBrowser } from './test-browser.ts'
import { onOneDatabase } from './test-databases.ts'
import { aSchoolWithFamily, linkIn, password, type TestSchool } from './test-school.ts'

const linde = '0197c000-0000-7000-8000-00000000aaaa'
const beuk = '0297c000-0000-7000-8000-00000000bbbb'

/** Every page and form of the portal, as the server itself lists them. */
async function everyRoute(school: TestSchool) {
  const routes: { method: string; url: string }[] = []
  const app = await createPortal({
    database: school.database,
    key: Buffer.alloc(32, 7),
    now: () => school.clock.now,
    onRoute: ({ method, url }) => {
      for (const each of [method].flat()) if (each !== 'HEAD') routes.push({ method: each, url })
    },
  })
  return { app, routes: routes.filter(({ url }) => !/^\/(assets|sync)\//.test(url)) }
}

async function guardianOf(school: TestSchool, app: TestSchool['app'], who: 'anna' | 'bram') {
  const email = `${who}-${school.name}@example.org`.toLowerCase()
  const { code } = await school.issue(school.ids[who], school.ids.emma)
  const browser = aBrowser(app)
  await browser.visit(`/register?school=${school.id}`)
  await browser.fill('/register', { email, password, code })
  const letter = (await school.mails()).find(({ to }) => to === email)
  const link = linkIn(letter?.text)
  await browser.visit(link)
  await browser.fill('/activate', { token: link.split('?token=')[1] ?? '' })
  await browser.visit('/sign-in')
  const answer = await browser.fill('/sign-in', { email, password })
  assert.match(answer.body, new RegExp(`Emma ${school.name}`))
  return browser
}

/** Everything that somebody gets to see on every page and every form. */
async function walk(browser: TestBrowser, routes: readonly { method: string; url: string }[]) {
  let seen = ''
  for (const { method, url } of routes.filter(({ url }) => url !== '/sign-out')) {
    const path = url.replace(':language', 'en')
    await browser.visit('/about')
    const answer = method === 'GET' ? await browser.visit(path) : await browser.fill(path, {})
    assert.notEqual(answer.statusCode, 500, `${method} ${url}`)
    seen += answer.body
  }
  return seen
}

onOneDatabase('walls', (open) => {
  it('stand between two schools and two separated guardians, on every page for everybody', async () => {
    const database = await open()
    const first = await aSchoolWithFamily(database, linde, 'Lindekanarie')
    const second = await aSchoolWithFamily(database, beuk, 'Beukkanarie')
    const { app, routes } = await everyRoute(first)
    const anna = await guardianOf(first, app, 'anna')
    const bram = await guardianOf(first, app, 'bram')
    const other = await guardianOf(second, app, 'anna')
    const nobody = aBrowser(app)
    await nobody.visit(`/sign-in?school=${linde}`)

    const seenBy = {
      anna: await walk(anna, routes),
      bram: await walk(bram, routes),
      other: await walk(other, routes),
      nobody: await walk(nobody, routes),
    }

    assert.ok(routes.length > 25)
    assert.match(seenBy.anna, /Emma Lindekanarie/)
    assert.match(seenBy.bram, /Emma Lindekanarie/)
    assert.match(seenBy.other, /Emma Beukkanarie/)
    assert.doesNotMatch(seenBy.anna, /Beukkanarie|bram|Noor|Saga|Vlinder/i)
    assert.doesNotMatch(seenBy.bram, /Beukkanarie|anna-|Noor|Saga|Vlinder/i)
    assert.doesNotMatch(seenBy.other, /Lindekanarie|bram|Noor|Saga|Vlinder/i)
    assert.doesNotMatch(seenBy.nobody, /kanarie|Emma|Noor|Saga|Vlinder/i)
  })

  it('keep a code, a password and a cookie of one school out of the other', async () => {
    const database = await open()
    const first = await aSchoolWithFamily(database, linde, 'Lindekanarie')
    const second = await aSchoolWithFamily(database, beuk, 'Beukkanarie')
    const anna = await guardianOf(first, first.app, 'anna')
    const { code } = await first.issue(first.ids.bram, first.ids.emma)
    const browser = aBrowser(first.app)
    await browser.visit(`/register?school=${beuk}`)

    const foreignCode = await browser.fill('/register', { email: 'b@example.org', password, code })
    await browser.visit('/sign-in')
    const foreignAccount = await browser.fill('/sign-in', {
      email: 'anna-lindekanarie@example.org',
      password,
    })
    const cookie = anna.jar.get('__Host-balie') ?? ''
    browser.jar.set('__Host-balie', cookie.replace(linde, beuk))
    const forged = await browser.visit('/')

    assert.match(foreignCode.body, /no longer valid/)
    assert.match(foreignAccount.body, /is wrong/)
    assert.match(forged.body, /<h1>Sign in/)
    assert.equal(second.name, 'Beukkanarie')
  })

  it('let nobody but the office ask for mails to guardians', async () => {
    const school = await aSchoolWithFamily(await open())
    const teacher = '0197c000-0000-7000-8000-0000000000f2'
    const office = school.desk.joined.staffId
    await school.desk.push(
      school.row('staff', aStaff(office, 'office')),
      school.row('staff', aStaff(teacher, 'teacher')),
    )
    const laptop = await school.hub.enrol(teacher)
    const operation = [
      'c',
      crypto.randomUUID(),
      1,
      'accounts.remind',
      { guardianIds: [school.ids.anna] },
    ]
    const stamped = [...operation, laptop.stamp(school.clock.now, 1), teacher]

    const answer = await laptop.push(stamped as never)

    assert.equal(Object(answer.outcomes[0]).fate, 'rejected')
  })
})

const aStaff = (id: string, role: string) => ({
  id,
  firstName: 'S',
  prefix: null,
  lastName: 'Smit',
  userName: id,
  email: null,
  role,
  language: null,
  seesMedical: 0,
  isActive: 1,
})
