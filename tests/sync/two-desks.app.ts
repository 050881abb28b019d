import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { areas } from '../areas.ts'
import { launchLockable } from '../desk/lockable-app.ts'
import { barriersIn, openPractice, setLook, visit } from '../practice-window.ts'
import { aRunningPortal } from './running-portal.ts'

const shots = process.env.BALIE_SHOTS
const shoot = async (window: Page, name: string) => {
  if (shots) await window.screenshot({ path: join(shots, `${name}.png`) })
}

test.describe('a school on a portal', () => {
  test('takes in a second computer, shares an edit with it, and wipes it when it is blocked', async () => {
    test.setTimeout(300_000)
    await using portal = await aRunningPortal()
    await using office = await openPractice('nl')
    await visit(office.window, 'manage', 'Synchronisatie')
    await expect(office.window.getByLabel('Adres van het portaal')).toBeVisible()
    await shoot(office.window, 'sync-none')
    expect(await barriersIn(office.window)).toEqual([])
    await office.window.getByLabel('Adres van het portaal').fill(portal.url)
    await office.window.getByLabel('Code', { exact: true }).fill(portal.code)
    await office.window.getByRole('button', { name: 'Breng de school naar het portaal' }).click()
    const main = office.window.getByRole('main')
    await expect(main.getByText('Alles bijgewerkt', { exact: true })).toBeVisible({
      timeout: 120_000,
    })

    await main.getByRole('button', { name: 'Computer toevoegen' }).click()
    await office.window.getByRole('combobox', { name: 'Voor wie' }).click()
    await office.window.getByRole('option', { name: /Heidi/ }).click()
    await office.window.getByRole('button', { name: 'Maak een code' }).click()
    const code = (await office.window.locator('code').textContent()) ?? ''
    await shoot(office.window, 'sync-code')
    await office.window.getByRole('dialog').getByRole('button', { name: 'Sluiten' }).last().click()

    const laptop = await launchLockable()
    await setLook(laptop.window, { language: 'nl' })
    await shoot(laptop.window, 'first-run')
    await laptop.window.getByRole('button', { name: /Koppel aan onze school/ }).click()
    await laptop.window.getByLabel('Adres van het portaal').fill(portal.url)
    await laptop.window.getByLabel('Code', { exact: true }).fill(code)
    await laptop.window.getByLabel('Wachtwoord op deze computer').fill('drie blauwe fietsen')
    await shoot(laptop.window, 'join')
    expect(await barriersIn(laptop.window)).toEqual([])
    await laptop.window.getByRole('button', { name: 'Koppel deze computer' }).click()
    await expect(laptop.window.getByRole('button', { name: 'Vandaag' })).toBeVisible({
      timeout: 60_000,
    })
    await expect(laptop.window.getByText(/Alles bijgewerkt · /)).toBeVisible({ timeout: 90_000 })
    await laptop.window.keyboard.press(`Control+${areas.pupils}`)
    await expect(laptop.window.getByText(/\d+ van \d+/).first()).toBeVisible()
    await shoot(laptop.window, 'laptop-pupils')

    await main.getByRole('button', { name: 'Nu bijwerken' }).click()
    await visit(office.window, 'manage', 'Logboek')
    await visit(office.window, 'manage', 'Synchronisatie')
    await expect(main.getByText('Toegelaten').first()).toBeVisible()
    await shoot(office.window, 'sync-devices')
    expect(await barriersIn(office.window)).toEqual([])
    await setLook(office.window, { theme: 'dark' })
    const block = main.getByRole('button', { name: 'Blokkeren en wissen' })
    await expect(block).toBeVisible()
    await shoot(office.window, 'sync-devices-dark')
    await block.click()
    await expect(office.window.getByRole('dialog').getByRole('checkbox')).toBeChecked()
    await shoot(office.window, 'sync-block')
    await office.window
      .getByRole('dialog')
      .getByRole('button', { name: 'Blokkeren en wissen' })
      .click()

    await laptop.window.keyboard.press(`Control+${areas.manage}`)
    await laptop.window.getByRole('button', { name: /Alles bijgewerkt · / }).click()
    const wiped = await laptop.afterLock(laptop.window, () =>
      laptop.window.getByRole('button', { name: 'Nu bijwerken' }).click(),
    )
    await expect(wiped.getByText(/op verzoek van de school gewist/)).toBeVisible({
      timeout: 30_000,
    })
    await shoot(wiped, 'wiped')
    expect(existsSync(join(laptop.userData, 'school', 'school.db'))).toBe(false)
    await laptop.close()
  })
})
