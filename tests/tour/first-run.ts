import { setupMessages } from '#shared/desk/setup-messages.ts'
import { speak } from '#shared/platform/messages.ts'
import { heading, type Stage } from './stage.ts'

const say = speak(setupMessages, 'nl')

/** From nothing to Today in the practice school. */
export async function playFirstRun({ window, step }: Stage) {
  await step(
    'A new computer: Balie asks what to do, in Dutch and for the Netherlands.',
    async () => {
      // Whatever language this computer speaks, the list names each in its own words.
      await window.getByRole('combobox').first().click()
      await window.getByRole('option', { name: 'Nederlands', exact: true }).click()
      await heading(window, say('welcome')).waitFor()
      await window.getByRole('combobox', { name: say('country') }).click()
      await window.getByRole('option', { name: say('country-nl') }).click()
    },
    'first-run',
  )

  await step(
    'Heidi first wants to try things out: she chooses the practice school.',
    async () => {
      await window.getByRole('button', { name: say('practice-title') }).click()
      await heading(window, say('practice-title')).waitFor()
    },
    'practice-choice',
  )

  await step(
    'Balie invents a school of 221 children and opens at Today.',
    async () => {
      await window.getByRole('button', { name: say('practice-start') }).click()
      await heading(window, /Heidi/).waitFor({ timeout: 60_000 })
    },
    'today',
  )
}
