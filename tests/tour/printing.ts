import type { OverviewKind } from '#shared/overviews/overview.ts'
import { overviewChoiceMessages } from '#shared/overviews/overview-choice-messages.ts'
import { overviewsScreenMessages } from '#shared/overviews/overviews-screen-messages.ts'
import { speak } from '#shared/platform/messages.ts'
import { pupilFileMessages } from '#shared/pupils/pupil-file-messages.ts'
import { areas } from '../areas.ts'
import { chooseCast } from './cast.ts'
import { openFile } from './moves.ts'
import type { Stage } from './stage.ts'

const say = speak(overviewsScreenMessages, 'nl')
const sayChoice = speak(overviewChoiceMessages, 'nl')
const sayFile = speak(pupilFileMessages, 'nl')

/** The printing centre: the pages on the screen are the pages on paper. */
export async function playPrinting(stage: Stage) {
  const { window, step } = stage

  await step(
    'The printing centre shows the class overview of one group as it will come out.',
    async () => {
      await stage.open(`Control+${areas.overviews}`, say('title'))
      await showOverview(stage, 'class-overview')
      await window
        .getByRole('group', { name: say('for-whom') })
        .getByRole('button')
        .nth(1)
        .click()
      await previewed(stage)
    },
    'printing-centre',
  )

  await step('All groups in one job, as a PDF.', async () => {
    await window.getByRole('button', { name: say('all-groups') }).click()
    await saveOverview(stage, 'class-overviews')
  })

  await step(
    'The emergency list: whom to call, in order, with allergies.',
    async () => {
      await showOverview(stage, 'emergency-list')
      await saveOverview(stage, 'emergency-list')
    },
    'emergency-list',
  )

  await step(
    'The photo list, with faces only where the family allows it.',
    async () => {
      await showOverview(stage, 'photo-list')
      await saveOverview(stage, 'photo-list')
    },
    'photo-list',
  )

  await step('The birthday list.', async () => {
    await showOverview(stage, 'birthday-list')
    await saveOverview(stage, 'birthday-list')
  })

  await step(
    'Address labels, one for each family.',
    async () => {
      await showOverview(stage, 'address-labels')
      await saveOverview(stage, 'address-labels')
    },
    'address-labels',
  )

  await step(
    'The sheet of one pupil, for the family to check.',
    async () => {
      await openFile(stage, (await chooseCast(window)).caller.name)
      await window.getByRole('button', { name: sayFile('print-sheet') }).click()
      await previewed(stage)
      await saveOverview(stage, 'pupil-sheet')
    },
    'pupil-sheet',
  )
}

export async function showOverview({ window }: Stage, kind: OverviewKind) {
  await window
    .getByRole('navigation', { name: say('documents') })
    .getByRole('button', { name: sayChoice(`kind.${kind}`) })
    .click()
}

/** The pages are drawn one after another; the first is enough to look at. */
async function previewed({ window }: Stage) {
  const preview = window.getByRole('region', { name: say('preview'), exact: true })
  await preview.locator('canvas').first().waitFor()
}

export async function saveOverview(stage: Stage, name: string) {
  await previewed(stage)
  const button = stage.window.getByRole('button', { name: say('save-pdf') })
  await stage.savePdf(name, () => button.click())
}
