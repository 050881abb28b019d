// Names `window.balie` for the pieces that run in the window.

import path from 'node:path'
import process from 'node:process'
import { _electron, type Page } from 'playwright'
import { electronSwitches } from '../../resources/setup/desktop.ts'
import type {} from '../../src-renderer/platform/bridge.ts'
import { areas } from '../areas.ts'
import { oneRosterFiles } from '../builders/oneroster-files.ts'
import { launchBalie, type RunningApp } from '../running-app.ts'
import { against, type Figure, median, within } from './figure.ts'

const runs = 7
const largeSchool = ['--practice', 'nl', '--pupils', '5000']

/** The start screen stands with the school's own numbers, and answers. */
export const untilUsable = (window: Page) =>
  window
    .getByText(/ · \d[\d .,]* (pupils|leerlingen) · /)
    .first()
    .waitFor({ timeout: 90_000 })

/** Wall milliseconds from starting the program until the start screen is painted with its numbers. */
async function startOf(userData: string) {
  const since = Date.now()
  const balie = await launchBalie({ userData, args: largeSchool })
  const painted = await balie.window.evaluate(paintedAt, '[elementtiming="usable"]')
  await balie.close()
  return painted - since
}

/** The same for a window with one word in it. */
async function emptyStart() {
  const since = Date.now()
  const app = await _electron.launch({
    args: [...electronSwitches(process.env), path.join(import.meta.dirname, 'empty-app')],
  })
  const window = await app.firstWindow()
  const painted = await window.evaluate(paintedAt, '#ready')
  await app.close()
  return painted - since
}

/** Runs in the window, so that how long a test takes to notice does not count. */
async function paintedAt(selector: string) {
  while (!document.querySelector(selector)) await new Promise((next) => setTimeout(next, 4))
  // The frame after the one in which it is drawn.
  await new Promise(requestAnimationFrame)
  await new Promise(requestAnimationFrame)
  return Date.now()
}

/**
 * Alternating, so that a busy minute weighs on both alike. Both windows run with the same switches,
 * size and `show` on the first picture; ours is usable when the numbers of the school are painted,
 * which come with everything else of the start screen but the list of what waits for the office.
 */
export async function startFigures(userData: string): Promise<Figure[]> {
  const ours: number[] = []
  const empty: number[] = []
  for (let run = 0; run < runs; run++) {
    empty.push(await emptyStart())
    ours.push(await startOf(userData))
  }
  return [against('start to usable window, 5,000 pupils', 'ms', median(ours), median(empty), 1.5)]
}

/** CPU milliseconds that the window's scripts take for each key typed in the pupils' filter. */
export async function typingFigure({ window }: RunningApp): Promise<Figure> {
  await window.keyboard.press(`Control+${areas.pupils}`)
  const filter = window.getByRole('search').getByRole('textbox').first()
  await filter.waitFor()
  const session = await window.context().newCDPSession(window)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const scriptSeconds = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? Number.NaN
  }
  const each: number[] = []
  for (const key of 'anna de boer'.repeat(3)) {
    const before = await scriptSeconds()
    await filter.press(key === ' ' ? 'Space' : key)
    await settle(window)
    each.push((await scriptSeconds()) - before)
    if ((await filter.inputValue()).length > 9) await filter.fill('')
  }
  return within('filter keystroke, script CPU, 5,000 pupils', 'ms', median(each) * 1000, 20)
}

/** Two frames and the deferred list: what a key sets in motion has ended. */
const settle = (window: Page) =>
  window.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 60))),
  )

/** How late main's own thread is while 5,000 pupils come in, in milliseconds at p99. */
export async function importFigures({ app, window }: RunningApp): Promise<Figure[]> {
  const files = [...oneRosterFiles(5000)]
  await app.evaluate(() => {
    const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks')
    const delay = monitorEventLoopDelay({ resolution: 1 })
    delay.enable()
    Object.assign(globalThis, { delay })
  })
  const answer = await window.evaluate(importAll, files)
  const p99 = await app.evaluate(() => {
    const { delay } = globalThis as unknown as {
      delay: { percentile(n: number): number; disable(): void }
    }
    delay.disable()
    return delay.percentile(99) / 1e6
  })
  if (answer !== true) throw new Error(`The import was refused: ${JSON.stringify(answer)}`)
  // The timer itself sleeps one millisecond between looks.
  return [within('main thread delay p99 during an import', 'ms', p99 - 1, 16)]
}

/** Runs in the window: what the import screen does, without its clicks. */
async function importAll(files: (readonly [string, string])[]) {
  const upload = crypto.randomUUID()
  const piece = 1_000_000
  for (const [file, text] of files) {
    const bytes = new TextEncoder().encode(text)
    for (let at = 0; at < bytes.length; at += piece) {
      const part = bytes.slice(at, at + piece)
      await window.balie.call('imports.receive', { upload, file, bytes: part })
    }
  }
  await window.balie.call('imports.preview', { upload })
  const reply = await window.balie.call('imports.apply', { upload, leaveOut: [], decisions: {} })
  const { ok, refusal } = 'json' in reply ? JSON.parse(reply.json) : { ok: false, refusal: 'none' }
  return ok ? true : refusal
}

/** Wall milliseconds of the PDF of one class, as the printing centre asks for it. */
export async function printFigure({ window: page }: RunningApp): Promise<Figure> {
  const times = await page.evaluate(async () => {
    const reply = await window.balie.call('pupils.list', {})
    const pupils: { id: string; status: string }[] = 'json' in reply ? JSON.parse(reply.json) : []
    const current = pupils.filter(({ status }) => status === 'current')
    const request = {
      kind: 'class-overview',
      groupIds: [],
      pupilIds: current.slice(0, 30).map(({ id }) => id),
      columns: ['name', 'birthDate', 'address', 'postcodeTown', 'phone', 'guardians'],
      blankColumns: 0,
      order: 'lastName',
      orientation: 'portrait',
      showConfidential: true,
      includeProtected: false,
      labelSheet: 'L7160',
      labelStart: 1,
    }
    const each: number[] = []
    for (let run = 0; run < 8; run++) {
      const since = performance.now()
      await window.balie.call('desk.preview', request)
      each.push(performance.now() - since)
    }
    return each
  })
  return within('class overview of 30 pupils as PDF', 'ms', median(times.slice(1)), 300)
}
