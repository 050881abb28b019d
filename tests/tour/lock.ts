import { troubleMessages } from '#shared/desk/trouble-messages.ts'
import { speak } from '#shared/platform/messages.ts'
import { password, schoolName, userName } from './own-school.ts'
import { heading, type Stage } from './stage.ts'

const say = speak(troubleMessages, 'nl')

/** Away from the desk and back. */
export async function playLock(stage: Stage) {
  const { window, step } = stage

  await step(
    'Ctrl+L locks: the window says which school this is, and nothing else.',
    async () => {
      await window.keyboard.press('Control+l')
      await heading(window, schoolName).waitFor()
    },
    'locked',
  )

  await step(
    'A wrong password is refused.',
    async () => {
      await signIn(stage, 'verkeerd wachtwoord')
      await window.getByText(say('session.refused')).waitFor()
    },
    'wrong-password',
  )

  await step(
    'The right one opens the school again.',
    async () => {
      await signIn(stage, password)
      await heading(window, /Heidi/).waitFor({ timeout: 30_000 })
    },
    'open-again',
  )
}

async function signIn({ window }: Stage, typed: string) {
  await window.getByRole('textbox', { name: say('user-name') }).fill(userName)
  await window.getByLabel(say('password')).first().fill(typed)
  await window.getByRole('button', { name: say('sign-in') }).click()
}
