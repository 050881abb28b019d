import { deskMessages } from '#shared/desk/desk-messages.ts'
import type { Language } from '#shared/platform/language.ts'
import { speak } from '#shared/platform/messages.ts'
import { pupilListMessages } from '#shared/pupils/pupil-list-messages.ts'
import { schoolMessages } from '#shared/school/school-messages.ts'
import { settingsMessages } from '#shared/school/settings-messages.ts'
import { areas } from '../areas.ts'
import { chooseInUserMenu, closeNotices } from './moves.ts'
import { heading, type Stage } from './stage.ts'

/** Dark, Swedish and twice as large; afterwards all is as it was. */
export async function playLooks(stage: Stage) {
  const { window, step } = stage

  await step(
    'Dark, for a dim office.',
    async () => {
      await closeNotices(stage)
      await chooseInUserMenu(stage, 'theme-dark')
      await openPupils(stage, 'nl')
      await window.getByRole('grid').getByRole('row').nth(3).click()
    },
    'dark',
  )

  await step(
    'In Swedish, for a colleague.',
    async () => {
      await chooseInUserMenu(stage, 'theme-light')
      await setLanguage(stage, 'nl', 'sv')
      await openPupils(stage, 'sv')
    },
    'swedish',
  )

  await step(
    'At 200 %, for tired eyes: nothing falls off the side.',
    async () => {
      await setLanguage(stage, 'sv', 'nl')
      await openPupils(stage, 'nl')
      for (const _ of zoomSteps) await window.keyboard.press('Control+=')
      await window.waitForFunction(() => globalThis.devicePixelRatio === 2)
    },
    'zoom-200',
  )

  await step('And back to how it was.', async () => {
    await assertNoSideScroll(stage)
    await window.keyboard.press('Control+0')
    await window.waitForFunction(() => globalThis.devicePixelRatio === 1)
  })
}

/** More than enough to reach the largest size; it stops there by itself. */
const zoomSteps = Array.from({ length: 10 })

async function openPupils(stage: Stage, language: Language) {
  await stage.open(`Control+${areas.pupils}`, speak(pupilListMessages, language)('pupils'))
}

async function setLanguage({ window }: Stage, from: Language, to: Language) {
  const sayDesk = speak(deskMessages, from)
  const say = speak(settingsMessages, from)
  await window.keyboard.press(`Control+${areas.manage}`)
  await window.getByRole('button', { name: sayDesk('settings') }).click()
  await window.getByRole('combobox', { name: say('screen-language') }).click()
  await window
    .getByRole('option', { name: speak(schoolMessages, from)(`language.${to}`), exact: true })
    .click()
  await window.getByRole('button', { name: speak(deskMessages, to)('settings') }).waitFor()
  await heading(window, speak(settingsMessages, to)('title')).waitFor()
}

async function assertNoSideScroll({ window }: Stage) {
  const overflow = await window.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  if (overflow > 0) throw new Error(`At 200 % the page is ${overflow} pixels too wide`)
}
