import { overviewsScreenMessages } from '#shared/overviews/overviews-screen-messages.ts'
import { speak } from '#shared/platform/messages.ts'
import { pupilFieldMessages } from '#shared/pupils/pupil-field-messages.ts'
import type { PupilRow } from '#shared/pupils/pupils-contract.ts'
import { areas } from '../areas.ts'
import { changeField, closeNotices, openFound, search } from './moves.ts'
import { saveOverview, showOverview } from './printing.ts'
import { ask, heading, type Stage } from './stage.ts'

const sayField = speak(pupilFieldMessages, 'nl')
const sayPrint = speak(overviewsScreenMessages, 'nl')

/** What the import brought is found, corrected and printed as any other record. */
export async function playImportedPupil(stage: Stage) {
  const { window, step } = stage
  const rows = await ask<readonly PupilRow[]>(window, 'pupils.list', {})
  const name = rows.find(({ status, groupName }) => status === 'current' && groupName)?.name ?? ''

  await closeNotices(stage)
  await step(
    `Ctrl+K finds ${name}, who came with the file.`,
    () => search(stage, name, name),
    'imported-pupil-found',
  )

  await step(
    'A field is corrected.',
    async () => {
      await openFound(stage, name)
      await changeField(stage, sayField('field.birthPlace'), 'Utrecht')
    },
    'imported-pupil-corrected',
  )

  await step(
    'And the class overview goes to paper.',
    async () => {
      await window.keyboard.press(`Control+${areas.overviews}`)
      await heading(window, sayPrint('title')).waitFor()
      await showOverview(stage, 'class-overview')
      await saveOverview(stage, 'imported-class-overview')
    },
    'imported-class-overview-screen',
  )
}
