import { setupMessages } from '#shared/desk/setup-messages.ts'
import { speak } from '#shared/platform/messages.ts'
import { todayMessages } from '#shared/school/today-messages.ts'
import { chooseInUserMenu } from './moves.ts'
import { heading, type Stage } from './stage.ts'

const say = speak(setupMessages, 'nl')
const sayToday = speak(todayMessages, 'nl')

export const schoolName = 'Basisschool De Regenboog'
export const userName = 'heidi'
export const password = 'drie blauwe fietsen'

/** Out of the practice school, into one that is real: with a recovery sheet in the hand. */
export async function playOwnSchool(stage: Stage) {
  const { window, step } = stage

  await step('Heidi closes the practice school.', async () => {
    await chooseInUserMenu(stage, 'leave-practice')
    await heading(window, say('welcome')).waitFor()
  })

  await step(
    'A new school: its name, hers, and a password.',
    async () => {
      await window.getByRole('button', { name: say('new-title') }).click()
      await box(stage, 'school-name').fill(schoolName)
      await box(stage, 'place').fill('Utrecht')
      await box(stage, 'first-name').fill('Heidi')
      await box(stage, 'last-name').fill('Smit')
      await box(stage, 'user-name').fill(userName)
      await box(stage, 'password').fill(password)
    },
    'new-school',
  )

  let groups: readonly string[] = []
  await step(
    'The recovery sheet, the only way back if the key is ever lost, is saved.',
    async () => {
      await window.getByRole('button', { name: say('next') }).click()
      const code = window.getByRole('list', { name: say('sheet-code') })
      groups = await code.locator('code').allTextContents()
      const button = window.getByRole('button', { name: say('sheet-pdf') })
      await stage.savePdf('recovery-sheet', () => button.click())
      await window.getByText(say('sheet-printed')).waitFor()
    },
    'recovery-sheet-screen',
  )

  await step(
    'Two groups typed from the sheet prove that it can be read.',
    async () => {
      await window.getByRole('button', { name: say('next') }).click()
      await heading(window, say('confirm-title')).waitFor()
      for (const asked of await window.getByRole('textbox').all()) {
        const label = await asked.evaluate(
          (box) => (box instanceof HTMLInputElement && box.labels?.[0]?.textContent) || '',
        )
        await asked.fill(groups[Number(label.match(/\d+/)?.[0]) - 1] ?? '')
      }
    },
    'two-groups',
  )

  await step(
    'The school exists, encrypted, and is empty.',
    async () => {
      await window.getByRole('button', { name: say('confirm-start') }).click()
      await window.getByText(sayToday('empty-title')).waitFor({ timeout: 30_000 })
    },
    'empty-school',
  )
}

function box({ window }: Stage, key: Parameters<typeof say>[0]) {
  return window.getByLabel(say(key)).first()
}
