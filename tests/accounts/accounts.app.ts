import { expect, test } from '@playwright/test'
import { barriersIn, openPractice } from '../practice-window.ts'

test.describe('accounts of guardians', () => {
  test('go by keyboard from a list of codes to their letters, and let in who asked', async () => {
    await using balie = await openPractice('nl')
    const { window } = balie
    await window.getByRole('button', { name: 'Beheer' }).first().click()
    const main = window.getByRole('main')
    await main.getByRole('button', { name: 'Ouderaccounts', exact: true }).click()
    await expect(
      window.getByRole('heading', { name: 'Ouderaccounts en koppelcodes' }),
    ).toBeVisible()

    await window.getByRole('combobox', { name: 'Welke' }).click()
    await window.getByRole('option', { name: /^Geen code/ }).click()
    const grid = window.getByRole('grid')
    await grid.getByRole('row').nth(1).click()
    await expect(window.getByRole('heading', { name: 'Wie dit kind kan zien' })).toBeVisible()
    expect(await barriersIn(window)).toEqual([])

    await window.getByRole('button', { name: 'Maak code' }).first().press('Enter')
    await expect(window.getByText('1 code gemaakt')).toBeVisible()
    await window.getByRole('button', { name: 'Druk brief af' }).press('Enter')
    const pages = window.getByRole('region', { name: 'Bladzijden van het voorbeeld' })
    await expect(pages.getByRole('img')).toHaveCount(1)

    await window.keyboard.press('Alt+ArrowLeft')
    await window.getByText(/^Aanvragen \(/).click()
    const requests = window.getByRole('article')
    await expect(requests).toHaveCount(3)
    expect(await barriersIn(window)).toEqual([])
    await requests
      .getByRole('button', { name: /^Laat .+ toe$/ })
      .first()
      .press('Enter')
    await expect(window.getByText('Toegelaten; de code gaat per mail')).toBeVisible()
    await expect(requests).toHaveCount(2)
  })
})
