import { type ChildProcess, spawn } from 'node:child_process'
import fs from 'node:fs'
import net, { type AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { _electron } from 'playwright'
import { electronSwitches } from '../../resources/setup/desktop.ts'
import { projectFolder } from '../../resources/setup/folders.ts'

const password = 'Paard batterij nietje 7'

/** `npm run portal -- --practice nl`, on free ports, with a guardian who signed in. */
async function startPractice() {
  const [PORT, MAIL_PORT] = await freePorts()
  const ports = { PORT, MAIL_PORT }
  const args = ['--import', './resources/setup/tsx-hook.ts', 'resources/setup/portal.ts']
  const portal = spawn(
    path.join(projectFolder, 'node_modules/.bin/node'),
    [...args, '--practice', 'nl'],
    {
      cwd: projectFolder,
      env: { ...process.env, ...ports },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const stop = () => portal.kill('SIGTERM')
  const url = `http://127.0.0.1:${PORT}`
  try {
    const codes = await readCodes(portal)
    return { url, cookie: await signIn(url, `http://127.0.0.1:${MAIL_PORT}`, codes), stop }
  } catch (error) {
    stop()
    throw error
  }
}

async function readCodes({ stdout }: ChildProcess) {
  let said = ''
  for await (const chunk of stdout ?? []) {
    said += chunk
    if ((said.match(/Code .*\n/g) ?? []).length === 2) break
  }
  return [...said.matchAll(/Code +(\S+)/g)].map(([, code]) => code ?? '')
}

/** Electron keeps no `__Host-` cookie without TLS, so that this is done by hand; answers the cookies. */
async function signIn(url: string, mailUrl: string, [code = '', other = '']: readonly string[]) {
  const jar = new Map<string, string>()
  async function send(where: string, fields?: Record<string, string>): Promise<string> {
    const answer = await fetch(new URL(where, url), {
      redirect: 'manual',
      headers: { cookie: cookieOf(jar), 'accept-language': 'nl' },
      ...(fields && { method: 'POST', body: new URLSearchParams(fields) }),
    })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      jar.set(name, value)
    }
    const next = answer.headers.get('location')
    return next ? send(next) : answer.text()
  }
  const fill = async (where: string, fields: Record<string, string>, post = where) => {
    const form = /name="form" value="([^"]+)"/.exec(await send(where))?.[1] ?? ''
    return send(post, { form, ...fields })
  }
  await fill('/register', { email: 'ouder@example.org', password, code })
  const token = await expectMail(mailUrl)
  await fill(`/activate?token=${token}`, { token }, '/activate')
  await fill('/sign-in', { email: 'ouder@example.org', password })
  await fill('/children', { code: other })
  return cookieOf(jar)
}

const cookieOf = (jar: ReadonlyMap<string, string>) =>
  [...jar].map(([name, value]) => `${name}=${value}`).join('; ')

async function expectMail(mailUrl: string) {
  let token = ''
  await expect(async () => {
    const mails = await (await fetch(mailUrl)).text()
    const link = /href="([^"]*\/activate\?[^"]+)"/.exec(mails)?.[1] ?? mailUrl
    token = new URL(link.replaceAll('&amp;', '&')).searchParams.get('token') ?? ''
    expect(token).not.toBe('')
  }).toPass({ timeout: 60_000 })
  return token
}

/** Two ports at once: asked for one after the other they may be the same. */
async function freePorts() {
  const servers = await Promise.all(
    [0, 1].map(
      () =>
        new Promise<net.Server>((resolve) => {
          const server = net.createServer().listen(0, '127.0.0.1', () => resolve(server))
        }),
    ),
  )
  const ports = servers.map((server) => String((server.address() as AddressInfo).port))
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))))
  return ports
}

/** A page that fits a telephone and that axe finds no fault with. */
async function expectGood(page: Page, name: string, schemes: readonly ('light' | 'dark')[]) {
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme })
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
    const found = violations.map(({ id, nodes }) => `${id} ${nodes[0]?.target}`)
    expect(found, `${name}, ${colorScheme}`).toEqual([])
  }
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(overflow, name).toBeLessThanOrEqual(0)
}

test('a guardian asks on a telephone, with the keyboard alone, and axe finds no fault', async () => {
  test.setTimeout(300_000)
  const portal = await startPractice()
  const userData = fs.mkdtempSync(path.join(os.tmpdir(), 'balie-phone-'))
  const app = await _electron
    .launch({
      args: [
        ...electronSwitches(process.env),
        `--user-data-dir=${userData}`,
        path.join(import.meta.dirname, 'phone'),
      ],
      cwd: projectFolder,
    })
    .catch((error: unknown) => {
      portal.stop()
      throw error
    })
  try {
    const page = await app.firstWindow()
    let cookie = portal.cookie
    const speak = async (language: string) => {
      cookie = `${portal.cookie}; __Host-balie-language=${language}`
      await app.evaluate(({ session }, value) => {
        session.defaultSession.webRequest.onBeforeSendHeaders((details, go) =>
          go({ requestHeaders: { ...details.requestHeaders, Cookie: value } }),
        )
      }, cookie)
    }
    await speak('nl')
    await page.goto(portal.url)
    const child = await page.locator('.faces .door').first().getAttribute('href')
    const tabs = ['personal', 'address', 'contacts', 'medical'].map((tab) => `/details/${tab}`)
    const pages = [
      ...['/', '/my-settings', '/requests', '/school', '/privacy', '/children'],
      ...['/absences', '/leave', '/calendar', '/meetings'],
      ...['', ...tabs, '/privacy', '/group'].map((rest) => `${child}${rest}`),
    ]

    // Another tab is reached with the keyboard, and what was typed is kept and told of.
    await page.goto(`${portal.url}${child}/details/address`)
    await page.locator('input[name$=".street"]').focus()
    await page.keyboard.press('Control+A')
    await page.keyboard.type('Nieuwe Molenweg')
    await page.locator('.tabs button[value="personal"]').focus()
    await page.keyboard.press('Enter')
    await expect(page.getByText('Nog niet verstuurd: Adres en gezin')).toBeVisible()
    await expectGood(page, 'unsent', ['light', 'dark'])
    await page.locator('button[value="send-all"]').focus()
    await page.keyboard.press('Enter')
    await expect(page.getByText('Verstuurd. De school kijkt ernaar')).toBeVisible()
    await page.goto(`${portal.url}${child}/details/address`)
    await expect(page.getByText('Gevraagd: Nieuwe Molenweg. Wacht op de school.')).toBeVisible()
    // A field that Enter is pressed in sends nothing.
    await page.locator('input[name$=".town"]').focus()
    await page.keyboard.press('Enter')
    await expect(page.getByText('Bewaard. De school ziet dit pas')).toBeVisible()

    for (const where of pages) {
      await page.goto(`${portal.url}${where}`)
      for (const each of await page.locator('summary').all()) await each.click()
      await expectGood(page, where, where.startsWith('/children/') ? ['light', 'dark'] : ['light'])
    }
    // The longest words are the Swedish ones.
    await speak('sv')
    for (const where of [`${child}/details/contacts`, `${child}/privacy`, '/my-settings']) {
      await page.goto(`${portal.url}${where}`)
      await expectGood(page, `${where} in Swedish`, ['light'])
    }
  } finally {
    await app.close()
    portal.stop()
    fs.rmSync(userData, { recursive: true, force: true })
  }
})
