import { deskMessages } from '#shared/desk/desk-messages.ts'
import { speak } from '#shared/platform/messages.ts'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { searchMessages } from '#shared/search/search-messages.ts'
import { heading, type Stage, typeOver } from './stage.ts'

const sayDesk = speak(deskMessages, 'nl')
const say = speak(searchMessages, 'nl')
const sayUi = speak(uiMessages, 'nl')

/** Ctrl+K, and what is typed brings up who is meant. */
export async function search({ window }: Stage, text: string, found: string) {
  await window.keyboard.press('Control+k')
  await typeOver(window.getByRole('combobox', { name: say('title') }), text)
  const first = window.getByRole('option').first()
  await first.getByText(found, { exact: false }).first().waitFor()
}

/** Finds somebody by name and opens the file. */
export async function openFile(stage: Stage, name: string) {
  await search(stage, name, name)
  await openFound(stage, name)
}

/** Enter, and the file of the first that was found is there. */
export async function openFound({ window }: Stage, name: string) {
  await window.keyboard.press('Enter')
  await heading(window, name).waitFor()
}

/** A line of a file: text until it is clicked. */
export const fieldLine = ({ window }: Stage, label: string) =>
  window.getByRole('button', { name: new RegExp(`^${label} `) }).first()

/** Corrects a field where it stands. */
export async function changeField(stage: Stage, label: string, value: string) {
  await fieldLine(stage, label).click()
  await typeOver(stage.window.getByRole('textbox', { name: label }), value)
  await stage.window.keyboard.press('Enter')
  await fieldLine(stage, label).getByText(value).waitFor()
}

/** What the menu under one's own name offers. */
export async function chooseInUserMenu(
  { window }: Stage,
  entry: 'theme-dark' | 'theme-light' | 'leave-practice' | 'lock',
) {
  await window.getByRole('banner').getByRole('button', { name: 'Heidi' }).click()
  const name = sayDesk(entry)
  // A choice that counts already is a radio button; the rest are plain entries.
  const entries = window.getByRole('menuitem', { name })
  await entries.or(window.getByRole('menuitemradio', { name })).click()
}

/** As somebody does who has read them: they would stand on the next pictures. */
export async function closeNotices({ window }: Stage) {
  const closers = window
    .getByRole('region', { name: sayUi('notices') })
    .getByRole('button', { name: sayUi('close') })
  while ((await closers.count()) > 0) await closers.first().click()
}
