import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { aSchoolWithFamilies, group4a, juf } from '../builders/families.ts'
import { day } from '../builders/school.ts'

describe('the papers of a round', () => {
  it('name times and families for the teacher, and on the door only times and first names', async () => {
    using school = aSchoolWithFamilies()
    const { meetings } = school
    const rules = {
      ...({ kind: 'progress', mode: 'school', per: 'child', separated: 'each' } as const),
      ...{ name: 'Herfst & <b>winter</b>', minutes: 10, pauseMinutes: 0, mostInARow: null },
      ...{ walkMinutes: 0, opensOn: null, closesOn: null, siblingsDaysEarlier: 0 },
      ...{ asksQuestions: true, introduction: null },
    }
    const added = await meetings.add({ fields: rules })
    assert.ok(added.ok)
    const roundId = added.value
    await meetings.setDays({ roundId, days: [{ day: day('2026-11-30'), from: 960, until: 1080 }] })
    await meetings.invite({ roundId, groupIds: [group4a], pupilIds: [] })
    const planned = await meetings.plan({ roundId })
    assert.ok(planned.ok)
    await meetings.accept({ roundId, moves: [...planned.value.moves] as never })
    const paper = async (kind: 'teachers' | 'doors' | 'families' | 'attendance') =>
      (await meetings.paper({ roundId, kind }))?.html ?? ''

    const [teachers, doors, letters, attendance] = [
      await paper('teachers'),
      await paper('doors'),
      await paper('families'),
      await paper('attendance'),
    ]
    school.become('teacher', { staffId: juf })
    const own = await paper('teachers')

    assert.match(teachers, /Joke Juf[\s\S]*16:00–16:10[\s\S]*Fatma Yılmaz/)
    assert.match(teachers, /Herfst &amp; &lt;b&gt;winter/)
    assert.match(doors, /<td>Yusuf<\/td>/)
    assert.doesNotMatch(doors, /Yılmaz|Fatma|Anna/)
    assert.equal(letters.match(/Beste /g)?.length, 4)
    assert.match(attendance, /Saar de Vries/)
    assert.match(own, /Saar de Vries/)
    for (const page of [teachers, doors, letters, attendance]) {
      assert.doesNotMatch(page, /Vluchtsma|Mirjam/)
    }
  })
})
