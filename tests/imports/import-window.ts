import { expect, type Page } from '@playwright/test'

/** Files as somebody would choose them, by name and text. */
export async function chooseTexts(window: Page, files: Readonly<Record<string, string>>) {
  const chosen = Object.entries(files).map(([name, text]) => ({
    name,
    mimeType: 'text/plain',
    buffer: Buffer.from(text),
  }))
  await window.locator('input[type=file]').first().setInputFiles(chosen)
}

export const takeOver = (window: Page) => window.getByRole('button', { name: /^Neem .* over$/ })

/** A number of the table of counts, as its button is named. */
export const count = (window: Page, kind: string, outcome: string) =>
  window.getByRole('button', { name: new RegExp(`^${kind}, ${outcome}: `) })

/** The list of lines, and one of them. */
export const lines = (window: Page) => window.getByRole('grid', { name: 'Regel voor regel' })
export const line = (window: Page, name: string | RegExp) =>
  lines(window).getByRole('row', { name })

/** Nothing of the page falls off its side. */
export async function expectNoSideScroll(window: Page) {
  const spare = await window.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(spare).toBeLessThanOrEqual(0)
}
