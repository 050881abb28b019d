import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { barriersIn, openPractice, visit } from '../practice-window.ts'

test.describe('the printing centre', () => {
  test('shows the real pages of one group and of all', async () => {
    await using balie = await openPractice('nl')
    const { window } = balie
    await visit(window, 'overviews')
    const pages = window.getByRole('region', { name: 'Bladzijden van het voorbeeld' })
    await expect(pages.locator('canvas').first()).toBeVisible()
    await expect(window.getByText('leerlingen weggelaten: afgeschermd')).toBeVisible()
    expect(await pages.getByRole('img').count()).toBeGreaterThan(5)
    expect(await barriersIn(window)).toEqual([])

    await window.getByRole('button', { name: '3A', exact: true }).click()

    await expect(pages.getByRole('img')).toHaveCount(1)
    await expect(pages.locator('canvas')).toBeVisible()
  })

  test('asks before protected pupils go on paper', async () => {
    await using balie = await openPractice('nl')
    const { window } = balie
    await visit(window, 'overviews')
    const choice = window.getByRole('checkbox', { name: 'Afgeschermde leerlingen opnemen' })
    await expect(window.getByText('leerlingen weggelaten: afgeschermd')).toBeVisible()

    await choice.click()
    await expect(choice).not.toBeChecked()
    await window.getByRole('button', { name: 'Neem ze op' }).click()

    await expect(choice).toBeChecked()
    await expect(window.getByText('leerlingen weggelaten: afgeschermd')).toBeHidden()
  })

  test('says in a sentence that no column is chosen', async () => {
    await using balie = await openPractice('nl')
    const { window } = balie
    await visit(window, 'overviews')
    for (const column of ['Naam', 'Geboren', 'Adres', 'Postcode en plaats', 'Telefoon']) {
      await window.getByRole('checkbox', { name: column, exact: true }).uncheck()
    }

    await expect(window.getByRole('heading', { name: 'Kies minstens één kolom.' })).toBeVisible()
    await expect(window.getByRole('button', { name: /^Druk af/ })).toBeDisabled()
  })

  test('saves what it shows as PDF, and remembers a layout by name', async () => {
    await using balie = await openPractice('nl')
    const { window, app, userData } = balie
    const file = path.join(userData, 'lijst.pdf')
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
    }, file)
    await visit(window, 'overviews')
    await window.getByRole('button', { name: 'Bewaar PDF' }).click()

    await expect(window.getByText('PDF bewaard')).toBeVisible()
    expect(fs.readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-')

    await window.getByRole('button', { name: 'Bewaar indeling' }).click()
    await window.getByRole('textbox', { name: 'Naam van de indeling' }).fill('Bellijst gym')
    await window.keyboard.press('Enter')
    await expect(window.getByRole('button', { name: 'Bellijst gym', exact: true })).toBeVisible()
  })
})
