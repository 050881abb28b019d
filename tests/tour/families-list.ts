import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { familyScreenMessages } from '#shared/families/family-screen-messages.ts'
import { importColumnsMessages } from '#shared/imports/import-columns-messages.ts'
import { importsMessages } from '#shared/imports/imports-messages.ts'
import { speak } from '#shared/platform/messages.ts'
import { pupilFileMessages } from '#shared/pupils/pupil-file-messages.ts'
import type { PupilRow } from '#shared/pupils/pupils-contract.ts'
import { areas } from '../areas.ts'
import { writeFamiliesFile } from './families-file.ts'
import { chooseFiles } from './import-file.ts'
import { closeNotices, openFile } from './moves.ts'
import { ask, heading, type Stage } from './stage.ts'

const say = speak(importsMessages, 'nl')
const sayColumns = speak(importColumnsMessages, 'nl')
const sayFile = speak(pupilFileMessages, 'nl')
const sayFamily = speak(familyScreenMessages, 'nl')

/** A list of no standard, out of Excel: columns are pointed out, and its rows become families. */
export async function playFamiliesList(stage: Stage) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'balie-list-'))
  try {
    await playColumns(stage, writeFamiliesFile(folder))
    await playFamilies(stage)
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

async function playColumns(stage: Stage, file: string) {
  const { window, step } = stage
  const preview = window.getByRole('heading', { level: 2, name: say('preview') })
  await closeNotices(stage)
  await step(
    'A list out of Excel, semicolons and Windows-1252: Balie has guessed what its columns mean.',
    async () => {
      await stage.open(`Control+${areas.manage}`, say('title'))
      await chooseFiles(stage, [file])
      await preview.waitFor({ timeout: 30_000 })
    },
    'list-preview',
  )
  await step(
    'Two columns it did not know: Heidi looks at all of them.',
    () => window.getByRole('button', { name: sayColumns('adjust') }).click(),
    'list-columns',
  )
  await step(
    'She points out the postcode and the town of the other home.',
    async () => {
      await pointOut(stage, 'Postcode 2', 'tweede postcode')
      await pointOut(stage, 'Woonplaats 2', 'tweede plaats')
    },
    'list-columns-told',
  )
  await step(
    'The layout is kept, so that the next list of this kind needs no looking after.',
    async () => {
      await window.getByRole('button', { name: sayColumns('saveAs') }).click()
      await window.getByRole('textbox', { name: sayColumns('presetName') }).fill('Onze ouderlijst')
      await window.keyboard.press('Enter')
      await window.getByText(sayColumns('fits', { name: 'Onze ouderlijst' })).waitFor()
    },
    'list-layout-kept',
  )
  await step(
    'Twelve children of seven families, and nothing is kept yet.',
    async () => {
      await window.keyboard.press('Control+Enter')
      await preview.waitFor({ timeout: 30_000 })
      await closeNotices(stage)
    },
    'list-preview-again',
  )
}

/** Types part of what a column means and takes the first that fits. */
async function pointOut({ window }: Stage, column: string, typed: string) {
  await window.getByRole('combobox', { name: new RegExp(`: ${column}$`) }).click()
  await window.keyboard.type(typed)
  await window.keyboard.press('ArrowDown')
  await window.keyboard.press('Enter')
}

async function playFamilies(stage: Stage) {
  const { window, step } = stage
  await step(
    'Taken over: guardians that several rows named are one person, brothers and sisters one home.',
    async () => {
      const [beforeCount] = say('takeOver', { count: 2 }).split('2')
      await window.getByRole('button', { name: beforeCount?.trim() ?? '' }).click()
      await window.getByText(say('done')).first().waitFor({ timeout: 30_000 })
      const rows = await ask<readonly PupilRow[]>(window, 'pupils.list', {})
      if (!rows.some(({ name }) => name === 'Märta Öberg')) throw new Error('Märta did not come')
    },
    'list-report',
  )
  await closeNotices(stage)
  await step(
    'Sanne lives in two homes, and her parents stand where they live.',
    async () => {
      await openFile(stage, 'Sanne Vermeer')
      await window.getByRole('tab', { name: sayFile('tab.family') }).click()
    },
    'list-pupil-family',
  )
  await step(
    'The family: both homes side by side, with brother and sister.',
    async () => {
      await window
        .getByRole('button', { name: sayFamily('open-family') })
        .first()
        .click()
      await heading(window, /Vermeer/).waitFor()
    },
    'list-family',
  )
}
