// npm run bench [-- data|sync|work|start|import|absences|counters|meetings|requests]
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout } from 'node:timers/promises'
import { buildAppWhenStale } from '../../resources/setup/build-app.ts'
import { startTestDesktop } from '../../resources/setup/desktop.ts'
import { prepare } from '../../resources/setup/prepare.ts'
import { runCommand } from '../../resources/setup/setup-problem.ts'
import { launchBalie } from '../running-app.ts'
import { cipherFigures, importFigure, largeSchools, searchFigure } from './data-figures.ts'
import type { Figure } from './figure.ts'
import {
  importFigures,
  printFigure,
  startFigures,
  typingFigure,
  untilUsable,
} from './window-figures.ts'

// Speed is compared with a baseline of the same minute, since machines differ. One JSON line a
// figure; the exit code is 1 when one passes its limit.

const [chosen = ''] = process.argv.slice(2)
const largePractice = ['--practice', 'nl', '--pupils', '5000']
let late = 0

function print(figures: readonly Figure[]) {
  for (const figure of figures) {
    console.log(JSON.stringify(figure))
    if (figure.ratio > figure.limit) late++
  }
}

/** Made once: what 5,000 pupils cost to invent is no figure of the app. */
async function withLargeSchool(work: (userData: string) => Promise<void>) {
  const userData = mkdtempSync(join(tmpdir(), 'balie-bench-'))
  try {
    await work(userData)
  } finally {
    rmSync(userData, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
}

/** Stays a while, since Chromium may write down what it compiled only later. */
async function startAndStay(userData: string) {
  const balie = await launchBalie({ userData, args: largePractice })
  await untilUsable(balie.window)
  await setTimeout(3000)
  await balie.close()
}

const parts = {
  async data() {
    using schools = await largeSchools()
    print(cipherFigures(schools))
    print([await searchFigure(schools)])
    print([await importFigure()])
  },

  async sync() {
    const { syncFigures } = await import('./sync-figures.ts')
    print(await syncFigures())
  },

  work: () =>
    withLargeSchool(async (userData) => {
      await using balie = await launchBalie({ userData, args: largePractice })
      await untilUsable(balie.window)
      print([await typingFigure(balie)])
      print([await printFigure(balie)])
    }),

  start: () =>
    withLargeSchool(async (userData) => {
      // The second and third start find what Chromium keeps of compiled scripts: a school starts Balie
      // every morning, and the first one alone is slower.
      for (let start = 0; start < 3; start++) await startAndStay(userData)
      print(await startFigures(userData))
    }),

  async requests() {
    const { requestFigures } = await import('./request-figures.ts')
    print(await requestFigures())
  },

  async counters() {
    const { counterFigures } = await import('./counter-figures.ts')
    print(await counterFigures())
  },

  async absences() {
    const { absenceFigures } = await import('./absence-figures.ts')
    print(await absenceFigures())
  },

  async meetings() {
    const { meetingFigures } = await import('./meeting-figures.ts')
    for await (const figures of meetingFigures()) print(figures)
  },

  async import() {
    await using balie = await launchBalie({ args: ['--practice', 'nl'] })
    await untilUsable(balie.window)
    print(await importFigures(balie))
  },
}

await runCommand(async () => {
  await prepare()
  await buildAppWhenStale()
  const desktop = await startTestDesktop()
  Object.assign(process.env, desktop.env)
  try {
    for (const [name, measure] of Object.entries(parts)) {
      if (chosen === '' || chosen === name) await measure()
    }
  } finally {
    await desktop.stop()
  }
  return late === 0 ? 0 : 1
})
