import assert from 'node:assert/strict'
import { it } from 'node:test'
import { Secret, TOTP } from 'otpauth'
import { createPortal } from '../../src-portal/portal.ts'
import { aBrowser, type TestBrowser } from './test-browser.ts'
import { onOneDatabase } from './test-databases.ts'
import { aSchoolWithFamily, linkIn, password, type TestSchool } from './test-school.ts'

const half = 30_000

/** Anna, signed in, at a portal that can send text messages. */
async function signedIn(school: TestSchool) {
  const texts: { to: string; text: string }[] = []
  const app = await createPortal({
    database: school.database,
    key: Buffer.alloc(32, 7),
    now: () => school.clock.now,
    sms: { send: async (to, text) => void texts.push({ to, text }) },
  })
  const { code } = await school.issue(school.ids.anna, school.ids.emma)
  const browser = aBrowser(app)
  await browser.visit('/register')
  await browser.fill('/register', { email: 'anna@example.org', password, code })
  const [letter] = await school.mails()
  const link = linkIn(letter?.text)
  await browser.visit(link)
  await browser.fill('/activate', { token: link.split('?token=')[1] ?? '' })
  const signIn = async (secret = password) => {
    const other = aBrowser(app)
    await other.visit('/sign-in')
    const answer = await other.fill('/sign-in', { email: 'anna@example.org', password: secret })
    return { browser: other, answer }
  }
  return { app, texts, signIn, ...(await signIn()) }
}

async function turnOn(school: TestSchool, browser: TestBrowser) {
  await browser.visit('/my-sign-in/second')
  const key = /class="secret">([A-Z2-7 ]+)</.exec(browser.page())?.[1]?.replaceAll(' ', '') ?? ''
  const totp = new TOTP({ secret: Secret.fromBase32(key) })
  const now = () => totp.generate({ timestamp: school.clock.now })
  const answer = await browser.fill('/my-sign-in/second', { factor: 'totp', second: now() })
  const recovery = [...answer.body.matchAll(/<code>([A-Z0-9-]{11})<\/code>/g)].map(
    ([, code]) => code ?? '',
  )
  return { now, recovery }
}

onOneDatabase('the second factor of a guardian', (open) => {
  it('is asked after the password, takes a code once, and lets nothing be seen before', async () => {
    const school = await aSchoolWithFamily(await open())
    const anna = await signedIn(school)
    const { now, recovery } = await turnOn(school, anna.browser)

    const { browser, answer } = await anna.signIn()
    const before = await browser.visit('/my-sign-in')
    await browser.visit('/sign-in/second')
    const replay = await browser.fill('/sign-in/second', { second: now() })
    school.clock.now += half
    const fresh = await browser.fill('/sign-in/second', { second: now() })

    assert.equal(recovery.length, 8)
    assert.match(answer.body, /One more step/)
    assert.match(before.body, /One more step/)
    assert.match(replay.body, /wrong or was used already/)
    assert.match(fresh.body, /Emma Bakker/)
  })

  it('has codes on paper that work once each', async () => {
    const school = await aSchoolWithFamily(await open())
    const anna = await signedIn(school)
    const { recovery } = await turnOn(school, anna.browser)
    const use = async () => {
      const { browser } = await anna.signIn()
      return browser.fill('/sign-in/second', { second: recovery[0] ?? '' })
    }

    const once = await use()
    const twice = await use()

    assert.match(once.body, /Emma Bakker/)
    assert.match(twice.body, /wrong or was used already/)
  })

  it('allows a shorter password, and cannot be taken off while there is one', async () => {
    const school = await aSchoolWithFamily(await open())
    const anna = await signedIn(school)
    const short = 'kat9Zolder'
    await anna.browser.visit('/my-sign-in')
    const alone = await anna.browser.fill('/my-sign-in/password', {
      current: password,
      wanted: short,
    })
    await turnOn(school, anna.browser)
    await anna.browser.visit('/my-sign-in')
    const beside = await anna.browser.fill('/my-sign-in/password', {
      current: password,
      wanted: short,
    })
    const off = await anna.browser.fill('/my-sign-in/second/off', { 'off-proof': short })

    assert.match(alone.body, /at least 12 characters/)
    assert.match(beside.body, /password has changed/)
    assert.match(off.body, /fewer than 12/)
  })

  it('may be a text message to the number that the office has, and to no other', async () => {
    const school = await aSchoolWithFamily(await open())
    const anna = await signedIn(school)
    const phone = {
      id: 'phone-1',
      ownerKind: 'guardian',
      ownerId: school.ids.anna,
      kind: 'mobile',
      number: '+31600000042',
      mayCallDuringSchool: 1,
      position: 1,
    }
    await anna.browser.visit('/my-sign-in')
    const without = anna.browser.page()
    await school.desk.push(school.row('phones', phone))
    await anna.browser.visit('/my-sign-in')
    await anna.browser.fill('/my-sign-in/second/sms', {})
    const code = (text: string | undefined) => /\d{6}/.exec(text ?? '')?.[0] ?? ''
    await anna.browser.fill('/my-sign-in/second', {
      factor: 'sms',
      second: code(anna.texts[0]?.text),
    })
    const { browser, answer } = await anna.signIn()
    const wrong = await browser.fill('/sign-in/second', { second: code(anna.texts[0]?.text) })
    const right = await browser.fill('/sign-in/second', { second: code(anna.texts[1]?.text) })

    assert.doesNotMatch(without, /second\/sms/)
    assert.equal(anna.texts[1]?.to, '+31600000042')
    assert.match(answer.body, /•••• 42/)
    assert.match(wrong.body, /wrong or was used already/)
    assert.match(right.body, /Emma Bakker/)
  })

  it('says honestly that text messages are not configured', async () => {
    const school = await aSchoolWithFamily(await open())
    const anna = await signedIn(school)
    const app = await createPortal({
      database: school.database,
      key: Buffer.alloc(32, 7),
      now: () => school.clock.now,
    })
    const browser = aBrowser(app)
    for (const [name, value] of anna.browser.jar) browser.jar.set(name, value)

    const { body } = await browser.visit('/my-sign-in')

    assert.match(body, /not configured on this site/)
  })
})

onOneDatabase('the address of a guardian', (open) => {
  it('changes once the new one is confirmed, and the old one is told', async () => {
    const school = await aSchoolWithFamily(await open())
    const anna = await signedIn(school)
    await anna.browser.visit('/my-sign-in')

    const asked = await anna.browser.fill('/my-sign-in/address', {
      email: 'new@example.org',
      proof: password,
    })
    const [letter] = await school.mails()
    const before = await anna.browser.visit('/my-sign-in')
    const link = linkIn(letter?.text)
    await anna.browser.visit(link)
    await anna.browser.fill('/confirm-address', { token: link.split('?token=')[1] ?? '' })
    const after = await anna.browser.visit('/my-sign-in')
    const [told] = await school.mails()

    assert.match(asked.body, /sent a message to new@example\.org/)
    assert.equal(letter?.to, 'new@example.org')
    assert.match(before.body, /Now: anna@example\.org/)
    assert.match(after.body, /Now: new@example\.org/)
    assert.equal(told?.to, 'anna@example.org')
  })
})
