import { expect, test } from '@playwright/test'
import { barriersIn, openPractice } from '../practice-window.ts'

test.describe('the calendar in the window', () => {
  test('takes an appointment and a study day by keys alone, and can be read by everybody', async () => {
    await using balie = await openPractice('nl')
    const { window } = balie
    await window.getByRole('navigation').getByRole('button', { name: 'Agenda' }).click()
    await expect(window.getByRole('table')).toBeVisible()
    expect(await barriersIn(window)).toEqual([])

    await window.keyboard.press('Control+n')
    await window.keyboard.type('Proefdag')
    await window.keyboard.press('Enter')
    await expect(window.getByRole('button', { name: /^Proefdag, activiteit/ })).toBeVisible()

    await window.getByRole('tab', { name: 'Jaar' }).click()
    await expect(window.getByRole('table')).toHaveCount(12)
    const days = window.locator('button[data-day][tabindex="0"]')
    await days.focus()
    await window.keyboard.press('ArrowDown')
    await expect(days).toHaveAttribute('data-day', '2026-08-08')
    await window.keyboard.press('PageDown')
    await expect(days).toBeFocused()

    await window.getByRole('tab', { name: 'Schooldagen' }).click()
    const sum = window.getByText(/\d+ schooldagen · /)
    const before = Number((await sum.textContent())?.split(' ')[0])
    await window.getByRole('button', { name: 'Dagen toevoegen' }).press('Enter')
    expect(await barriersIn(window)).toEqual([])
    await window.getByRole('textbox', { name: 'Naam' }).fill('Extra studiedag')
    await window.getByRole('textbox', { name: 'Eerste dag' }).fill('10-3-2027')
    // Past the button of its calendar: what was typed counts all the same.
    await window.keyboard.press('Tab')
    await window.keyboard.press('Tab')
    await window.getByRole('button', { name: 'Bewaren' }).press('Enter')

    await expect(sum).toHaveText(new RegExp(`^${before - 1} schooldagen`))
    await window.getByRole('button', { name: 'Ongedaan maken' }).last().click()
    await expect(sum).toHaveText(new RegExp(`^${before} schooldagen`))
  })
})
