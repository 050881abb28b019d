import { expect, type Page, test } from '@playwright/test'
import { areas } from '../areas.ts'
import { openPractice, visit } from '../practice-window.ts'
import type { RunningApp } from '../running-app.ts'

/** What works on every screen, by keyboard alone. */
test.describe('everywhere in the window', () => {
  // One window for the walk: opening Balie for each step would take longer than the steps.
  test.describe.configure({ mode: 'default' })
  let balie: RunningApp
  let window: Page
  let pupils: readonly Pupil[]

  test.beforeAll(async () => {
    balie = await openPractice('nl')
    window = balie.window
    pupils = await everyPupil(window)
  })
  test.afterAll(() => balie.close())
  test.beforeEach(async () => {
    // What the test before it left open.
    await window.keyboard.press('Escape')
    await window.keyboard.press(`Control+${areas.today}`)
  })

  test('a name is found without its accents, and Enter opens the file', async () => {
    const accented = pupils.find(({ name, status }) => status === 'current' && hasAccent(name))
    const { name } = accented ?? fail('nobody has an accent')

    await search(window, plain(name))

    await expect(options(window).first()).toContainText(name)
    await window.keyboard.press('Enter')
    await expect(window.getByRole('heading', { level: 1 })).toContainText(name)
    await expect(window.getByRole('heading', { level: 1 })).toBeFocused()
  })

  test('the last four digits of a phone say whose it is', async () => {
    const caller = pupils.find(({ phone, status }) => status === 'current' && phone)
    const { name, phone } = caller ?? fail('nobody has a phone')

    await search(window, phone?.slice(-4) ?? '')

    await expect(options(window).filter({ hasText: name }).first()).toBeVisible()
  })

  test('a former pupil is found and labelled so', async () => {
    const { name } = pupils.find(({ status }) => status === 'former') ?? fail('nobody left')

    await search(window, name)

    await expect(options(window).filter({ hasText: name }).first()).toContainText('van school')
  })

  test('a command is run by its name, and the focus stands in the list it leads to', async () => {
    await search(window, 'ga naar gezinnen')
    await expect(options(window).first()).toContainText('Gezinnen')

    await window.keyboard.press('Enter')

    await expect(window.getByRole('grid').locator('[role=row][tabindex="0"]')).toBeFocused()
  })

  test('a list answers to the arrows as soon as somebody comes there', async () => {
    await window.keyboard.press(`Control+${areas.pupils}`)
    await expect(row(window)).toBeFocused()
    const first = await row(window).getAttribute('data-row-id')

    await window.keyboard.press('ArrowDown')

    await expect(row(window)).toBeFocused()
    expect(await row(window).getAttribute('data-row-id')).not.toBe(first)
  })

  test('what was changed is undone and done again by keys, and from the clock', async () => {
    const place = await openFirstFile(window)
    const before = await place.innerText()
    await typeOver(window, 'Proefstad')
    await expect(place).toHaveText('Proefstad')

    await window.keyboard.press('Control+z')
    await expect(place).toHaveText(before)
    await window.keyboard.press('Control+Shift+z')
    await expect(place).toHaveText('Proefstad')

    await tabTo(window, 'Laatste handelingen')
    await window.keyboard.press('Enter')
    await expect(window.getByRole('dialog', { name: 'Laatste handelingen' })).toBeVisible()
    await tabTo(window, /^Ongedaan maken: /)
    await window.keyboard.press('Enter')
    await expect(place).toHaveText(before)
    await window.keyboard.press('Escape')
    await expect(window.getByRole('button', { name: 'Laatste handelingen' })).toBeFocused()
  })

  test('Alt+H on a field shows its last changes, and Esc goes back to the field', async () => {
    const place = await openFirstFile(window)
    await typeOver(window, 'Proefdorp')
    await expect(place).toBeFocused()

    await window.keyboard.press('Alt+h')

    const history = window.getByRole('dialog', { name: 'Laatste wijzigingen van Geboorteplaats' })
    await expect(
      history.getByRole('button', { name: /^Zet Geboorteplaats terug op / }).first(),
    ).toBeVisible()
    expect(await history.getByRole('listitem').count()).toBeLessThanOrEqual(3)
    await window.keyboard.press('Escape')
    await expect(place).toBeFocused()
  })

  test('Baliestand makes unreadable what is private, until it is switched off', async () => {
    await window.keyboard.press(`Control+${areas.pupils}`)
    const phone = row(window).locator('[data-private]').first()
    await expect(phone).toHaveCSS('filter', 'none')

    await window.keyboard.press('Control+Shift+b')
    await expect(phone).toHaveCSS('filter', 'blur(7px)')

    await window.keyboard.press('Control+Shift+b')
    await expect(phone).toHaveCSS('filter', 'none')
  })

  test('F6 walks through the parts of the window and comes back to the row', async () => {
    await window.keyboard.press(`Control+${areas.pupils}`)
    await expect(row(window)).toBeFocused()
    await window.keyboard.press('ArrowDown')
    await expect(window.getByRole('complementary')).toBeVisible()
    const parts: string[] = []

    for (let step = 0; step < 12; step++) {
      await window.keyboard.press('F6')
      parts.push(await paneOfFocus(window))
    }

    expect(parts).toEqual(expect.arrayContaining(['HEADER', 'NAV', 'ASIDE', 'grid']))
    await window.keyboard.press(`Control+${areas.pupils}`)
    await expect(row(window)).toBeFocused()
    await window.keyboard.press('F6')
    const next = await paneOfFocus(window)
    await window.keyboard.press('Shift+F6')
    expect(next).not.toBe('grid')
    await expect(row(window)).toBeFocused()
  })

  test('Ctrl+/ shows the keys of this screen, and Esc goes back to the row', async () => {
    await window.keyboard.press(`Control+${areas.pupils}`)
    await expect(row(window)).toBeFocused()
    await window.keyboard.press('Control+/')
    const keys = window.getByRole('dialog', { name: 'Toetsen' })
    await expect(keys.getByText('Filteren', { exact: true })).toBeVisible()
    await expect(keys.getByText('Laatste wijzigingen van het veld')).toBeVisible()
    await window.keyboard.press('Escape')
    await expect(keys).toBeHidden()
    await expect(row(window)).toBeFocused()

    await window.keyboard.press('/')
    await expect(window.getByLabel('Filter leerlingen')).toBeFocused()
  })

  test('single letters do nothing for who switched them off', async () => {
    await switchLetters(window)
    await window.keyboard.press(`Control+${areas.pupils}`)
    await expect(row(window)).toBeFocused()
    const before = await row(window).getAttribute('data-row-id')

    await window.keyboard.press('z')
    await window.keyboard.press('/')

    await expect(row(window)).toBeFocused()
    expect(await row(window).getAttribute('data-row-id')).toBe(before)
  })

  test('a column is made wider by keys and keeps its width', async () => {
    await window.keyboard.press(`Control+${areas.pupils}`)
    const head = window.getByRole('columnheader', { name: 'Adres' })
    const widthOf = async () => Math.round((await head.boundingBox())?.width ?? 0)
    await head.getByRole('button').focus()
    const before = await widthOf()

    await window.keyboard.press('Alt+ArrowRight')
    await window.keyboard.press('Alt+ArrowRight')
    await expect.poll(widthOf).toBe(before + 32)

    await window.keyboard.press(`Control+${areas.today}`)
    await window.keyboard.press(`Control+${areas.pupils}`)
    await expect.poll(widthOf).toBe(before + 32)
  })
})

type Pupil = {
  readonly name: string
  readonly phone: string | null
  readonly status: string
}

/** As text: the bridge belongs to the window's world, which the tests do not share. */
async function everyPupil(window: Page): Promise<readonly Pupil[]> {
  const { json }: { json: string } = await window.evaluate(`window.balie.call('pupils.list', {})`)
  return JSON.parse(json)
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '')
const hasAccent = (text: string) => plain(text) !== text.normalize('NFD')

function fail(what: string): never {
  throw new Error(`The practice school is not as expected: ${what}.`)
}

async function search(window: Page, text: string) {
  await window.keyboard.press('Control+k')
  await expect(window.getByRole('combobox', { name: 'Zoeken en opdrachten' })).toBeFocused()
  await window.keyboard.type(text)
}

const options = (window: Page) => window.getByRole('dialog').getByRole('option')

const row = (window: Page) => window.getByRole('grid').locator('[role=row][tabindex="0"]')

/** Opens the file of the first pupil; returns the birth place, which has the focus. */
async function openFirstFile(window: Page) {
  await window.keyboard.press(`Control+${areas.pupils}`)
  await expect(row(window)).toBeFocused()
  await window.keyboard.press('Home')
  await window.keyboard.press('Control+Enter')
  const place = window.locator('[data-field=birthPlace] [data-inline-text]')
  await expect(window.getByRole('heading', { level: 1 })).toBeFocused()
  await tabTo(window, /^Geboorteplaats/)
  return place
}

/** In a field that has the focus. */
async function typeOver(window: Page, text: string) {
  await window.keyboard.press('F2')
  await window.keyboard.press('Control+a')
  await window.keyboard.type(text)
  await window.keyboard.press('Enter')
}

/** Tab until the focus is on what is called so; further than once round the window is nowhere. */
async function tabTo(window: Page, name: string | RegExp) {
  const wanted = window.getByRole('button', { name }).and(window.locator(':focus'))
  for (let stop = 0; stop < 120; stop++) {
    if ((await wanted.count()) > 0) return
    await window.keyboard.press('Tab')
  }
  fail(`Tab never comes to ${name}`)
}

const paneOfFocus = (window: Page) =>
  window.evaluate(() => {
    const pane = document.activeElement?.closest('[data-pane]')
    if (pane?.querySelector('[role=grid]')) return 'grid'
    return pane?.querySelector('aside') ? 'ASIDE' : (pane?.tagName ?? 'nowhere')
  })

/** Turns the setting of single letters, which stands with the other settings of keys. */
async function switchLetters(window: Page) {
  await visit(window, 'manage', 'School en instellingen')
  await window.getByRole('switch', { name: /letter/i }).press('Space')
}
