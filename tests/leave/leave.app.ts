import { expect, test } from '@playwright/test'
import { barriersIn, openPractice, visit } from '../practice-window.ts'

test('leave is granted by keyboard, a line of a counter is contested, and the year is in the file', async () => {
  await using balie = await openPractice('nl')
  const { window } = balie
  const panel = window.getByRole('complementary')

  await visit(window, 'absences', 'Verlof')
  const requests = window.getByRole('grid', { name: 'Aanvragen voor verlof' })
  await requests.getByRole('row').filter({ hasText: 'Huwelijk' }).click()
  await expect(panel.getByRole('heading', { name: /,/ })).toBeVisible()
  await expect(panel.getByRole('button', { name: 'Toekennen' })).toBeVisible()
  await window.keyboard.press('Enter')
  await expect(panel.getByRole('button', { name: 'Toekennen' })).toBeFocused()
  await window.keyboard.press('Enter')
  await expect(window.getByText(/in het register gezet/)).toBeVisible()
  // What waits next opens by itself; what was decided is under all.
  await expect(requests.getByRole('row').filter({ hasText: 'Huwelijk' })).toHaveCount(0)
  expect(await barriersIn(window)).toEqual([])
  await window.getByText('Alle', { exact: true }).click()
  await requests.getByRole('row').filter({ hasText: 'Huwelijk' }).click()
  await expect(panel.getByRole('button', { name: 'Druk brieven af' })).toBeVisible()
  await window.keyboard.press('Control+z')
  await expect(panel.getByRole('button', { name: 'Toekennen' })).toBeVisible()

  await visit(window, 'absences', 'Wettelijk')
  const counters = window.getByRole('grid', { name: 'Tellingen per leerling' })
  await counters.getByRole('row').filter({ hasText: '20 van 16 uur' }).click()
  await panel.getByRole('button', { name: 'Betwist', exact: true }).first().click()
  const form = window.getByRole('dialog', { name: 'Deze regel niet meetellen?' })
  await form.getByRole('textbox').fill('Was bij de dokter')
  await window.keyboard.press('Tab')
  await form.getByRole('button', { name: 'Niet meetellen' }).click()
  await expect(counters.getByRole('row').filter({ hasText: '16,5 van 16 uur' })).toHaveCount(2)
  await expect(panel.getByText(/Was bij de dokter/)).toBeVisible()
  expect(await barriersIn(window)).toEqual([])

  await panel.getByRole('button', { name: 'Open dossier' }).click()
  await window.getByRole('tab', { name: 'Verzuim' }).click()
  await expect(window.getByRole('img', { name: /Ongeoorloofd/ }).first()).toBeVisible()
  expect(await barriersIn(window)).toEqual([])
  await visit(window, 'absences', 'Cijfers')
  await expect(window.getByRole('rowheader', { name: '1/2A' })).toBeVisible()
  expect(await barriersIn(window)).toEqual([])
})
