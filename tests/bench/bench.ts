// npm run bench [-- part of a figure's name]
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { buildAppWhenStale } from '../../resources/setup/build-app.ts'
import { startTestDesktop } from '../../resources/setup/desktop.ts'
import { prepare } from '../../resources/setup/prepare.ts'
import { runCommand } from '../../resources/setup/setup-problem.ts'
import { launchBalie } from '../running-app.ts'
import { cipherFigures, importFigure, largeSchools, searchFigure } from './data-figures.ts'
import type { Figure } from './figure.ts'
import { importFigures, printFigure, startFigures, typingFigure } from './window-figures.ts'

// Speed is compared with a baseline of the same minute, since machines differ. One JSON line a
// figure; the exit code is 1 when one passes its limit.

const [part = ''] = process.argv.slice(2)
let late = 0

function print(figures: readonly Figure[]) {
  for (const figure of figures.filter(({ name }) => name.includes(part))) {
    console.log(JSON.stringify(figure))
    if (figure.ratio > figure.limit) late++
  }
}

await runCommand(async () => {
  await prepare()
  await buildAppWhenStale()
  const desktop = await startTestDesktop()
  Object.assign(process.env, desktop.env)

  using schools = await largeSchools()
  print(cipherFigures(schools))
  print([await searchFigure(schools)])
  print([await importFigure()])

  const userData = mkdtempSync(join(tmpdir(), 'balie-bench-data-'))
  const first = await launchBalie({ userData, args: ['--practice', 'nl', '--pupils', '5000'] })
  await first.window.getByTestId('today-ready').waitFor({ state: 'attached', timeout: 60_000 })
  print([await typingFigure(first)])
  print([await printFigure(first)])
  await first.close()
  print(await startFigures(userData))
  rmSync(userData, { recursive: true, force: true })

  await using small = await launchBalie({ args: ['--practice', 'nl'] })
  await small.window.getByTestId('today-ready').waitFor({ state: 'attached', timeout: 60_000 })
  print(await importFigures(small))

  await desktop.stop()
  return late === 0 ? 0 : 1
})
