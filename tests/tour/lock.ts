import type { Page } from 'playwright'
import { troubleMessages } from '#shared/desk/trouble-messages.ts'
import { speak } from '#shared/platform/messages.ts'
import { password, schoolName, userName } from './own-school.ts'
import { heading, patience, type Stage } from './stage.ts'

const say = speak(troubleMessages, 'nl')

/** Away from the desk and back. */
export async function playLock(stage: Stage) {
  const { step, picture } = stage
  let { window } = stage

  await step('Ctrl+L locks: the window says which school this is, and nothing else.', async () => {
    window = await stage.afterLock(window, () => stage.window.keyboard.press('Control+l'))
    window.setDefaultTimeout(patience)
    await heading(window, schoolName).waitFor()
    await picture('locked', window)
  })

  await step('A wrong password is refused.', async () => {
    await signIn(window, 'verkeerd wachtwoord')
    await window.getByText(say('session.refused')).waitFor()
    await picture('wrong-password', window)
  })

  await step('The right one opens the school again.', async () => {
    await signIn(window, password)
    await heading(window, /Heidi/).waitFor({ timeout: 30_000 })
    await picture('open-again', window)
  })
}

async function signIn(window: Page, typed: string) {
  await window.getByRole('textbox', { name: say('user-name') }).fill(userName)
  await window.getByLabel(say('password')).first().fill(typed)
  await window.getByRole('button', { name: say('sign-in') }).click()
}
