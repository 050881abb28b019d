import fs from 'node:fs'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { ElectronApplication, Locator, Page } from 'playwright'
import { projectFolder } from '../../resources/setup/folders.ts'
import type {} from '../../src-renderer/platform/bridge.ts'
import type { LockableApp } from '../desk/lockable-app.ts'

export const tourFolder = path.join(projectFolder, 'out/tour')

/** A laptop of the kind that stands on most desks. */
export const screenSize = { width: 1366, height: 768 }

/** More than anything takes on a slow machine, in milliseconds. */
export const patience = 15_000

export type Stage = ReturnType<typeof createStage>

/** Where the tour plays: it says each step, and keeps pictures and PDFs under one numbering. */
export function createStage({ app, window, afterLock }: LockableApp) {
  window.setDefaultTimeout(patience)
  let lastStep = 'opening the window'
  let lastNumber = 0

  function fileFor(name: string) {
    lastNumber += 1
    return path.join(tourFolder, `${String(lastNumber).padStart(2, '0')}-${name}`)
  }

  async function picture(name: string, shown = window) {
    await comeToRest(shown)
    fs.writeFileSync(fileFor(`${name}.png`), await photograph(app))
  }

  return {
    app,
    window,
    afterLock,
    picture,
    lastStep: () => lastStep,

    /** One plain line, then what it says, then how that looks. */
    async step(sentence: string, play: () => Promise<unknown>, pictureName?: string) {
      lastStep = sentence
      console.log(`  ${sentence}`)
      await play()
      if (pictureName) await picture(pictureName)
    },

    /** Presses a button that asks where to save, answers for the user, and waits for the file. */
    async savePdf(name: string, press: () => Promise<void>) {
      const file = fileFor(`${name}.pdf`)
      await answerSaveDialog(app, file)
      await press()
      await waitForPdf(file)
      return file
    },

    async open(keys: string, title: string) {
      await window.keyboard.press(keys)
      await heading(window, title).waitFor()
    },
  }
}

export const heading = (window: Page, name: string | RegExp) =>
  window.getByRole('heading', { level: 1, name })

/** Asks main what a screen would ask; for choosing whom the tour is about. */
export async function ask<Answer>(window: Page, call: string, input: unknown): Promise<Answer> {
  return window.evaluate(
    async ([name, wanted]) => {
      const answer = await globalThis.window.balie.call(name, wanted)
      return 'json' in answer ? JSON.parse(answer.json) : answer.value
    },
    [call, input] as const,
  )
}

/** Types as a person does: letter by letter, so that whatever listens to keys is heard. */
export async function typeOver(field: Locator, text: string) {
  await field.fill('')
  await field.pressSequentially(text, { delay: 15 })
}

/** The file dialog belongs to the system and cannot be driven; its answer can be given. */
function answerSaveDialog(app: ElectronApplication, file: string) {
  return app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  }, file)
}

async function waitForPdf(file: string) {
  for (let tries = 0; tries < 150; tries += 1) {
    if (isWholePdf(file)) return
    await setTimeout(200)
  }
  throw new Error(`No PDF came in ${path.basename(file)}`)
}

/** Chromium ends each file with this mark; without it the file is still being written. */
function isWholePdf(file: string) {
  if (!fs.existsSync(file)) return false
  const text = fs.readFileSync(file, 'latin1')
  return text.startsWith('%PDF-') && text.trimEnd().endsWith('%%EOF')
}

/** Taken by Electron itself: Playwright sees only a corner of a window that is zoomed. */
async function photograph(app: ElectronApplication) {
  const png = await app.evaluate(async ({ BrowserWindow }) => {
    const [shown] = BrowserWindow.getAllWindows().filter((each) => each.isVisible())
    return (await shown?.webContents.capturePage())?.toPNG().toString('base64') ?? ''
  })
  return Buffer.from(png, 'base64')
}

/** Fonts there, nothing busy, the pointer out of the way, and two frames drawn. */
async function comeToRest(window: Page) {
  await window.mouse.move(screenSize.width - 1, 0)
  await window.waitForFunction(
    () => document.fonts.status === 'loaded' && !document.querySelector('[aria-busy="true"]'),
  )
  await setTimeout(250)
}
