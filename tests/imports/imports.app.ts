import { expect, test } from '@playwright/test'
import { areas } from '../areas.ts'
import { oneRosterFiles } from '../builders/oneroster-files.ts'
import { barriersIn, openPractice, visit } from '../practice-window.ts'

const chosen = (files: ReadonlyMap<string, string>) =>
  [...files].map(([name, text]) => ({
    name,
    mimeType: 'text/csv',
    buffer: Buffer.from(text),
  }))

const invalid = [
  {
    name: 'EDEX.XML',
    mimeType: 'text/xml',
    buffer: Buffer.from('<!DOCTYPE EDEX [<!ENTITY x "y">]><EDEX>&x;</EDEX>'),
  },
]

test.describe('a file of another system', () => {
  test('is compared first, then taken over, and undone as a whole', async () => {
    await using balie = await openPractice('nl')
    const { window } = balie
    await visit(window, 'manage')

    await window
      .locator('input[type=file]')
      .first()
      .setInputFiles(chosen(oneRosterFiles(12)))

    const pupils = window.getByRole('row', { name: /^Leerlingen/ })
    await expect(pupils.getByRole('cell').first()).toHaveText('12')
    await window.getByRole('button', { name: /^Neem .* over$/ }).click()
    await expect(window.getByRole('alert')).toContainText('overgenomen')

    await window.keyboard.press(`Control+${areas.pupils}`)
    await expect(window.getByText('van 282')).toBeVisible()
    await window.keyboard.press('Control+z')
    await expect(window.getByText('van 270')).toBeVisible()
  })

  test('that is wrong changes nothing and says why', async () => {
    await using balie = await openPractice('nl')
    const { window } = balie
    await visit(window, 'manage')

    await window.locator('input[type=file]').first().setInputFiles(invalid)

    await expect(window.getByRole('alert')).toContainText('Er is niets veranderd')
    await expect(window.getByText(/^EDEX\.XML, regel 1/)).toBeVisible()
  })

  test('has steps that axe finds nothing wrong with, light and dark', async () => {
    await using balie = await openPractice('nl')
    const { window } = balie
    await visit(window, 'manage')
    const choosing = await barriersIn(window)
    await window
      .locator('input[type=file]')
      .first()
      .setInputFiles(chosen(oneRosterFiles(12)))
    await expect(window.getByRole('button', { name: /^Neem .* over$/ })).toBeVisible()

    expect([...choosing, ...(await barriersIn(window))]).toEqual([])
  })
})
