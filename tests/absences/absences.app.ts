import { expect, type Page, test } from '@playwright/test'
import { barriersIn, openPractice } from '../practice-window.ts'

/** On a weekend or holiday the screen says so, and leads to the last day with school. */
async function toSchoolDay(window: Page) {
  const back = window.getByRole('button', { name: /^Ga naar / })
  const title = window.getByRole('heading', { name: 'Geen school op deze dag' })
  await expect(
    title.or(window.getByRole('table')).or(window.getByText('verwacht')).first(),
  ).toBeVisible()
  if (await title.isVisible()) await back.click()
}

const toArea = (window: Page) =>
  window.getByRole('navigation').getByRole('button', { name: 'Aanwezigheid' }).first().click()

const toTab = (window: Page, name: string) =>
  window.getByRole('main').getByRole('button', { name, exact: true }).first().click()

test('a morning: a register by keyboard, the list of nine o’clock, a call that comes in', async () => {
  await using balie = await openPractice('nl')
  const { window } = balie
  await toArea(window)
  await toTab(window, 'Registers')
  await toSchoolDay(window)
  await expect(window.getByRole('table')).toBeVisible()
  expect(await barriersIn(window)).toEqual([])

  await window.getByRole('table').getByRole('button', { name: '4A', exact: true }).click()
  const tiles = window.locator('[data-pupil]')
  await expect(tiles.first()).toBeVisible()
  const reopen = window.getByRole('button', { name: 'Heropen' })
  if (await reopen.isVisible()) await reopen.click()
  const free = window.locator('[data-tone="quiet"] [data-pupil]').first()
  const id = await free.getAttribute('data-pupil')
  const tile = window.locator(`[data-pupil="${id}"]`)
  await tile.focus()
  await window.keyboard.press('a')
  await expect(tile).toContainText('Onbekend afwezig')
  await window.keyboard.press('l')
  await expect(tile).toContainText('Te laat')
  await window.keyboard.press('a')
  await expect(tile).toContainText('Onbekend afwezig')
  expect(await barriersIn(window)).toEqual([])
  await window.keyboard.press('Control+Enter')
  await expect(window.getByText(/Klaar gemeld door/)).toBeVisible()

  await toTab(window, 'Opvolging')
  await toSchoolDay(window)
  const list = window.getByRole('heading', { name: 'Onbekend afwezig' })
  await expect(list).toBeVisible()
  expect(await barriersIn(window)).toEqual([])
  const name = window.locator('[data-state] button').first()
  await name.focus()
  await window.keyboard.press('g')
  await expect(window.getByText(/Geen gehoor \(Heidi Smit\)/)).toBeVisible()

  await toTab(window, 'Dagoverzicht')
  await toSchoolDay(window)
  await expect(window.getByText(/in school gezien/)).toBeVisible()
  expect(await barriersIn(window)).toEqual([])

  // The call of half past eight: one chord, two letters, Enter, Enter.
  await window.keyboard.press('Control+Shift+A')
  await expect(window.getByRole('dialog')).toBeVisible()
  expect(await barriersIn(window)).toEqual([])
  await window.keyboard.type('no')
  await expect(window.getByRole('option').first()).toBeVisible()
  await window.keyboard.press('Enter')
  await expect(window.getByRole('button', { name: 'Meld afwezig' }).last()).toBeFocused()
  await window.keyboard.press('Enter')
  await expect(window.getByRole('status').getByText(/afwezig gemeld/)).toBeVisible()
  expect(await barriersIn(window)).toEqual([])
})
