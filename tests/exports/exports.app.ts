import fs from 'node:fs'
import path from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { barriersIn, openPractice, visit } from '../practice-window.ts'
import type { RunningApp } from '../running-app.ts'

/** Whoever is asked where to save answers this; null turns back there. */
function answerDialog({ app }: RunningApp, filePath: string | null) {
  return app.evaluate(({ dialog }, place) => {
    dialog.showSaveDialog = () =>
      Promise.resolve({ canceled: place === null, filePath: place ?? '' })
  }, filePath)
}

const save = (window: Page) => window.getByRole('button', { name: /^Bewaar…/ })
const purpose = (window: Page) => window.getByRole('textbox', { name: 'Waarvoor' })
const log = (window: Page) => window.getByRole('region', { name: 'Eerdere exports' })

test.describe('the export screen', () => {
  test('saves a file, says so, and keeps who took it and what for', async () => {
    await using balie = await openPractice('nl')
    const { window, userData } = balie
    const file = path.join(userData, 'lijst.csv')
    await answerDialog(balie, file)
    await visit(window, 'manage', 'Exporteren')
    await window.getByRole('button', { name: 'Opgave aan gemeente of bestuur' }).click()

    await save(window).click()

    await expect(window.getByRole('alert')).toContainText(/lijst\.csv is bewaard: \d+ leerlingen/)
    const [header = '', ...rows] = fs.readFileSync(file, 'utf8').trimEnd().split('\r\n')
    expect(header).toContain('Roepnaam;Tussenvoegsel;Achternaam')
    expect(rows.length).toBeGreaterThan(200)
    await expect(log(window)).toContainText('Heidi Smit')
    await expect(log(window)).toContainText('Opgave aan gemeente of bestuur')
    await expect(purpose(window)).toHaveValue('')
  })

  test('saves nothing without a purpose, and nothing when somebody turns back', async () => {
    await using balie = await openPractice('nl')
    const { window } = balie
    await answerDialog(balie, null)
    await visit(window, 'manage', 'Exporteren')

    await save(window).click()

    await expect(window.getByText('Schrijf op waarvoor')).toBeVisible()
    await expect(purpose(window)).toBeFocused()

    await purpose(window).fill('Proef')
    await save(window).click()

    await expect(window.getByRole('alert')).toHaveText('Er is niets bewaard.')
    await expect(window.getByText('Er is nog niets geëxporteerd.')).toBeVisible()
  })

  test('says when the file cannot be written, and leaves nothing half', async () => {
    await using balie = await openPractice('nl')
    const { window, userData } = balie
    const folder = path.join(userData, 'weg')
    await answerDialog(balie, path.join(folder, 'lijst.csv'))
    await visit(window, 'manage', 'Exporteren')
    await purpose(window).fill('Proef')

    await save(window).click()

    await expect(window.getByRole('alert')).toContainText('kon daar niet worden bewaard')
    expect(fs.existsSync(folder)).toBe(false)
  })

  test('asks before protected pupils go along, and counts them', async () => {
    await using balie = await openPractice('nl')
    const { window } = balie
    await visit(window, 'manage', 'Exporteren')
    const choice = window.getByRole('checkbox', { name: 'Afgeschermde leerlingen meenemen' })
    const leftOut = window.getByText(/afgeschermde leerlingen? blij/)
    await expect(leftOut).toBeVisible()

    await choice.click()
    await expect(choice).not.toBeChecked()
    await window.getByRole('button', { name: 'Neem ze mee' }).click()

    await expect(choice).toBeChecked()
    await expect(leftOut).toBeHidden()

    await window.getByText('vCard', { exact: true }).click()
    await expect(choice).toBeHidden()
    await expect(leftOut).toBeVisible()
  })

  test('is worked by keyboard alone', async () => {
    await using balie = await openPractice('nl')
    const { window, userData } = balie
    const file = path.join(userData, 'adresboek.vcf')
    await answerDialog(balie, file)
    await visit(window, 'manage', 'Exporteren')
    await expect(save(window)).toBeEnabled()

    await window.getByRole('radio', { name: /^CSV/ }).focus()
    await window.keyboard.press('ArrowDown')
    await window.keyboard.press('ArrowDown')
    await expect(window.getByRole('radio', { name: /^vCard/ })).toBeChecked()
    await window.keyboard.press('Tab')
    await window.keyboard.press('Tab')
    await window.keyboard.press('Space')
    await expect(window.getByRole('button', { name: '1/2A' })).toHaveAttribute(
      'aria-pressed',
      'true',
    )
    await purpose(window).focus()
    await window.keyboard.type('Adresboek van de kleuters')
    await window.keyboard.press('Control+s')

    await expect(window.getByRole('alert')).toContainText('adresboek.vcf is bewaard')
    expect(fs.readFileSync(file, 'utf8')).toMatch(/^BEGIN:VCARD\r\nVERSION:3\.0\r\n/)
  })

  test('has nothing that axe finds wrong after a file was saved, light and dark', async () => {
    await using balie = await openPractice('nl')
    const { window, userData } = balie
    await answerDialog(balie, path.join(userData, 'lijst.xlsx'))
    await visit(window, 'manage', 'Exporteren')
    await window.getByText('Excel', { exact: true }).click()
    await purpose(window).fill('Proef')
    await expect(save(window)).toBeEnabled()
    await window.keyboard.press('Control+s')
    await expect(log(window)).toContainText('Proef')

    expect(await barriersIn(window)).toEqual([])
  })
})
