import { expect, test } from '@playwright/test'
import { barriersIn, openPractice, visit } from '../practice-window.ts'

test.describe('the start screen', () => {
  test('greets by name and leads to whose file lacks what', async () => {
    await using balie = await openPractice('nl')
    const { window } = balie

    await expect(window.getByRole('heading', { level: 1 })).toHaveText(/^Goede\w+, \w+$/)
    expect(await barriersIn(window)).toEqual([])

    await window.getByRole('button', { name: /onvolledige dossiers/ }).click()
    await expect(window.getByRole('heading', { level: 1 })).toHaveText('Onvolledige dossiers')
    const rows = window.getByRole('grid').getByRole('row')
    await rows.nth(1).focus()
    await window.keyboard.press('Enter')
    await expect(window.getByRole('heading', { name: 'Onvolledige dossiers' })).toBeHidden()
  })

  test('shows a teacher the own groups and nothing that waits for the office', async () => {
    await using balie = await openPractice('nl')
    const { window } = balie
    await window
      .getByRole('banner')
      .getByRole('button', { name: /Administratie$/ })
      .click()
    await window.getByRole('menuitemradio', { name: 'Leerkracht' }).click()

    await expect(window.getByRole('heading', { name: 'Jouw groepen' })).toBeVisible()

    await expect(window.getByRole('heading', { name: 'Nu te doen' })).toBeHidden()
    expect(await barriersIn(window)).toEqual([])
  })
})

test.describe('settings', () => {
  test('are saved when a field is left, and undone', async () => {
    await using balie = await openPractice('nl')
    const { window } = balie
    await visit(window, 'manage', 'School en instellingen')
    const website = window.getByRole('textbox', { name: 'Website' })
    const before = await website.inputValue()

    await website.fill('https://voorbeeld.example')
    await website.press('Tab')
    const notice = window.getByRole('status').filter({ hasText: 'Website gewijzigd' })
    await notice.getByRole('button', { name: 'Ongedaan maken' }).click()

    await expect(website).toHaveValue(before)
    expect(await barriersIn(window)).toEqual([])
  })

  test('are found by a word', async () => {
    await using balie = await openPractice('nl')
    const { window } = balie
    await visit(window, 'manage', 'School en instellingen')

    await window.getByRole('textbox', { name: 'Zoek een instelling' }).fill('vergrendelen')

    await expect(window.getByRole('heading', { level: 3 })).toHaveText([
      'Scherm vergrendelen na (minuten)',
      'Jouw wachtwoord',
    ])
  })
})

test.describe('users', () => {
  test('are added with a role in words', async () => {
    await using balie = await openPractice('nl')
    const { window } = balie
    await visit(window, 'manage', 'Gebruikers')
    await window.getByRole('grid').waitFor()
    await window.keyboard.press('Control+n')
    const form = window.getByRole('dialog', { name: 'Nieuwe gebruiker' })

    await form.getByRole('textbox', { name: 'Voornaam' }).fill('Wil')
    await form.getByRole('textbox', { name: 'Achternaam' }).fill('Óskarsdóttir')
    await expect(form.getByRole('textbox', { name: 'Gebruikersnaam' })).toHaveValue(
      'wil.oskarsdottir',
    )
    await form.getByRole('radio', { name: /^ict-beheerder/ }).check()
    await form.getByRole('button', { name: 'Voeg toe' }).click()

    await expect(window.getByRole('heading', { name: 'Wil Óskarsdóttir' })).toBeVisible()
    expect(await barriersIn(window)).toEqual([])
  })
})
