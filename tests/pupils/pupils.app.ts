import { expect, type Page, test } from '@playwright/test'
import { areas } from '../areas.ts'
import { barriersIn, openPractice } from '../practice-window.ts'
import type { RunningApp } from '../running-app.ts'

const pane = '[data-pane]'

test.describe('the pupils of the practice school', () => {
  // One window for the walk: opening Balie for each step would take longer than the steps.
  test.describe.configure({ mode: 'default' })
  let balie: RunningApp
  let window: Page

  test.beforeAll(async () => {
    balie = await openPractice('nl')
    window = balie.window
  })
  test.afterAll(() => balie.close())
  test.beforeEach(async () => {
    await window.keyboard.press(`Control+${areas.pupils}`)
    await window.getByRole('grid', { name: 'Leerlingen' }).waitFor()
    await filter(window, '')
  })

  test('are found by the last digits of a phone number', async () => {
    const phone = await cell(window, 0, 'Telefoon')

    await filter(window, phone.replace(/\D/g, '').slice(-6))

    await expect(rows(window).first()).toContainText(phone)
    await expect(window.getByRole('status').first()).toContainText(/^[1-9] van /)
  })

  test('are found without accents, in any order of words', async () => {
    const name = await cell(window, 3, 'Naam')
    const words = name.normalize('NFD').replace(/[\p{M},]/gu, '')

    await filter(window, words.split(' ').toReversed().join(' ').toLowerCase())

    await expect(rows(window).first()).toContainText(name)
  })

  test('are nobody when nobody fits, with one button to see everybody again', async () => {
    await filter(window, 'xqzwv')
    await expect(window.getByText('Niemand gevonden')).toBeVisible()

    await window.getByRole('button', { name: 'Wis filter' }).click()

    await expect(rows(window).first()).toBeVisible()
  })

  test('are walked through, looked into and opened by keys alone', async () => {
    const name = await cell(window, 1, 'Naam')
    await window.getByLabel('Filter leerlingen').focus()
    await window.keyboard.press('ArrowDown')
    await window.keyboard.press('Home')
    await window.keyboard.press('ArrowDown')
    await expect(window.locator('[role=row][data-active]')).toContainText(name)

    await window.keyboard.press('Enter')
    await expect(window.locator(`${pane} aside`)).toHaveCount(1)
    expect(await focusIsIn(window, 'aside')).toBe(true)
    await window.keyboard.press('Escape')
    expect(await focusIsIn(window, '[role=grid]')).toBe(true)

    await window.keyboard.press('Control+Enter')
    await expect(window.getByRole('tab', { name: 'Gegevens' })).toBeVisible()
  })

  test('have fields that are changed in place and put back with one button', async () => {
    await openFile(window, 2)
    const place = window.locator('[data-field=birthPlace]').getByRole('button').first()
    await place.focus()
    await window.keyboard.press('F2')

    await window.keyboard.press('Control+a')
    await window.keyboard.type('Leerdam-Oost')
    await window.keyboard.press('Enter')
    await expect(place).toHaveText('Leerdam-Oost')
    await window.getByRole('button', { name: 'Ongedaan maken' }).last().click()

    await expect(place).not.toHaveText('Leerdam-Oost')
  })

  test('come in by keyboard alone, with the home of a sister', async () => {
    const sister = await rows(window).nth(4).locator('[role=rowheader]').innerText()
    const [lastName = '', firstName = ''] = sister.split(', ')
    await window.keyboard.press('Control+n')
    await expect(window.getByLabel('Roepnaam *')).toBeFocused()

    await window.keyboard.type('Proefje')
    await window.getByRole('textbox', { name: 'Geboortedatum *' }).focus()
    await window.keyboard.type('03022021')
    await window.getByLabel('Zoek een broer of zus').focus()
    await window.keyboard.type(`${firstName.split(' ')[0]} ${lastName}`)
    await window.waitForTimeout(300)
    await window.keyboard.press('Enter')
    await expect(window.getByText(/^Woont bij /)).toBeVisible()
    await window.keyboard.press('Control+Enter')

    await expect(window.getByRole('heading', { level: 1 })).toContainText('Proefje')
    await window.getByRole('tab', { name: 'Gezin' }).click()
    await expect(window.getByRole('heading', { name: 'Ouders en verzorgers' })).toBeVisible()
    await expect(window.getByText('Nog geen ouder of verzorger bekend.')).toHaveCount(0)
    await expect(window.getByText('Nog geen adres bekend.')).toHaveCount(0)
  })

  test('are not enrolled without a name, and the form says why', async () => {
    await window.keyboard.press('Control+n')
    await window.getByRole('button', { name: 'Schrijf in' }).click()

    await expect(window.getByRole('alert')).toContainText('Vul de naam in')
    await window.keyboard.press('Escape')
  })

  test('who are protected show their address for a reason, and hide it again', async () => {
    await window.getByText('Alle', { exact: true }).click()
    await window.getByRole('button', { name: 'Meer filters' }).click()
    await window.getByRole('checkbox', { name: 'Afgeschermd' }).check()
    await window.keyboard.press('Escape')
    await rows(window).first().click()
    await expect(window.locator('aside a[href^="tel:"]')).toHaveCount(0)

    await window.getByRole('button', { name: 'Toon met reden' }).click()
    await window.keyboard.press('Enter')
    await expect(window.getByText('Schrijf op waarom, in een paar woorden.')).toBeVisible()
    await window.keyboard.type('Ouder staat aan de balie')
    await window.keyboard.press('Enter')
    await expect(window.locator('aside a[href^="tel:"]').first()).toBeVisible()
    await expect(window.getByText(/Zichtbaar, nog \d+ seconden/)).toBeVisible()
    await window.getByRole('button', { name: 'Verberg nu' }).click()

    await expect(window.locator('aside a[href^="tel:"]')).toHaveCount(0)
    await window.getByRole('button', { name: 'Meer filters' }).click()
    await window.getByRole('checkbox', { name: 'Afgeschermd' }).uncheck()
    await window.keyboard.press('Escape')
    await window.getByText('Nu', { exact: true }).click()
  })

  test('have consents, and a new answer stands beside the old one', async () => {
    await openFile(window, 5)
    await window.getByRole('tab', { name: 'Privacy' }).click()
    const line = window.getByRole('listitem').filter({ hasText: 'Foto in de pers' })

    await line.getByRole('button', { name: 'Antwoord over: Foto in de pers' }).click()
    await window.getByText('Nee', { exact: true }).click()
    await window.getByLabel('Versie van de vraag').fill('proef-9')
    await window.getByRole('button', { name: 'Leg vast' }).click()

    await expect(line).toContainText('versie proef-9')
    await expect(line).toContainText('geen toestemming')
  })

  test('can be chosen by keys and placed in a group together', async () => {
    await window.getByLabel('Filter leerlingen').focus()
    await window.keyboard.press('ArrowDown')
    await window.keyboard.press('Home')
    await window.keyboard.press('Shift+ArrowDown')
    await expect(window.getByText('2 gekozen')).toBeVisible()

    await window.getByRole('button', { name: 'Zet in groep' }).click()
    await window.getByRole('dialog').getByLabel('Groep', { exact: true }).first().click()
    await window.getByRole('option', { name: '6A', exact: true }).click()
    await window.getByRole('button', { name: 'Zet 2 leerlingen in 6A' }).click()

    await expect(rows(window).first()).toContainText('6A')
    await window.keyboard.press('Control+z')
    await expect(rows(window).first()).not.toContainText('6A')
  })

  test('have a filter kept under a name', async () => {
    await filter(window, 'van')
    await window.getByRole('button', { name: 'Weergaven' }).click()
    await window.getByLabel('Naam van deze weergave').fill('Met voorvoegsel')
    await window.getByRole('button', { name: 'Bewaar dit filter' }).click()
    await expect(window.getByText('Weergave Met voorvoegsel bewaard')).toBeVisible()
    await filter(window, '')

    await window.getByRole('button', { name: 'Weergaven' }).click()
    await window.getByRole('button', { name: 'Met voorvoegsel', exact: true }).click()

    await expect(window.getByLabel('Filter leerlingen')).toHaveValue('van')
  })

  test('have screens that axe finds nothing wrong with, light and dark', async () => {
    await rows(window).first().click()
    expect(await barriersIn(window)).toEqual([])

    await openFile(window, 0)
    for (const tab of ['Gegevens', 'Gezin', 'Contacten', 'Medisch', 'Privacy']) {
      await window.getByRole('tab', { name: tab, exact: true }).click()
      await window.waitForTimeout(400)
      expect(await barriersIn(window), tab).toEqual([])
    }
  })

  test('fit a screen of 683 by 384, as at twice the size', async () => {
    await window.setViewportSize({ width: 683, height: 384 })
    expect(await tooWide(window)).toBe(0)
    await openFile(window, 0)
    for (const tab of ['Gegevens', 'Gezin', 'Contacten', 'Medisch', 'Privacy']) {
      await window.getByRole('tab', { name: tab, exact: true }).click()
      expect(await tooWide(window), tab).toBe(0)
    }
    await window.setViewportSize({ width: 1366, height: 768 })
  })
})

const rows = (window: Page) => window.locator('[role=row][data-row]')

async function filter(window: Page, text: string) {
  await window.getByLabel('Filter leerlingen').fill(text)
  // The list follows the letters when it has time.
  await window.waitForTimeout(300)
}

async function cell(window: Page, row: number, column: string) {
  const headers = await window.getByRole('columnheader').allInnerTexts()
  const index = headers.findIndex((header) => header.trim() === column)
  return rows(window).nth(row).locator('> *').nth(index).innerText()
}

async function openFile(window: Page, row: number) {
  await rows(window).nth(row).click()
  await window.keyboard.press('Control+Enter')
  await window.getByRole('tab', { name: 'Gegevens' }).waitFor()
}

function focusIsIn(window: Page, selector: string) {
  return window.evaluate((selector) => document.activeElement?.closest(selector) !== null, selector)
}

const tooWide = (window: Page) =>
  window.evaluate(() => Math.max(0, document.documentElement.scrollWidth - innerWidth))
