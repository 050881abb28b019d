import assert from 'node:assert/strict'
import { it } from 'node:test'
import { aBrowser } from './test-browser.ts'
import { onOneDatabase } from './test-databases.ts'
import { aSchoolWithFamily, linkIn, password, type TestSchool } from './test-school.ts'

/** Registers with a code and follows the mail. */
async function register(school: TestSchool, code: string, email: string) {
  const browser = aBrowser(school.app)
  await browser.visit('/register')
  const asked = await browser.fill('/register', { email, password, code })
  const [letter] = await school.mails()
  if (!letter) return { browser, asked, letter }
  await browser.visit(linkIn(letter.text))
  const [path = '', token = ''] = linkIn(letter.text).split('?token=')
  await browser.fill(path, { token })
  return { browser, asked, letter }
}

async function signIn(school: TestSchool, email: string, secret = password) {
  const browser = aBrowser(school.app)
  await browser.visit('/sign-in')
  const answer = await browser.fill('/sign-in', { email, password: secret })
  return { browser, answer }
}

onOneDatabase('the account of a guardian', (open) => {
  it('begins with the code of a letter and a click in a mail, and shows that child alone', async () => {
    const school = await aSchoolWithFamily(await open())
    const { ids } = school
    const { code } = await school.issue(ids.anna, ids.emma)

    const { letter, asked } = await register(
      school,
      code.toLowerCase().replaceAll('-', ' '),
      'Anna@example.org',
    )
    const early = await signIn(school, 'anna@example.org', 'another password entirely')
    const { answer } = await signIn(school, 'anna@example.org')

    assert.match(asked.body, /Look in your e-mail/)
    assert.equal(letter?.to, 'anna@example.org')
    assert.doesNotMatch(JSON.stringify(letter), /Emma|Bakker/)
    assert.match(early.answer.body, /wrong/)
    assert.match(answer.body, /Emma Bakker/)
    assert.doesNotMatch(answer.body, /Noor|Saga|Vlinder/)
  })

  it('is not open before the mail was followed, and the letter still counts after a wrong address', async () => {
    const school = await aSchoolWithFamily(await open())
    const { code } = await school.issue(school.ids.anna, school.ids.emma)
    const browser = aBrowser(school.app)
    await browser.visit('/register')
    await browser.fill('/register', { email: 'ana@example.org', password, code })
    await school.mails()

    const waiting = await signIn(school, 'ana@example.org')
    await register(school, code, 'anna@example.org')
    const { answer } = await signIn(school, 'anna@example.org')

    assert.match(waiting.answer.body, /not active yet/)
    assert.match(answer.body, /Emma Bakker/)
  })

  it('takes a code once; used, withdrawn, expired and unknown ones are all the same', async () => {
    const school = await aSchoolWithFamily(await open())
    const { anna, bram, emma, noor } = school.ids
    const used = await school.issue(anna, emma)
    await register(school, used.code, 'anna@example.org')
    const revoked = await school.issue(bram, emma)
    await school.change('linkCodes', revoked.codeId, { revokedAt: '2026-11-22T09:00:00.000Z' })
    const expired = await school.issue(anna, noor, 1)
    school.clock.now += 2 * 86_400_000

    const pages: string[] = []
    for (const code of [used.code, revoked.code, expired.code, '2222-2222-2222-2222']) {
      const browser = aBrowser(school.app)
      await browser.visit('/register')
      const { body } = await browser.fill('/register', { email: 'x@example.org', password, code })
      pages.push(body.replaceAll(code, '').replace(/value="[\w-]{43}"/g, ''))
    }

    assert.match(pages[0] ?? '', /no longer valid/)
    assert.equal(new Set(pages).size, 1)
  })

  it('is one for each guardian: an address that the other has is refused, with a way on paper', async () => {
    const school = await aSchoolWithFamily(await open())
    const { anna, bram, emma } = school.ids
    await register(school, (await school.issue(anna, emma)).code, 'family@example.org')
    const { code } = await school.issue(bram, emma)

    const { asked, letter } = await register(school, code, 'Family@Example.org')

    assert.equal(letter, undefined)
    assert.match(asked.body, /address of their own/)
    assert.match(asked.body, /on paper/)
  })

  it('takes another child with its own letter, and nobody else’s letter', async () => {
    const school = await aSchoolWithFamily(await open())
    const { anna, bram, emma, noor } = school.ids
    await register(school, (await school.issue(anna, emma)).code, 'anna@example.org')
    const { browser } = await signIn(school, 'anna@example.org')
    const other = await school.issue(bram, emma)
    const own = await school.issue(anna, noor)

    const refused = await browser.fill('/children', { code: other.code })
    const added = await browser.fill('/children', { code: own.code })

    assert.match(refused.body, /another parent/)
    assert.match(added.body, /Emma Bakker/)
    assert.match(added.body, /Noor Bakker/)
  })

  it('shows a protected child by its alias, and a child that the office withdraws no more', async () => {
    const school = await aSchoolWithFamily(await open())
    const { anna, saga, emma } = school.ids
    await register(school, (await school.issue(anna, saga)).code, 'anna@example.org')
    const { browser } = await signIn(school, 'anna@example.org')
    await browser.fill('/children', { code: (await school.issue(anna, emma)).code })
    const before = await browser.visit('/')
    const base = school.desk.stamp(school.clock.now, 0)
    const close = (pupil: string, field: string, value: number) =>
      school.desk.set(
        'guardianLinks',
        school.linkOf(anna, pupil),
        field,
        value,
        school.stamp(),
        base,
      )

    await school.desk.push(close(emma, 'noContact', 1))
    const less = await browser.visit('/')
    await school.desk.push(close(saga, 'portalAccess', 0))
    const none = await browser.visit('/')

    assert.match(before.body, /Vlinder/)
    assert.doesNotMatch(before.body, /Saga/)
    assert.doesNotMatch(less.body, /Emma/)
    assert.match(none.body, /no children now/)
  })

  it('gets a new password by mail, with the same answer for an address that nobody has', async () => {
    const school = await aSchoolWithFamily(await open())
    const { anna, emma } = school.ids
    await register(school, (await school.issue(anna, emma)).code, 'anna@example.org')
    const { browser: old } = await signIn(school, 'anna@example.org')
    const browser = aBrowser(school.app)
    await browser.visit('/forgotten')
    const unknown = await browser.fill('/forgotten', { email: 'nobody@example.org' })
    await browser.visit('/forgotten')
    const known = await browser.fill('/forgotten', { email: 'anna@example.org' })
    const letters = await school.mails()
    const link = linkIn(letters[0]?.text)
    const token = link.split('?token=')[1] ?? ''

    await browser.visit(link)
    const poor = await browser.fill('/new-password', { token, password: 'welkomwelkom' })
    const fine = await browser.fill('/new-password', { token, password: 'vier losse woorden hier' })
    const again = await browser.post('/new-password', {
      token,
      password: 'vier andere woorden hier',
    })
    const { answer } = await signIn(school, 'anna@example.org', 'vier losse woorden hier')

    assert.equal(unknown.body, known.body)
    assert.equal(letters.length, 1)
    assert.match(poor.body, /too easy/)
    assert.match(fine.body, /new password is saved/)
    assert.equal(again.statusCode, 403)
    assert.match(answer.body, /Emma Bakker/)
    assert.match((await old.visit('/')).body, /Sign in/)
  })

  it('is locked and opened by the office, and reset by it', async () => {
    const school = await aSchoolWithFamily(await open())
    const { anna, emma } = school.ids
    await register(school, (await school.issue(anna, emma)).code, 'anna@example.org')
    const { browser } = await signIn(school, 'anna@example.org')

    await school.change('guardianAccounts', anna, { isLocked: 1, lockReason: 'Lost telephone' })
    const out = await browser.visit('/')
    const locked = await signIn(school, 'anna@example.org')
    await school.change('guardianAccounts', anna, { isLocked: 0 })
    const open2 = await signIn(school, 'anna@example.org')
    await school.command('accounts.resetAccess', { guardianId: anna, isKnown: true })
    const [letter] = await school.mails()

    assert.match(out.body, /<h1>Sign in/)
    assert.match(locked.answer.body, /school has switched this account off/)
    assert.match(open2.answer.body, /Emma Bakker/)
    assert.match(linkIn(letter?.text), /^\/new-password\?token=/)
  })

  it('waits after ten wrong passwords, also where there is no account, and then opens again', async () => {
    const school = await aSchoolWithFamily(await open())
    const { anna, emma } = school.ids
    await register(school, (await school.issue(anna, emma)).code, 'anna@example.org')
    for (const email of ['anna@example.org', 'nobody@example.org']) {
      for (let tries = 0; tries < 10; tries++) await signIn(school, email, 'wrong password')
    }

    const known = await signIn(school, 'anna@example.org')
    const unknown = await signIn(school, 'nobody@example.org')
    school.clock.now += 3_600_001
    const later = await signIn(school, 'anna@example.org')

    assert.equal(known.answer.statusCode, 429)
    assert.equal(unknown.answer.statusCode, 429)
    assert.match(later.answer.body, /Emma Bakker/)
  })

  it('ends a session half an hour after the last look, and twelve hours after signing in', async () => {
    const school = await aSchoolWithFamily(await open())
    const { anna, emma } = school.ids
    await register(school, (await school.issue(anna, emma)).code, 'anna@example.org')
    const minute = 60_000
    const idle = await signIn(school, 'anna@example.org')
    const busy = await signIn(school, 'anna@example.org')

    school.clock.now += 20 * minute
    const still = await busy.browser.visit('/')
    school.clock.now += 11 * minute
    const gone = await idle.browser.visit('/')
    await busy.browser.visit('/')
    for (let looks = 0; looks < 34; looks++) {
      school.clock.now += 20 * minute
      await busy.browser.visit('/')
    }
    const late = await busy.browser.visit('/')
    school.clock.now += 10 * minute
    const over = await busy.browser.visit('/')

    assert.match(still.body, /Emma Bakker/)
    assert.match(gone.body, /<h1>Sign in/)
    assert.match(late.body, /Emma Bakker/)
    assert.match(over.body, /<h1>Sign in/)
  })

  it('keeps a request for access sealed until the office decides, and looks nothing up', async () => {
    const school = await aSchoolWithFamily(await open())
    const browser = aBrowser(school.app)
    await browser.visit('/access-request')
    const request = { ownName: 'Anna Bakker', childName: 'Emma Bakker', email: 'anna@example.org' }

    const less = await browser.fill('/access-request', { ...request, birthDate: '5 maart' })
    const done = await browser.fill('/access-request', {
      ...request,
      birthDate: '2018-03-05',
      phone: '',
    })

    assert.match(less.body, /Fill in all fields/)
    assert.match(done.body, /school will answer/)
  })
})
