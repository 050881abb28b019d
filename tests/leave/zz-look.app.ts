import { test } from '@playwright/test'
import { openPractice, setLook, visit } from '../practice-window.ts'

const shots = '/tmp/leave-shots'
const country = (process.env.LOOK ?? 'nl') as 'nl' | 'be' | 'se'

test('look', async () => {
  await using balie = await openPractice(country)
  const { window, app } = balie
  const size = (w: number, h: number) =>
    app.evaluate(
      ({ BrowserWindow }, s) => {
        const win = BrowserWindow.getAllWindows()[0]
        win?.setMinimumSize(300, 300)
        win?.setContentSize(s[0] ?? 0, s[1] ?? 0)
      },
      [w, h],
    )
  for (const [tab, name] of [
    ['Verlof', 'leave'],
    ['Wettelijk', 'counters'],
    ['Cijfers', 'statistics'],
  ] as const) {
    await visit(window, 'absences', tab)
    await window.waitForTimeout(1500)
    await window.screenshot({ path: `${shots}/${country}-${name}.png` })
    await setLook(window, { theme: 'dark' })
    await window.waitForTimeout(300)
    await window.screenshot({ path: `${shots}/${country}-${name}-dark.png` })
    await setLook(window, { theme: 'light' })
  }
  if (country === 'nl') {
    await visit(window, 'absences', 'Verlof')
    await window.getByRole('button', { name: 'Nieuwe aanvraag' }).click()
    await window.waitForTimeout(800)
    await window.screenshot({ path: `${shots}/nl-new.png` })
    await window.keyboard.press('Escape')
    await visit(window, 'absences', 'Wettelijk')
    await window.getByRole('button', { name: 'Getallen' }).click()
    await window.waitForTimeout(500)
    await window.screenshot({ path: `${shots}/nl-figures.png` })
    await window.keyboard.press('Escape')
    await size(683, 384)
    for (const [tab, name] of [
      ['Verlof', 'leave'],
      ['Wettelijk', 'counters'],
      ['Cijfers', 'statistics'],
    ] as const) {
      await visit(window, 'absences', tab)
      await window.waitForTimeout(600)
      await window.screenshot({ path: `${shots}/nl-${name}-small.png` })
    }
  }
})
