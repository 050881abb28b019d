import { expect, test } from '@playwright/test'
import type { Page } from 'playwright'
import { troubleMessages } from '#shared/desk/trouble-messages.ts'
import { type Language, languages } from '#shared/platform/language.ts'
import { speak } from '#shared/platform/messages.ts'
import { areas } from '../areas.ts'
import { heidisPassword } from '../builders/desk.ts'
import { launchBalie } from '../running-app.ts'
import { type LockableApp, launchLockable } from './lockable-app.ts'
import { aSchoolOnDisk, ask, harms, schoolName } from './school-on-disk.ts'

const say = speak(troubleMessages, 'nl')

for (const language of languages.filter((each) => each === 'nl' || each === 'sv')) {
  test.describe(`a school that cannot be opened, in ${language}`, () => {
    test('whose key left the keychain is told so, and its file stays as it is', () =>
      toldAndUntouched('keychain-empty', language))

    test('whose key does not fit is told so, and its file stays as it is', () =>
      toldAndUntouched('key-wrong', language))

    test('whose file is damaged is told so, and its file stays as it is', () =>
      toldAndUntouched('file-damaged', language))
  })
}

async function toldAndUntouched(trouble: keyof typeof harms, language: Language) {
  const sayIt = speak(troubleMessages, language)
  await using school = await aSchoolOnDisk(language)
  await harms[trouble](school)
  const before = school.fingerprints()

  const balie = await launchBalie({ userData: school.userData })
  await expect(title(balie.window)).toHaveText(sayIt(`${trouble}-what`))
  await expect(balie.window.getByText(sayIt(`${trouble}-safe`))).toBeVisible()
  await expect(balie.window.getByText(sayIt(`${trouble}-now`))).toBeVisible()
  await balie.window.getByRole('button', { name: sayIt('retry') }).click()
  await expect(title(balie.window)).toHaveText(sayIt(`${trouble}-what`))
  await balie.close()

  expect(school.fingerprints()).toEqual(before)
}

test.describe('the recovery sheet', () => {
  test('opens a school whose key was lost, once its code is typed right', async () => {
    await using school = await aSchoolOnDisk()
    await harms['keychain-empty'](school)
    await using balie = await launchBalie({ userData: school.userData })
    const { window } = balie
    const code = window.getByRole('textbox', { name: say('recover-code') })

    await code.fill(school.recoveryCode.replace(/^..../, 'ZZZZ'))
    await window.getByRole('button', { name: say('recover') }).click()
    await expect(window.getByText(say('recovery.wrong-code'))).toBeVisible()
    await code.fill(school.recoveryCode.toLowerCase())
    await window.getByRole('button', { name: say('recover') }).click()

    await expect(title(window)).toHaveText(schoolName)
    await signIn(window, heidisPassword)
    await expect(title(window)).toContainText('Heidi')
  })

  test('puts the key back, so that the next start needs no sheet', async () => {
    await using school = await aSchoolOnDisk()
    await harms['key-wrong'](school)
    const first = await launchBalie({ userData: school.userData })
    await first.window.getByRole('textbox', { name: say('recover-code') }).fill(school.recoveryCode)
    await first.window.getByRole('button', { name: say('recover') }).click()
    await expect(title(first.window)).toHaveText(schoolName)
    await first.close()

    await using second = await launchBalie({ userData: school.userData })

    await expect(title(second.window)).toHaveText(schoolName)
  })
})

test.describe('a desk that is left', () => {
  test('is locked with Ctrl+L and opens with the right password alone', async () => {
    await using school = await aSchoolOnDisk()
    await using balie = await openDesk(school.userData)

    const window = await balie.afterLock(balie.window, () =>
      balie.window.keyboard.press('Control+l'),
    )

    await expect(title(window)).toHaveText(schoolName)
    await signIn(window, 'verkeerd wachtwoord')
    await expect(window.getByText(say('session.refused'))).toBeVisible()
    await signIn(window, heidisPassword)
    await expect(title(window)).toContainText('Heidi')
  })

  test('is locked when the computer itself locks', async () => {
    await using school = await aSchoolOnDisk()
    await using balie = await openDesk(school.userData)

    const window = await balie.afterLock(balie.window, () => lockComputer(balie))

    await expect(title(window)).toHaveText(schoolName)
  })

  test('shows no name of a pupil and answers nothing', async () => {
    await using school = await aSchoolOnDisk()
    await using balie = await openDesk(school.userData)
    await balie.window.keyboard.press(`Control+${areas.pupils}`)
    await expect(balie.window.getByRole('row', { name: /Boer, Noor de/ })).toBeVisible()

    const window = await balie.afterLock(balie.window, () => lockComputer(balie))
    await expect(title(window)).toHaveText(schoolName)

    expect(await window.content()).not.toMatch(/Noor|Boer|Heidi/)
    expect(
      await balie.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length),
    ).toBe(1)
    await expect(ask(window, 'pupils.list', {})).rejects.toThrow()
    await expect(ask(window, 'search.find', { text: 'noor', limit: 8 })).rejects.toThrow()
  })
})

const title = (window: Page) => window.getByRole('heading', { level: 1 })

async function openDesk(userData: string) {
  const balie = await launchLockable({ userData })
  await signIn(balie.window, heidisPassword)
  await expect(title(balie.window)).toContainText('Heidi')
  return balie
}

async function signIn(window: Page, password: string) {
  await window.getByRole('textbox', { name: say('user-name') }).fill('heidi')
  await window.getByLabel(say('password'), { exact: true }).fill(password)
  await window.getByRole('button', { name: say('sign-in') }).click()
}

/** What the operating system tells when somebody locks it or walks away. */
const lockComputer = ({ app }: LockableApp) =>
  app.evaluate(({ powerMonitor }) => void powerMonitor.emit('lock-screen'))
