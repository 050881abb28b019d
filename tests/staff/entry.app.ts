import { expect, test } from '@playwright/test'
import { troubleMessages } from '#shared/desk/trouble-messages.ts'
import { speak } from '#shared/platform/messages.ts'
import { heidisPassword } from '../builders/desk.ts'
import { aSchoolOnDisk, ask } from '../desk/school-on-disk.ts'
import { barriersIn } from '../practice-window.ts'
import { launchBalie } from '../running-app.ts'

const say = speak(troubleMessages, 'nl')
const joke = {
  ...{ firstName: 'Joke', prefix: null, lastName: 'Visser', userName: 'joke', email: null },
  ...{ role: 'teacher', language: 'nl', seesMedical: false, isActive: true },
}

test('somebody new chooses a password with the slip of the office, by keyboard alone', async () => {
  await using school = await aSchoolOnDisk()
  const office = await launchBalie({ userData: school.userData })
  await expect(office.window.getByLabel(say('user-name'))).toBeVisible()
  await ask(office.window, 'desk.unlock', { userName: 'heidi', password: heidisPassword })
  const added = await ask(office.window, 'staff.add', { fields: joke })
  const invited = await ask(office.window, 'staff.invite', { id: Object(added).value })
  await office.close()

  await using balie = await launchBalie({ userData: school.userData })
  const { window } = balie
  await window.getByRole('button', { name: say('invited') }).press('Enter')
  await expect(window.getByRole('heading', { level: 1 })).toHaveText(say('invitation-title'))
  expect(await barriersIn(window)).toEqual([])
  await expect(window.getByLabel(say('user-name'))).toBeFocused()
  await window.keyboard.type('joke')
  await window.keyboard.press('Tab')
  await window.keyboard.type(Object(Object(invited).value).code)
  await window.keyboard.press('Tab')
  await window.keyboard.type('paard batterij nietje')
  await window.keyboard.press('Enter')

  await expect(window.getByRole('heading', { level: 1 })).toContainText('Joke')
})
