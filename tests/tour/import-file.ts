import path from 'node:path'
import { historyMessages } from '#shared/history/history-messages.ts'
import { importsMessages } from '#shared/imports/imports-messages.ts'
import { speak } from '#shared/platform/messages.ts'
import type { PupilRow } from '#shared/pupils/pupils-contract.ts'
import { todayMessages } from '#shared/school/today-messages.ts'
import { schoolFiles } from './school-files.ts'
import { ask, heading, type Stage } from './stage.ts'

const say = speak(importsMessages, 'nl')
const sayHistory = speak(historyMessages, 'nl')
const sayToday = speak(todayMessages, 'nl')

/** The school's own pupils, from the file that its present system exports. */
export async function playImport(stage: Stage) {
  const { window, step } = stage
  using files = schoolFiles()
  if (!files.isReal) console.log('  (../shared/data is not here: the tour made its own files.)')

  await step(
    'The school asks for its pupils; Heidi opens the import.',
    async () => {
      await window.getByRole('button', { name: sayToday('empty-import') }).click()
      await heading(window, say('title')).waitFor()
    },
    'import',
  )

  await step(
    `A broken file, ${named(files.broken)}, is refused in a sentence; nothing changes.`,
    async () => {
      await chooseFiles(stage, files.broken)
      await window.getByText(say('import.refused')).waitFor()
    },
    'import-refused',
  )

  await playTakeOver(stage, files.first, 'first')

  await step(
    'The whole import is taken back from the list of last actions.',
    async () => {
      await window.getByRole('button', { name: sayHistory('clock') }).click()
      await window
        .getByRole('button', { name: sayHistory('clock-undo-one', { what: '' }).trim() })
        .first()
        .click()
      await pupilsBecome(stage, (count) => count === 0)
    },
    'import-undone',
  )
  await window.keyboard.press('Escape')
  await window.getByRole('button', { name: say('otherFile') }).click()

  await playTakeOver(stage, files.second, 'second')
}

/** Chosen, looked at as a difference with the school, and taken over with a report. */
async function playTakeOver(stage: Stage, files: readonly string[], which: string) {
  const { window, step } = stage
  await step(
    `${named(files)} is shown as what would change; nothing is kept yet.`,
    async () => {
      const again = window.getByRole('button', { name: say('otherFile') })
      if (await again.isVisible()) await again.click()
      await chooseFiles(stage, files)
      await heading2(stage, say('preview')).waitFor({ timeout: 30_000 })
    },
    `${which}-import-preview`,
  )
  await step(
    'Taken over as one action, with a report.',
    async () => {
      const [takeOver] = say('takeOver', { count: 2 }).split('2')
      await window.getByRole('button', { name: takeOver?.trim() ?? '' }).click()
      await window.getByText(say('done')).waitFor({ timeout: 30_000 })
      await pupilsBecome(stage, (count) => count > 0)
    },
    `${which}-import-report`,
  )
}

const heading2 = ({ window }: Stage, name: string) =>
  window.getByRole('heading', { level: 2, name })

async function chooseFiles({ window }: Stage, files: readonly string[]) {
  const chooser = window.waitForEvent('filechooser')
  await window.getByRole('button', { name: say('choose'), exact: true }).click()
  await (await chooser).setFiles([...files])
}

async function pupilsBecome({ window }: Stage, fits: (count: number) => boolean) {
  for (let tries = 0; tries < 100; tries += 1) {
    if (fits((await ask<readonly PupilRow[]>(window, 'pupils.list', {})).length)) return
    await window.waitForTimeout(100)
  }
  throw new Error('The school has not the pupils it should have')
}

function named(files: readonly string[]) {
  const [first, ...others] = files.map((file) => path.basename(file))
  return others.length > 0 ? `An export of ${files.length} files` : (first ?? '')
}
