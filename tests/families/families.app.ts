import { expect, type Page, test } from '@playwright/test'
import { areas } from '../areas.ts'
import { barriersIn, openPractice } from '../practice-window.ts'
import type { RunningApp } from '../running-app.ts'

test.describe('the families of the practice school', () => {
  test.describe.configure({ mode: 'serial' })
  let balie: RunningApp
  let window: Page

  test.beforeAll(async () => {
    balie = await openPractice('nl')
    window = balie.window
  })
  test.afterAll(() => balie.close())
  test.beforeEach(async () => {
    await window.keyboard.press(`Control+${areas.pupils}`)
    await window.getByRole('button', { name: 'Gezinnen', exact: true }).click()
    await window.getByRole('grid', { name: 'Gezinnen' }).waitFor()
  })

  test('are found by a child and opened by keys', async () => {
    const child = await rows(window).nth(2).locator('[role=gridcell]').first().innerText()
    await window.getByLabel('Filter gezinnen').fill(child.split(',')[0] ?? child)
    await window.waitForTimeout(300)

    await window.keyboard.press('ArrowDown')
    await window.keyboard.press('Home')
    await window.keyboard.press('Control+Enter')

    await expect(window.getByRole('heading', { level: 1 })).toContainText('Gezin ')
    await expect(window.getByRole('heading', { name: 'Wie krijgt wat' })).toBeVisible()
  })

  test('move one child to another address while the others stay', async () => {
    await openFamilyOfTwo(window)
    const first = window.locator('main section').nth(0).getByRole('button').first()
    const child = await first.innerText()
    const homes = await window.getByRole('button', { name: 'Wijzig adres' }).count()

    await window.getByRole('button', { name: 'Wijzig adres' }).first().click()
    await window.getByText('Alleen enkelen').click()
    await window.getByRole('checkbox', { name: child }).check()
    await window.getByLabel('Straat').fill('Proefstraat')
    await window.getByLabel('Huisnummer').fill('9')
    await window.getByLabel('Postcode').fill('4141ab')
    await window.getByRole('button', { name: 'Wijzig voor 1 persoon' }).click()

    await expect(window.getByRole('heading', { name: 'Proefstraat 9' })).toBeVisible()
    await expect(window.getByText('4141 AB')).toBeVisible()
    await expect(window.getByRole('button', { name: 'Wijzig adres' })).toHaveCount(homes + 1)
    await window.getByRole('button', { name: 'Ongedaan maken' }).last().click()
    await expect(window.getByRole('heading', { name: 'Proefstraat 9' })).toHaveCount(0)
  })

  test('ask who moves before they move nobody', async () => {
    await openFamilyOfTwo(window)
    await window.getByRole('button', { name: 'Wijzig adres' }).first().click()
    await window.getByText('Alleen enkelen').click()

    await window.getByRole('button', { name: 'Wijzig voor 0 personen' }).click()

    await expect(window.getByRole('alert')).toContainText('Kies wie verhuist.')
    await window.keyboard.press('Escape')
  })

  test('keep the numbers of a guardian in the order of calling', async () => {
    await openFamilyOfTwo(window)
    await window
      .getByRole('button', { name: /^Nummers van .* wijzigen$/ })
      .last()
      .click()
    const dialog = window.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Voeg nummer toe' }).click()
    await dialog.getByLabel('Telefoonnummer').last().fill('06-12345678')
    await dialog.getByRole('button', { name: 'Nummer 2 eerder bellen' }).click()
    await dialog.getByRole('button', { name: 'Bewaren' }).click()

    await expect(window.getByRole('link', { name: '06 12345678' })).toBeVisible()
  })

  test('say on a child’s tab what was agreed about each guardian', async () => {
    await openFamilyOfTwo(window)
    await window.locator('main section').nth(0).getByRole('button').first().click()
    await expect(window.getByRole('tab', { name: 'Gezin' })).toHaveAttribute(
      'aria-selected',
      'true',
    )
    const more = window.getByRole('button', { name: /^Meer gegevens: / }).last()

    await more.focus()
    await window.keyboard.press('Enter')

    await expect(window.getByText('Bewijs van gezag')).toBeVisible()
    await expect(window.getByText('Recht op informatie')).toBeVisible()
  })

  test('have screens that axe finds nothing wrong with, light and dark', async () => {
    await rows(window).first().click()
    await window.waitForTimeout(400)
    expect(await barriersIn(window)).toEqual([])

    await window.keyboard.press('Control+Enter')
    await window.getByRole('heading', { name: 'Wie krijgt wat' }).waitFor()
    expect(await barriersIn(window)).toEqual([])
  })
})

const rows = (window: Page) => window.locator('[role=row][data-row]')

/** Two children or more, and nobody protected: then there is a home to move away from. */
async function openFamilyOfTwo(window: Page) {
  const family = rows(window)
    .filter({ hasText: /[^,]+, [^,]+/ })
    .filter({ hasNotText: 'Afgeschermd' })
  const count = await family.count()
  for (let index = 0; index < count; index++) {
    const children = await family.nth(index).locator('[role=gridcell]').first().innerText()
    if (!children.includes(',')) continue
    await family.nth(index).dblclick()
    break
  }
  await window.getByRole('heading', { name: 'Wie krijgt wat' }).waitFor()
}
