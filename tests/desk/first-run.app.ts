import { existsSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import type { Page } from 'playwright'
import { setupMessages } from '#shared/desk/setup-messages.ts'
import { speak } from '#shared/platform/messages.ts'
import { todayMessages } from '#shared/school/today-messages.ts'
import { heidisPassword } from '../builders/desk.ts'
import { launchBalie, type RunningApp } from '../running-app.ts'
import { aComputer } from './school-on-disk.ts'

const say = speak(setupMessages, 'nl')
const sayToday = speak(todayMessages, 'nl')

test.describe('a new school', () => {
  test('is made with the keyboard alone', async () => {
    using computer = aComputer('nl')
    await using balie = await launchBalie(computer)
    const { window } = balie
    const { keyboard } = window
    await letSave(balie)

    await walkTo(window, say('new-title'))
    await keyboard.press('Enter')
    await expect(title(window)).toHaveText(say('about-title'))
    await typeIn(window, say('school-name'), 'OBS De Mijlpaal')
    await typeIn(window, say('first-name'), 'Heidi')
    await typeIn(window, say('last-name'), 'Smit')
    await typeIn(window, say('password'), heidisPassword)
    await keyboard.press('Enter')

    await expect(title(window)).toHaveText(say('sheet-title'))
    const groups = await window
      .getByRole('list', { name: say('sheet-code') })
      .locator('code')
      .allTextContents()
    await walkTo(window, say('sheet-pdf'))
    await keyboard.press('Enter')
    await expect(window.getByText(say('sheet-printed'))).toBeVisible()
    await walkTo(window, say('next'))
    await keyboard.press('Enter')

    await expect(title(window)).toHaveText(say('confirm-title'))
    for (const number of await askedGroups(window)) {
      await typeIn(window, say('sheet-group', { number }), groups[number - 1] ?? '')
    }
    await keyboard.press('Enter')
    await expect(window.getByText(sayToday('empty-title'))).toBeVisible()
  })

  test('waits until its recovery sheet is on paper or in a file', async () => {
    using computer = aComputer('nl')
    await using balie = await launchBalie(computer)
    const { window } = balie
    await window.getByRole('button', { name: say('new-title') }).click()
    await typeIn(window, say('school-name'), 'OBS De Mijlpaal')
    await typeIn(window, say('first-name'), 'Heidi')
    await typeIn(window, say('password'), heidisPassword)
    await window.keyboard.press('Enter')

    await window.getByRole('button', { name: say('next') }).click()

    await expect(window.getByText(say('sheet-first'))).toBeVisible()
    await expect(title(window)).toHaveText(say('sheet-title'))
    expect(existsSync(computer.files.schoolFolder)).toBe(false)
  })
})

const title = (window: Page) => window.getByRole('heading', { level: 1 })

/** The file dialog is the system's and out of reach; its answer is not. */
function letSave({ app }: RunningApp) {
  return app.evaluate(({ app, dialog }) => {
    const filePath = `${app.getPath('userData')}/sheet.pdf`
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  })
}

/** Tab, as often as it takes, and no further than once around. */
async function walkTo(window: Page, name: string) {
  for (let stops = 0; stops < 40; stops += 1) {
    if ((await focused(window)).startsWith(name)) return
    await window.keyboard.press('Tab')
  }
  throw new Error(`Tab never comes at “${name}”`)
}

async function typeIn(window: Page, label: string, text: string) {
  await walkTo(window, label)
  await window.keyboard.type(text)
}

/** What has the focus, by its label or by what stands on it. */
function focused(window: Page) {
  return window.evaluate(() => {
    const element = document.activeElement
    const labels = element instanceof HTMLInputElement ? element.labels : null
    return (labels?.[0]?.textContent ?? element?.textContent ?? '').trim()
  })
}

async function askedGroups(window: Page) {
  const labels = await window.locator('label').allTextContents()
  return labels.map((label) => Number(label.match(/\d/)?.[0]))
}
