import path from 'node:path'
import { importsMessages } from '#shared/imports/imports-messages.ts'
import { speak } from '#shared/platform/messages.ts'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import type { PupilRow } from '#shared/pupils/pupils-contract.ts'
import { todayMessages } from '#shared/school/today-messages.ts'
import { closeNotices } from './moves.ts'
import { type Export, schoolFiles } from './school-files.ts'
import { ask, heading, type Stage } from './stage.ts'

const say = speak(importsMessages, 'nl')
const sayToday = speak(todayMessages, 'nl')
const sayUi = speak(uiMessages, 'nl')

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

  for (const each of files.tried) {
    await playTakeOver(stage, each, each.kind.toLowerCase())
    await step('And taken back with one click, whole.', () => undoImport(stage))
  }

  if (files.isReal)
    console.log('  (Both files are years old; the next is the first with this year in it.)')
  await playTakeOver(stage, files.kept, 'this-year')
}

/** Chosen, looked at as a difference with the school, and taken over with a report. */
async function playTakeOver(stage: Stage, { kind, files }: Export, name: string) {
  const { window, step } = stage
  await step(
    `${named(files)} (${kind}) is shown as what would change; nothing is kept yet.`,
    async () => {
      const another = window.getByRole('button', { name: say('otherFile') })
      if (await another.isVisible()) await another.click()
      await chooseFiles(stage, files)
      await window
        .getByRole('heading', { level: 2, name: say('preview') })
        .waitFor({ timeout: 30_000 })
    },
    `${name}-preview`,
  )
  await step(
    'Taken over as one action, with a report.',
    async () => {
      const [beforeCount] = say('takeOver', { count: 2 }).split('2')
      await window.getByRole('button', { name: beforeCount?.trim() ?? '' }).click()
      await window.getByText(say('done')).first().waitFor({ timeout: 30_000 })
      await pupilsBecome(stage, (count) => count > 0)
    },
    `${name}-report`,
  )
}

async function undoImport(stage: Stage) {
  const { window } = stage
  await window.getByRole('button', { name: sayUi('undo'), exact: true }).click()
  await pupilsBecome(stage, (count) => count === 0)
  // What is gone has no report either: the next file can be chosen at once.
  await window.getByText(say('chooseTitle')).waitFor()
  await closeNotices(stage)
}

export async function chooseFiles({ window }: Stage, files: readonly string[]) {
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
