import { deskMessages } from '#shared/desk/desk-messages.ts'
import { familyScreenMessages } from '#shared/families/family-screen-messages.ts'
import { groupsScreenMessages } from '#shared/groups/groups-screen-messages.ts'
import { speak } from '#shared/platform/messages.ts'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { pupilFieldMessages } from '#shared/pupils/pupil-field-messages.ts'
import { pupilFileMessages } from '#shared/pupils/pupil-file-messages.ts'
import { pupilListMessages } from '#shared/pupils/pupil-list-messages.ts'
import { areas } from '../areas.ts'
import { chooseCast } from './cast.ts'
import { changeField, closeNotices, fieldLine, openFile, openFound, search } from './moves.ts'
import { heading, type Stage } from './stage.ts'

const sayDesk = speak(deskMessages, 'nl')
const sayFamilies = speak(familyScreenMessages, 'nl')
const birthPlace = speak(pupilFieldMessages, 'nl')('field.birthPlace')
const sayFile = speak(pupilFileMessages, 'nl')
const sayGroups = speak(groupsScreenMessages, 'nl')
const sayList = speak(pupilListMessages, 'nl')
const sayUi = speak(uiMessages, 'nl')

/** Finding anyone in a second and correcting in place. */
export async function playPupils(stage: Stage) {
  const { window, step } = stage
  const cast = await chooseCast(window)

  await step(
    'The list of all pupils.',
    async () => {
      await stage.open(`Control+${areas.pupils}`, sayList('pupils'))
      await window.getByRole('grid').getByRole('row').nth(5).waitFor()
    },
    'pupils',
  )

  await step(
    `Typing “${cast.accented.typed}” leaves ${cast.accented.sortName}, accents or not; the side panel says whom to call.`,
    async () => {
      await window.keyboard.press('/')
      await window.keyboard.type(cast.accented.typed, { delay: 30 })
      await window.getByRole('row', { name: cast.accented.sortName }).click()
      await window.getByRole('complementary').getByText(sayFile('call-title')).waitFor()
    },
    'side-panel',
  )

  await step(
    `Ctrl+K finds the same child by “${cast.accented.typed}”.`,
    () => search(stage, cast.accented.typed, cast.accented.name),
    'search-name',
  )

  await step(
    `The phone rings: its last four digits, ${cast.caller.digits}, say who it is and why.`,
    () => search(stage, cast.caller.digits, cast.caller.name),
    'search-phone',
  )

  await step(
    'Enter opens the file of the child.',
    async () => {
      await openFound(stage, cast.caller.name)
    },
    'pupil-file',
  )

  await step(
    'The place of birth is corrected where it stands.',
    () => changeField(stage, birthPlace, '’s-Hertogenbosch'),
    'field-changed',
  )

  await step(
    'One click takes the change back.',
    async () => {
      await window.getByRole('button', { name: sayUi('undo') }).click()
      await fieldLine(stage, birthPlace)
        .getByText('’s-Hertogenbosch')
        .waitFor({ state: 'detached' })
    },
    'undone',
  )

  await closeNotices(stage)
  await step(
    'The family: homes, guardians, who decides and who is called first.',
    () => window.getByRole('tab', { name: sayFile('tab.family') }).click(),
    'family-tab',
  )

  await playProtected(stage, cast.hidden.name)

  await step(
    'All families of the school.',
    async () => {
      await window.keyboard.press(`Control+${areas.pupils}`)
      await window.getByRole('button', { name: sayDesk('families') }).click()
      await heading(window, sayFamilies('families')).waitFor()
    },
    'families',
  )

  await step(
    'The groups, each with what is still missing.',
    async () => {
      await window.getByRole('button', { name: sayDesk('groups') }).click()
      await heading(window, sayGroups('title')).waitFor()
      await window.getByRole('grid').getByRole('row').nth(3).click()
    },
    'groups',
  )
}

async function playProtected(stage: Stage, name: string) {
  const { window, step } = stage
  await step(
    `${name} is protected: address and phone do not show.`,
    async () => {
      await openFile(stage, name)
      await window.getByRole('tab', { name: sayFile('tab.family') }).click()
    },
    'protected',
  )

  await step(
    'With a reason they show for half a minute, and the log remembers who looked.',
    async () => {
      await window
        .getByRole('button', { name: sayFile('reveal') })
        .first()
        .click()
      await window
        .getByRole('textbox', { name: sayFile('reveal-reason') })
        .fill('Ziek geworden, moeder gebeld')
      await window.keyboard.press('Enter')
      await window.getByRole('button', { name: sayFile('reveal-hide') }).waitFor()
    },
    'protected-shown',
  )
}
