import { expect, type Locator, type Page, test } from '@playwright/test'
import { barriersIn, openPractice } from '../practice-window.ts'

test.describe('the inbox', () => {
  test('decides ten requests by keyboard alone, and takes one back', async () => {
    await using balie = await openPractice('nl')
    const { window } = balie
    const { keyboard } = window
    const main = window.getByRole('main')
    const queue = main.getByRole('listbox', { name: 'Wijzigingsverzoeken' })
    const waiting = main.getByRole('option')
    const shown = main.getByRole('heading', { level: 2 })
    const decided = async (key: string) => {
      const count = await waiting.count()
      await keyboard.press(key)
      await expect(waiting).toHaveCount(count - 1)
      await expect(window.locator('[inert]')).toHaveCount(0)
    }

    await keyboard.press('Control+2')
    await expect(queue).toBeVisible()
    await expect(waiting).toHaveCount(14)
    // A new address: two of its fields, for who asked and the child.
    await expect(main.getByText('Voor wie geldt het nieuwe adres?')).toBeVisible()
    expect(await barriersIn(window)).toEqual([])
    await queue.focus()
    await keyboard.press('Enter')
    await tabTo(window, main.getByRole('checkbox', { name: 'Neem Woonplaats over' }))
    await keyboard.press('Space')
    await expect(main.getByRole('button', { name: 'Neem 3 over, wijs 1 af' })).toBeVisible()
    await decided('a')
    await expect(window.getByText(/deels overgenomen/)).toBeVisible()
    await expect(queue).toBeFocused()

    // Undone while the answer has not left, and decided after all.
    await keyboard.press('Control+z')
    await expect(waiting).toHaveCount(14)
    await keyboard.press('Home')
    await expect(main.getByText('Voor wie geldt het nieuwe adres?')).toBeVisible()
    await decided('x')

    // Written otherwise than it was asked.
    await keyboard.press('e')
    await keyboard.press('Control+a')
    await keyboard.type('0345 098 765')
    await keyboard.press('Enter')
    await expect(main.getByText('aangepast')).toBeVisible()
    await decided('a')

    // Left for later; the next opens by itself.
    const put = await shown.textContent()
    await keyboard.press('s')
    await expect(shown).not.toHaveText(String(put))
    for (let done = 2; done < 8; done++) await decided('a')

    // The office changed this one since: somebody chooses before anything is written.
    await keyboard.press('a')
    await expect(main.getByText('Kies eerst bij wat intussen gewijzigd is.')).toBeVisible()
    await keyboard.press('Enter')
    await tabTo(window, main.getByRole('radio', { name: /^Houd / }))
    await keyboard.press('Space')
    await decided('a')
    await decided('a')
    await expect(waiting).toHaveCount(4)
  })
})

async function tabTo(window: Page, place: Locator) {
  while (!(await place.evaluate((found) => found === document.activeElement))) {
    await window.keyboard.press('Tab')
  }
}
