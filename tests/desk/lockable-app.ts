import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { chromium, type Page } from 'playwright'
import { launchBalie } from '../running-app.ts'

type Options = NonNullable<Parameters<typeof launchBalie>[0]>

export type LockableApp = Awaited<ReturnType<typeof launchLockable>>

/**
 * A Balie that can be followed through its lock. Locking ends the page's process, and Playwright
 * gives up such a page for good; the new one is reached by the port for developers' tools.
 */
export async function launchLockable(options: Options = {}) {
  const port = await freePort()
  const args = [...(options.args ?? []), `--remote-debugging-port=${port}`]
  const running = await launchBalie({ ...options, args })

  return {
    ...running,

    /** Does what locks, and answers the window that comes after it. */
    async afterLock(window: Page, lock: () => Promise<unknown>) {
      const gone = window.waitForEvent('crash')
      // Whatever locks may itself be cut off by the page going away.
      await Promise.all([gone, lock().catch(() => {})])
      return newPage(port)
    },
  }
}

async function newPage(port: number): Promise<Page> {
  for (let tries = 0; tries < 50; tries += 1) {
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
    const [page] = browser.contexts().flatMap((context) => context.pages())
    if (page) return page
    await browser.close()
    await setTimeout(100)
  }
  throw new Error('After locking, no window came')
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (!address || typeof address === 'string') throw new Error('This machine has no free port')
  return address.port
}
