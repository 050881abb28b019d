import { expect, test } from '@playwright/test'
import { barriersIn, openPractice, visit } from '../practice-window.ts'

test.describe('parent meetings in the window', () => {
  test('are set up, planned, and moved by keys', async () => {
    test.setTimeout(120_000)
    await using balie = await openPractice('nl')
    const { window } = balie
    const main = window.getByRole('main')
    await visit(window, 'meetings')
    await expect(main.getByRole('heading', { name: 'Gesprekken' })).toBeVisible()
    await window.keyboard.press('Control+n')
    await window.getByRole('textbox', { name: 'Naam' }).fill('Wintergesprekken')
    await window.getByRole('button', { name: 'Bewaar' }).click()
    await main.getByRole('tab', { name: 'Opzet' }).click()
    await main.getByRole('button', { name: 'Dag erbij' }).click()
    await main.getByRole('button', { name: 'Dag erbij' }).click()
    await main.getByRole('button', { name: 'Bewaar' }).click()
    await main.getByRole('button', { name: 'Zet de gesprekken klaar' }).click()
    await expect(main.getByText(/gesprekken staan klaar/)).toBeVisible()
    expect(await barriersIn(window)).toEqual([])

    await main.getByRole('tab', { name: 'Tijden' }).click()
    expect(await barriersIn(window)).toEqual([])

    await main.getByRole('tab', { name: 'Bord' }).click()
    await main.getByRole('button', { name: 'Verdeel de rest' }).click()
    const proposal = window.getByRole('dialog')
    await expect(proposal.getByText(/krijgen een tijd/)).toBeVisible({ timeout: 30_000 })
    await proposal.getByRole('button', { name: /^Neem over/ }).click()
    await expect(main.getByText('Ieder gesprek heeft een tijd.')).toBeVisible()
    expect(await barriersIn(window)).toEqual([])

    const [card] = await main.locator('section[aria-label^="Rooster"] button').all()
    await card?.focus()
    await window.keyboard.press('Enter')
    await window.keyboard.press('ArrowDown')
    await window.keyboard.press('Enter')
    await expect(
      main.getByRole('status').filter({ hasText: /staat op|bezet|Dat|tijd/ }),
    ).toBeVisible()

    await main.getByRole('tab', { name: 'Gezinnen' }).click()
    expect(await barriersIn(window)).toEqual([])
  })
})
