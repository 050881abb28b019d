import { expect, type Page, test } from '@playwright/test'
import { barriersIn, openPractice, setLook, visit } from '../practice-window.ts'
import type { RunningApp } from '../running-app.ts'
import { chooseTexts, count, expectNoSideScroll, takeOver } from './import-window.ts'

/** Nothing in it says what its columns are, so that the office must. */
const secretive = ['X1;X2;X3', 'Åsa;Zandstra;q', 'Björn;Zeilstra;r', ''].join('\r\n')

const title = (window: Page) => window.getByRole('heading', { name: 'Wat betekenen de kolommen?' })
const column = (window: Page, name: string) =>
  window.getByRole('combobox', { name: new RegExp(`^Betekent: Kolom \\d+: ${name}$`) })
const goOn = (window: Page) => window.getByRole('button', { name: /^Bekijk wat er verandert/ })

/** Chosen and laid out, with its names, which look like any other row, on the first line. */
async function openSecretive(window: Page) {
  await visit(window, 'manage')
  await chooseTexts(window, { 'lijst.csv': secretive })
  const names = window.getByRole('combobox', { name: 'Kolomnamen staan op' })
  await expect(names).toHaveValue('geen enkele regel')
  await names.focus()
  await window.keyboard.press('ArrowDown')
  // From the last choice on to the first.
  await window.keyboard.press('ArrowDown')
  await window.keyboard.press('Enter')
  await expect(column(window, 'X1')).toBeVisible()
}

/** By keyboard alone: opens the list, types part of what it means, takes the first that fits. */
async function pointOut(window: Page, name: string, typed: string) {
  await column(window, name).focus()
  await window.keyboard.type(typed)
  await window.keyboard.press('ArrowDown')
  await window.keyboard.press('Enter')
}

async function paste({ app, window }: RunningApp, text: string) {
  await expect(window.getByRole('heading', { level: 1, name: 'Importeren' })).toBeVisible()
  await app.evaluate(({ clipboard }, copied) => clipboard.writeText(copied), text)
  await window.keyboard.press('Control+v')
}

test.describe('a table that says nothing of its columns', () => {
  test('is explained by keyboard alone, and not before somebody says whose rows they are', async () => {
    await using balie = await openPractice('nl')
    const { window } = balie
    await openSecretive(window)
    await expect(title(window)).toBeVisible()
    await expect(goOn(window)).toBeDisabled()
    await expect(window.getByText(/^Wijs eerst aan over wie een rij gaat/)).toBeVisible()

    await pointOut(window, 'X1', 'roepnaam')
    await pointOut(window, 'X2', 'achternaam')
    await pointOut(window, 'X3', 'achternaam')
    await expect(window.getByText(/^Twee kolommen betekenen hetzelfde: Achternaam/)).toBeVisible()
    await expect(goOn(window)).toBeDisabled()
    await pointOut(window, 'X3', 'niet overnemen')
    await window.keyboard.press('Control+Enter')

    await expect(count(window, 'Leerlingen', 'nieuw')).toHaveText('2')
  })

  test('is known the next time by the layout that the school kept, until that is removed', async () => {
    await using balie = await openPractice('nl')
    const { window } = balie
    await openSecretive(window)
    await pointOut(window, 'X1', 'roepnaam')
    await pointOut(window, 'X2', 'achternaam')
    await window.getByRole('button', { name: 'Bewaar deze indeling' }).click()
    await window.getByRole('textbox', { name: 'Naam van de indeling' }).fill('Onze lijst')
    await window.keyboard.press('Enter')
    await expect(window.getByText('Past bij: Onze lijst')).toBeVisible()

    await window.getByRole('button', { name: 'Ander bestand' }).click()
    await chooseTexts(window, { 'lijst.csv': secretive })

    await expect(count(window, 'Leerlingen', 'nieuw')).toHaveText('2')
    await window.getByRole('button', { name: 'Kolommen aanpassen' }).click()
    await window.getByRole('button', { name: 'Verwijder de indeling “Onze lijst”' }).click()
    await window.getByRole('button', { name: 'Ander bestand' }).click()
    await chooseTexts(window, { 'lijst.csv': secretive })
    await expect(title(window)).toBeVisible()
  })

  test('is read anew under another separator, and back', async () => {
    await using balie = await openPractice('nl')
    const { window } = balie
    await openSecretive(window)
    const separator = window.getByRole('combobox', { name: 'Kolommen gescheiden door' })
    await expect(separator).toHaveValue('puntkomma')

    await separator.click()
    await window.getByRole('option', { name: 'tab' }).click()
    await expect(window.getByText('X1;X2;X3', { exact: true })).toBeVisible()
    await separator.click()
    await window.getByRole('option', { name: 'puntkomma' }).click()

    await expect(column(window, 'X2')).toBeVisible()
  })

  test('has columns that axe finds nothing wrong with, and that fit at twice the size', async () => {
    await using balie = await openPractice('nl')
    const { window, app } = balie
    await visit(window, 'manage')
    await chooseTexts(window, { 'lijst.csv': secretive })
    await expect(title(window)).toBeVisible()
    const found = await barriersIn(window)

    await app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(683, 384)
    })
    for (const language of ['sv', 'nl'] as const) {
      await setLook(window, { language })
      await expectNoSideScroll(window)
    }
    expect([...found, ...(await barriersIn(window))]).toEqual([])
  })
})

test.describe('cells of a spreadsheet', () => {
  const cells =
    'Roepnaam\tAchternaam\tGeboortedatum\nÅsa\tZandstra\t25-12-2017\nBjörn\tZeilstra\t13-07-2018'

  test('are pasted on the page with Ctrl+V and read as a table', async () => {
    await using balie = await openPractice('nl')
    const { window } = balie
    await visit(window, 'manage')

    await paste(balie, cells)

    await expect(window.getByText('geplakt.tsv')).toBeVisible()
    await expect(count(window, 'Leerlingen', 'nieuw')).toHaveText('2')
    await expect(takeOver(window)).toBeEnabled()
  })

  test('are pasted in the place that the button opens', async () => {
    await using balie = await openPractice('nl')
    const { window } = balie
    await visit(window, 'manage')
    await window.getByRole('button', { name: 'Plak uit Excel' }).click()
    await expect(window.getByRole('textbox', { name: 'Geplakte cellen' })).toBeFocused()
    expect(await barriersIn(window)).toEqual([])

    await paste(balie, cells)

    await expect(count(window, 'Leerlingen', 'nieuw')).toHaveText('2')
  })

  test('that are no table are said to be none', async () => {
    await using balie = await openPractice('nl')
    const { window } = balie
    await visit(window, 'manage')

    await paste(balie, 'hallo')

    await expect(window.getByText(/^Er staat geen tabel op het klembord/)).toBeVisible()
  })
})
