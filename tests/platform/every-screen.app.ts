import { expect, type Page, test } from '@playwright/test'
import { areas } from '../areas.ts'
import { barriersIn, openPractice, setLook } from '../practice-window.ts'
import { launchBalie } from '../running-app.ts'

/** Every place the rail leads to, and every tab there. */
async function eachScreen(window: Page, look: (name: string) => Promise<void>) {
  const last = await window.getByRole('navigation').first().getByRole('button').count()
  for (let area = 1; area <= last; area++) {
    await window.keyboard.press(`Control+${area}`)
    const tabs = window.getByRole('main').getByRole('navigation').first().getByRole('button')
    // The printing centre's own list is no row of tabs.
    const count = area === areas.overviews ? 0 : await tabs.count()
    await look(`area ${area}`)
    for (let tab = 1; tab < count; tab++) {
      await tabs.nth(tab).click()
      await look(`area ${area}, tab ${tab + 1}`)
    }
  }
}

const settled = (window: Page) =>
  expect(window.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible()

test.describe('every screen', () => {
  test('has nothing that axe finds wrong, light and dark', async () => {
    test.setTimeout(300_000)
    await using balie = await openPractice('nl')
    const found: string[] = []

    await eachScreen(balie.window, async (name) => {
      await settled(balie.window)
      for (const barrier of await barriersIn(balie.window)) found.push(`${name}: ${barrier}`)
    })

    expect(found).toEqual([])
  })

  test('fits a laptop at twice the size without sideways scrolling, in Dutch and Swedish', async () => {
    test.setTimeout(240_000)
    await using balie = await openPractice('se')
    const { app, window } = balie
    await app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(683, 384)
    })
    const found: string[] = []

    for (const language of ['nl', 'sv'] as const) {
      await setLook(window, { language })
      await eachScreen(window, async (name) => {
        await settled(window)
        const spare = await window.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        if (spare > 0) found.push(`${language} ${name}: ${spare} px too wide`)
      })
    }

    expect(found).toEqual([])
  })
})

test.describe('the door', () => {
  test('has nothing that axe finds wrong, light and dark', async () => {
    await using balie = await launchBalie()
    await expect(balie.window.getByRole('heading', { level: 1 })).toBeVisible()

    expect(await barriersIn(balie.window)).toEqual([])
  })
})
