import { deskMessages } from '#shared/desk/desk-messages.ts'
import { speak } from '#shared/platform/messages.ts'
import { searchMessages } from '#shared/search/search-messages.ts'
import { heading, type Stage, typeOver } from './stage.ts'

const sayDesk = speak(deskMessages, 'nl')
const say = speak(searchMessages, 'nl')

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
  await stage.window.keyboard.press('Enter')
  await heading(stage.window, name).waitFor()
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
  await window.getByRole('menuitem', { name: sayDesk(entry) }).click()
}
