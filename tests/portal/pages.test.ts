import assert from 'node:assert/strict'
import { it } from 'node:test'
import { gzipSync } from 'node:zlib'
import Fastify from 'fastify'
import { languages } from '#shared/platform/language.ts'
import { refuseOpenRoutes } from '../../src-portal/platform/page-routes.ts'
import { createPortal } from '../../src-portal/portal.ts'
import { aBrowser } from './test-browser.ts'
import { onOneDatabase } from './test-databases.ts'
import { aSchoolWithFamily, linkIn, password } from './test-school.ts'

const openPages = ['/sign-in', '/register', '/forgotten', '/access-request', '/about', '/offline']
const stepPages = ['/activate', '/reactivate', '/confirm-address', '/new-password']

it('a route that does not say who may ask for it is not served', () => {
  const app = Fastify()
  refuseOpenRoutes(app)

  assert.throws(() => app.get('/forgotten-route', async () => 'all'), /does not say who/)
})

onOneDatabase('pages of the portal', (open) => {
  it('are in four languages, with the switch on each, and lead back to where one was', async () => {
    const { app } = await aSchoolWithFamily(await open())
    const browser = aBrowser(app)
    const titles = new Set<string>()
    for (const language of languages) {
      const { body } = await browser.visit(`/language/${language}?back=/register%3Fcode%3D2222`)
      titles.add(/<h1>(.*?)<\/h1>/.exec(body)?.[1] ?? '')
      assert.match(body, new RegExp(`<html lang="${language}">`))
      assert.match(body, /value="2222"/)
    }
    for (const url of [...openPages, ...stepPages, '/nowhere']) {
      const { body } = await browser.visit(url)
      for (const language of languages.filter((each) => each !== 'en')) {
        assert.ok(body.includes(`href="/language/${language}?back=`), url)
      }
      assert.doesNotMatch(body, /undefined|\{\{/, url)
    }

    assert.equal(titles.size, 3)
    for (const back of ['https://evil.example', '//evil.example', '/\\evil.example']) {
      const answer = await browser.get(`/language/nl?back=${encodeURIComponent(back)}`)
      assert.equal(answer.headers.location, '/', back)
    }
  })

  it('carry a strict policy and every header, also when something is not there', async () => {
    const { app } = await aSchoolWithFamily(await open())
    for (const url of [...openPages, '/', '/nowhere', '/health', '/manifest.webmanifest']) {
      const { headers, cookies } = await app.inject({ url })
      const policy = String(headers['content-security-policy'])
      assert.match(policy, /default-src 'none'.*frame-ancestors 'none'/, url)
      assert.doesNotMatch(policy, /unsafe|https?:|\*/, url)
      assert.equal(headers['x-content-type-options'], 'nosniff', url)
      assert.equal(headers['cache-control'], 'no-store', url)
      for (const cookie of cookies) {
        assert.match(cookie.name, /^__Host-/)
        const { path, secure, httpOnly, sameSite } = cookie
        assert.deepEqual(
          { path, secure, httpOnly, sameSite },
          { path: '/', secure: true, httpOnly: true, sameSite: 'Lax' },
        )
      }
    }
  })

  it('need no script and no style of their own, and weigh 60 KB at most with all they load', async () => {
    const { app } = await aSchoolWithFamily(await open())
    for (const url of [...openPages, ...stepPages]) {
      const { body } = await app.inject({ url })
      assert.doesNotMatch(body, /<style|style=|<script(?! src="\/assets\/)|\son\w+=/, url)
      const loaded = [...body.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(
        ([, asset]) => asset,
      )
      let weight = gzipSync(body).length
      for (const asset of new Set(loaded)) {
        const file = await app.inject({ url: asset ?? '' })
        assert.equal(file.statusCode, 200)
        assert.match(String(file.headers['cache-control']), /immutable/)
        weight += gzipSync(file.rawPayload).length
      }
      assert.ok(weight <= 60_000, `${url} weighs ${weight}`)
    }
  })

  it('take no form from another site, nor one without the visitor’s token', async () => {
    const { app } = await aSchoolWithFamily(await open())
    const browser = aBrowser(app)
    await browser.visit('/sign-in')
    const form = /name="form" value="([^"]+)"/.exec(browser.page())?.[1] ?? ''
    const cookie = [...browser.jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const post = (headers: Record<string, string>, payload: string) =>
      app.inject({
        method: 'POST',
        url: '/sign-in',
        headers: { cookie, 'content-type': 'application/x-www-form-urlencoded', ...headers },
        payload,
      })

    const codes = [
      await post({}, 'email=a@example.org'),
      await post({ 'sec-fetch-site': 'cross-site' }, `form=${form}`),
      await post({ origin: 'https://evil.example' }, `form=${form}`),
      await post({ origin: 'null' }, `form=${form}`),
      await post({ cookie: '' }, `form=${form}`),
      await post({ origin: 'http://localhost' }, `form=${form}`),
    ].map(({ statusCode }) => statusCode)

    assert.deepEqual(codes, [403, 403, 403, 403, 403, 422])
  })

  it('leave nothing of what people are or type in the log of a whole run', async () => {
    const school = await aSchoolWithFamily(await open(), undefined, 'Kanarie')
    const lines: string[] = []
    const app = await createPortal({
      database: school.database,
      key: Buffer.alloc(32, 7),
      now: () => school.clock.now,
      log: { write: (line) => lines.push(line) },
    })
    const { code } = await school.issue(school.ids.anna, school.ids.emma)
    const browser = aBrowser(app, { ip: '198.51.100.77' })
    await browser.visit(`/register?code=${code}`)
    await browser.fill('/register', { email: 'kanarie@example.org', password, code })
    const [letter] = await school.mails()
    const link = linkIn(letter?.text)
    await browser.visit(link)
    await browser.fill('/activate', { token: link.split('?token=')[1] ?? '' })
    await browser.fill('/sign-in', { email: 'kanarie@example.org', password: 'kanariegeel' })
    await browser.fill('/sign-in', { email: 'kanarie@example.org', password })
    await browser.visit('/my-sign-in')
    await browser.visit('/kanarie?kanarie=kanarie')
    await app.inject({ method: 'POST', url: '/sync/v1/push', payload: '{"kanarie":' })
    await app.inject({
      method: 'POST',
      url: '/sign-in',
      headers: { 'content-type': 'text/kanarie' },
      payload: 'kanarie',
    })
    await app.close()

    const log = lines.join('')
    assert.ok(lines.length >= 12)
    assert.match(log, /"route":"\/sign-in","status":303/)
    assert.doesNotMatch(log, /kanarie|198\.51|Firefox|token=/i)
    assert.ok(!log.includes(code) && !log.includes(password))
  })
})
