import { expect, test } from '@playwright/test'
import { barriersIn, openPractice, visit } from '../practice-window.ts'

test.describe('groups in the window', () => {
  test('are listed with their pupils, and open with Ctrl+Enter', async () => {
    await using balie = await openPractice('nl')
    const { window } = balie
    await visit(window, 'pupils', 'Groepen')
    const list = window.getByRole('grid', { name: 'Groepen van dit schooljaar' })

    await expect(list.getByRole('row').nth(1)).toContainText(/volledig/)
    expect(await barriersIn(window)).toEqual([])

    await list.getByRole('row').nth(3).focus()
    await window.keyboard.press('Control+Enter')
    await expect(window.getByRole('tab', { name: /^Leerlingen \d+$/ })).toBeVisible()
    expect(await barriersIn(window)).toEqual([])
  })

  test('take in a pupil without the mouse, and give it back', async () => {
    await using balie = await openPractice('nl')
    const { window } = balie
    await visit(window, 'pupils', 'Groepen')
    await window.getByRole('grid').getByRole('row').nth(3).focus()
    await window.keyboard.press('Control+Enter')
    const tab = window.getByRole('tab', { name: /^Leerlingen/ })
    await expect(window.getByRole('button', { name: 'Plaats leerlingen' })).toBeVisible()
    const before = Number((await tab.textContent())?.replaceAll(/\D/g, ''))

    await window.keyboard.press('Control+n')
    await window.getByRole('combobox', { name: 'Leerling zoeken' }).fill('a')
    await window.keyboard.press('Enter')
    await window.keyboard.press('Control+Enter')

    await expect(tab).toHaveText(`Leerlingen${before + 1}`)
    const notice = window.getByRole('status').filter({ hasText: '1 leerling in' })
    await notice.getByRole('button', { name: 'Ongedaan maken' }).click()
    await expect(tab).toHaveText(`Leerlingen${before}`)
  })

  test('record an answer about consent with one letter', async () => {
    await using balie = await openPractice('nl')
    const { window } = balie
    await visit(window, 'pupils', 'Groepen')
    await window.getByRole('grid').getByRole('row').nth(3).focus()
    await window.keyboard.press('Control+Enter')
    await window.getByRole('tab', { name: 'Toestemming' }).click()
    const answers = window.getByRole('table').getByRole('row').nth(1).getByRole('button')
    await answers.first().focus()

    await window.keyboard.press('n')

    await expect(answers.first()).toHaveAccessibleName(/: geen toestemming$/)
    const second = window.getByRole('table').getByRole('row').nth(2).getByRole('button').first()
    await expect(second).toBeFocused()
    expect(await barriersIn(window)).toEqual([])
  })

  test('refuse a second group of the same name beside the field', async () => {
    await using balie = await openPractice('nl')
    const { window } = balie
    await visit(window, 'pupils', 'Groepen')
    await window.getByRole('grid').waitFor()
    await window.keyboard.press('Control+n')
    const form = window.getByRole('dialog', { name: /Nieuwe groep/ })

    await form.getByRole('textbox', { name: 'Naam' }).fill('3a')
    await window.keyboard.press('Enter')

    await expect(form.getByText('is er al een groep 3a')).toBeVisible()
  })
})
