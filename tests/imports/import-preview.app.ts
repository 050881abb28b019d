import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { barriersIn, openPractice, visit } from '../practice-window.ts'
import { aClass, anEdexml } from './edexml-file.ts'
import { chooseTexts, count, expectNoSideScroll, line, lines, takeOver } from './import-window.ts'

const klas = (schoolYear = '2026-2027') =>
  anEdexml({
    schoolYear,
    groups: aClass('G1', 'Zeesterren'),
    pupils: [
      { key: 'P1', roepnaam: 'Åsa', achternaam: 'Zandstra', groep: 'G1' },
      { key: 'P2', roepnaam: 'Björn', achternaam: 'Zandstra', groep: 'G1' },
      { key: 'P3', roepnaam: 'Noor', achternaam: 'Zeilstra', groep: 'G1' },
    ],
  })

test.describe('a file dropped anywhere in the window', () => {
  test('is read, also over the preview of another one', async () => {
    await using balie = await openPractice('nl')
    const { window } = balie
    await visit(window, 'manage')
    await chooseTexts(window, { 'oud.xml': klas('2014-2015') })
    await expect(takeOver(window)).toBeVisible()

    const dropped = await window.evaluateHandle((text) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([text], 'nieuw.xml', { type: 'text/xml' }))
      return transfer
    }, klas())
    const status = window.getByRole('contentinfo')
    await status.dispatchEvent('dragover', { dataTransfer: dropped })
    await expect(window.getByRole('heading', { name: 'Laat los om te lezen' })).toBeVisible()
    await status.dispatchEvent('drop', { dataTransfer: dropped })

    await expect(window.getByText('nieuw.xml', { exact: true })).toBeVisible()
    await expect(takeOver(window)).toBeVisible()
  })
})

test.describe('the preview of a file', () => {
  test('is searched, narrowed by a number, and a line left out with the space bar', async () => {
    await using balie = await openPractice('nl')
    const { window } = balie
    await visit(window, 'manage')
    await chooseTexts(window, { 'klas.xml': klas() })
    await count(window, 'Leerlingen', 'nieuw').click()
    await expect(lines(window).getByRole('rowheader')).toHaveCount(3)

    await window.getByRole('textbox', { name: 'Zoek in de regels' }).fill('zeil')
    await expect(lines(window).getByRole('rowheader')).toHaveText(['Noor Zeilstra'])
    await expect(takeOver(window)).toContainText('4')
    await window.keyboard.press('ArrowDown')
    await window.keyboard.press('Space')

    await expect(takeOver(window)).toContainText('3')
    await expect(window.getByText('1 regel laat je zelf weg.')).toBeVisible()
  })

  test('tells what a new line holds, beside the list', async () => {
    await using balie = await openPractice('nl')
    const { window } = balie
    await visit(window, 'manage')
    await chooseTexts(window, { 'klas.xml': klas() })
    await count(window, 'Leerlingen', 'nieuw').click()

    await line(window, /Björn/).click()

    const panel = window.getByRole('complementary', { name: 'Björn Zandstra' })
    await expect(panel.getByRole('row', { name: 'Roepnaam Björn' })).toBeVisible()
    await expect(panel.getByRole('row', { name: 'Achternaam Zandstra' })).toBeVisible()
  })

  test('says of an old school year where its groups will be found, and there they are', async () => {
    await using balie = await openPractice('nl')
    const { window } = balie
    await visit(window, 'manage')

    await chooseTexts(window, { 'klas.xml': klas('2014-2015') })

    await expect(window.getByText(/schooljaar 2014-2015, en dat is voorbij/)).toBeVisible()
    await takeOver(window).click()
    await expect(window.getByRole('alert')).toContainText('overgenomen')
    await visit(window, 'pupils', 'Groepen')
    await window.getByRole('combobox', { name: 'Schooljaar' }).click()
    await window.getByRole('option', { name: '2014-2015' }).click()
    await expect(window.getByRole('row', { name: /Zeesterren/ })).toBeVisible()
  })

  test('has nothing that axe finds wrong and fits at twice the size', async () => {
    await using balie = await openPractice('nl')
    const { window, app } = balie
    await visit(window, 'manage')
    await chooseTexts(window, { 'klas.xml': klas('2014-2015') })
    await expect(takeOver(window)).toBeVisible()
    const found = await barriersIn(window)

    await app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(683, 384)
    })
    await expectNoSideScroll(window)
    await lines(window).getByRole('row').nth(1).scrollIntoViewIfNeeded()
    expect([...found, ...(await barriersIn(window))]).toEqual([])
  })
})

test.describe('a doubtful pupil', () => {
  /** The first child of the practice school, with a letter of the last name changed. */
  async function openDoubt(window: Awaited<ReturnType<typeof openPractice>>['window']) {
    const rows = await window.evaluate<
      readonly { id: string; birthDate: string; status: string }[]
    >(
      `window.balie.call('pupils.list', {}).then((a) => 'json' in a ? JSON.parse(a.json) : a.value)`,
    )
    const known = rows.find(
      ({ birthDate, status }) => birthDate?.length === 10 && status === 'current',
    )
    const file = await window.evaluate<{
      value: { pupil: Readonly<Record<string, string>>; name: string }
    }>(
      `window.balie.call('pupils.file', { id: '${known?.id}' }).then((a) => 'json' in a ? JSON.parse(a.json) : a.value)`,
    )
    const { pupil, name } = file.value
    const xml = anEdexml({
      pupils: [
        {
          key: 'P1',
          roepnaam: pupil.firstName ?? '',
          achternaam: `${pupil.lastName}s`,
          geboortedatum: pupil.birthDate ?? '',
        },
      ],
    })
    await visit(window, 'manage')
    await chooseTexts(window, { 'klas.xml': xml })
    await expect(window.getByText('Nog kiezen')).toBeVisible()
    return name
  }

  test('stands beside those it may be, is decided with a digit, and taken back with Delete', async () => {
    await using balie = await openPractice('nl')
    const { window } = balie
    const name = await openDoubt(window)
    await expect(takeOver(window)).toBeDisabled()
    await expect(window.getByRole('radio', { name: new RegExp(`^${name}`) })).not.toBeChecked()

    await lines(window).locator('[role=row][tabindex="0"]').focus()
    await window.keyboard.press('1')

    await expect(window.getByRole('radio', { name: new RegExp(`^${name}`) })).toBeChecked()
    await expect(takeOver(window)).toBeEnabled()
    await window.keyboard.press('Delete')
    await expect(takeOver(window)).toBeDisabled()
    await window.keyboard.press('0')
    await expect(window.getByRole('radio', { name: 'Een nieuw iemand' })).toBeChecked()
    expect(await barriersIn(window)).toEqual([])
  })
})

test.describe('the report of an import', () => {
  test('is found back later, saved as a web page, and takes the import back', async () => {
    await using balie = await openPractice('nl')
    const { window, app, userData } = balie
    const file = path.join(userData, 'verslag.html')
    await app.evaluate(({ session }, place) => {
      session.defaultSession.on('will-download', (_event, item) => item.setSavePath(place))
    }, file)
    await visit(window, 'manage')
    await chooseTexts(window, { 'klas.xml': klas() })
    await takeOver(window).click()
    await expect(window.getByRole('alert')).toContainText('overgenomen')
    await visit(window, 'pupils')
    await expect(window.getByRole('heading', { level: 1, name: 'Leerlingen' })).toBeVisible()
    await visit(window, 'manage')

    await window.getByRole('button', { name: /EDEXML · klas\.xml/ }).click()
    await window.getByRole('button', { name: 'Bewaar als webpagina' }).click()

    await expect
      .poll(() => fs.existsSync(file) && fs.readFileSync(file, 'utf8'))
      .toContain('klas.xml')
    await window.getByRole('button', { name: 'Import ongedaan maken' }).click()
    await expect(window.getByText('Er is nog niets geïmporteerd.')).toBeVisible()
  })
})
