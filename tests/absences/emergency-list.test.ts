import assert from 'node:assert/strict'
import { it } from 'node:test'
import { aSchoolWithFamilies, group4a, saar, yusuf } from '../builders/families.ts'
import { printed } from '../overviews/print-requests.ts'
import { absent, inPlace, report } from './absence-days.ts'

it('the emergency list says who is not in the building now', async () => {
  using school = aSchoolWithFamilies()
  await report(school, yusuf)
  await school.absences.mark({ ...inPlace(), pupilId: saar, seen: absent() })

  const { html: text } = await printed(school, { kind: 'emergency-list', groupIds: [group4a] })

  assert.match(text, /Saar.{0,200}Onbekend afwezig/s)
  assert.match(text, /Yusuf.{0,200}Afwezig · Ziek/s)
  assert.equal(text.match(/class="today"/g)?.length, 2)
})
