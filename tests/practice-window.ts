import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { areas } from './areas.ts'
import { launchBalie, type RunningApp } from './running-app.ts'

/** The practice school of a country in a laptop's window, its screens in Dutch, somebody of the office signed in. */
export async function openPractice(country: 'nl' | 'be' | 'se'): Promise<RunningApp> {
  const balie = await launchBalie({ args: ['--practice', country] })
  const { window, app } = balie
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768)
  })
  await window.getByRole('main').waitFor()
  await setLook(window, { language: 'nl', theme: 'light' })
  await expect(window.getByRole('button', { name: 'Vandaag' })).toBeVisible()
  return balie
}

type Look = { readonly language?: 'nl' | 'sv'; readonly theme?: 'light' | 'dark' }

export async function setLook(window: Page, look: Look) {
  // As text: the bridge belongs to the window's world, which the tests do not share.
  await window.evaluate(`window.balie.call('desk.setLook', ${JSON.stringify(look)})`)
}

/** What axe finds against WCAG 2.2 AA, in light and in dark, as one line each. */
export async function barriersIn(window: Page) {
  const found: string[] = []
  for (const theme of ['light', 'dark'] as const) {
    await setLook(window, { theme })
    await expect(window.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme)
    // Electron cannot open the second page that axe would finish its run in.
    const axe = new AxeBuilder({ page: window }).setLegacyMode(true)
    // By night only the colours are others: the rest was looked at by day.
    const { violations } = await (theme === 'light'
      ? axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      : axe.withRules(['color-contrast', 'link-in-text-block'])
    ).analyze()
    found.push(
      ...violations.map(({ id, nodes }) => `${theme} ${id}: ${nodes[0]?.target.join(' ')}`),
    )
  }
  await setLook(window, { theme: 'light' })
  return found
}

/** Goes to a screen: the area of the rail, and the name of its tab. */
export async function visit(window: Page, area: keyof typeof areas, tab?: string) {
  await window.keyboard.press(`Control+${areas[area]}`)
  if (tab) await window.getByRole('main').getByRole('button', { name: tab, exact: true }).click()
}
