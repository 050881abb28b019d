import { spawn } from 'node:child_process'
import fs from 'node:fs'
import net, { type AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { _electron } from 'playwright'
import { electronSwitches } from '../../resources/setup/desktop.ts'
import { projectFolder } from '../../resources/setup/folders.ts'

const pages = [
  'sign-in',
  'register?code=2222',
  'forgotten',
  'access-request',
  'activate?token=x',
  'new-password?token=x',
  'about',
  'nowhere',
  'offline',
]

/** `npm run portal -- --practice nl`, on free ports. */
async function startPractice() {
  const env = {
    ...process.env,
    PORT: String(await freePort()),
    MAIL_PORT: String(await freePort()),
  }
  const hook = './resources/setup/tsx-hook.ts'
  const args = ['--import', hook, 'resources/setup/portal.ts', '--practice', 'nl']
  const node = path.join(projectFolder, 'node_modules/.bin/node')
  const portal = spawn(node, args, {
    cwd: projectFolder,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  for await (const chunk of portal.stdout) {
    said += chunk
    if ((said.match(/Code .*\n/g) ?? []).length === 2) break
  }
  const find = (what: string) =>
    [...said.matchAll(new RegExp(`${what} +(\\S+)`, 'g'))].map(([, x]) => x ?? '')
  const [url = ''] = find('Portal')
  return { url, stop: () => portal.kill('SIGTERM') }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}

/** A page that fits a telephone and that axe finds no fault with, by day and by night. */
async function expectGood(page: Page, name: string) {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
    expect(
      violations.map(({ id }) => id),
      `${name}, ${colorScheme}`,
    ).toEqual([])
  }
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(overflow, name).toBeLessThanOrEqual(0)
}

test('pages of the portal fit a telephone, and axe finds no fault, by day and by night', async () => {
  test.setTimeout(180_000)
  const portal = await startPractice()
  const userData = fs.mkdtempSync(path.join(os.tmpdir(), 'balie-phone-'))
  const app = await _electron.launch({
    args: [
      ...electronSwitches(process.env),
      `--user-data-dir=${userData}`,
      path.join(import.meta.dirname, 'phone'),
    ],
    cwd: projectFolder,
  })
  try {
    const page = await app.firstWindow()
    // Electron keeps no `__Host-` cookie without TLS, as browsers do on this computer, so that forms
    // are filled in elsewhere (accounts.test.ts).
    for (const name of pages) {
      await page.goto(`${portal.url}/${name}`)
      await expectGood(page, name)
    }
  } finally {
    await app.close()
    portal.stop()
    fs.rmSync(userData, { recursive: true, force: true })
  }
})
