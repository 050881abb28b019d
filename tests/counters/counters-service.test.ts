import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Decision, Observation } from '#shared/absences/absence-mark.ts'
import type { CounterKind } from '#shared/counters/counter.ts'
import type { PupilId } from '#shared/pupils/pupil.ts'
import { absenceDecisions, absenceMarks } from '../../src-main/absences/absences-table.ts'
import { linkId } from '../../src-main/platform/ids.ts'
import { aSchoolWithFamilies, noor, saar, yusuf } from '../builders/families.ts'
import { day, heidi } from '../builders/school.ts'

type School = ReturnType<typeof aSchoolWithFamilies>

/** The office decides that a pupil was away without leave, both parts of these days. */
function away(school: School, pupilId: PupilId, days: readonly string[], code = 'unauthorised') {
  school.database.write({ staffId: heidi, path: 'absences.mark' }, (db) => {
    for (const on of days) {
      for (const part of ['morning', 'afternoon'] as const) {
        const place = { pupilId, day: day(on), part }
        const decision: Decision = {
          kind: 'absent',
          code,
          spells: [],
          by: heidi,
          at: '2026-11-20T09:00:00.000Z',
          evidence: null,
        }
        db.save(absenceDecisions, {
          ...place,
          id: linkId('absenceDecisions', pupilId, on, part),
          decision,
        })
      }
    }
  })
}

const fourDays = ['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19']

const which = { pupilId: saar, kind: 'nl-sixteen-hours', from: day('2026-11-16') } as const

async function sums(school: School, kind: CounterKind = 'nl-sixteen-hours') {
  const { rows } = await school.counters.list({})
  return rows
    .filter((row) => row.kind === kind)
    .map(({ name, state, total }) => `${name} ${state} ${total}`)
}

describe('the counters of a school', () => {
  it('name who reached sixteen hours, with every line of the sum and the deadline', async () => {
    using school = aSchoolWithFamilies()
    away(school, saar, fourDays)

    assert.deepEqual(await sums(school), ['Saar de Vries due 1200'])
    const [counter] = await school.counters.ofPupil({ pupilId: saar })
    assert.equal(counter?.deadline, '2026-11-26')
    assert.deepEqual(
      counter?.lines.map(({ day: on, part, amount, why }) => `${on} ${part} ${amount} ${why}`)[0],
      '2026-11-16 morning 210 unauthorised',
    )
    assert.equal(counter?.lines.length, 8)
  })

  it('follow every change at once, for that pupil alone', async () => {
    using school = aSchoolWithFamilies()
    away(school, saar, fourDays)
    await sums(school)

    away(school, yusuf, ['2026-11-16'])
    assert.deepEqual(await sums(school), ['Saar de Vries due 1200', 'Yusuf Yılmaz calm 300'])
    await school.history.undo({ actionId: null })
    assert.deepEqual(await sums(school), ['Saar de Vries due 1200'])
  })

  it('drop a line that is contested with a reason, and take it back', async () => {
    using school = aSchoolWithFamilies()
    away(school, saar, fourDays)
    const line = {
      pupilId: saar,
      kind: which.kind,
      day: day('2026-11-17'),
      part: 'morning',
    } as const

    assert.equal((await school.counters.contest({ ...line, reason: 'Was bij de dokter' })).ok, true)
    const [counter] = await school.counters.ofPupil({ pupilId: saar })
    assert.equal(counter?.total, 990)
    assert.deepEqual(
      counter?.contests.map(({ reason, byName }) => `${reason} ${byName}`),
      ['Was bij de dokter Heidi Smit'],
    )
    await school.counters.withdrawContest(line)
    assert.deepEqual(await sums(school), ['Saar de Vries due 1200'])
    const none = { ...line, day: day('2026-11-20'), reason: 'x' }
    assert.deepEqual(await school.counters.contest(none), {
      ok: false,
      refusal: 'counter.not-found',
    })
  })

  it('are reported on a sheet that says that Balie does not send it', async () => {
    using school = aSchoolWithFamilies()
    away(school, saar, fourDays)

    const prepared = await school.counters.prepare({ ...which, actions: 'Gebeld op 17-11' })
    assert.ok(prepared.ok)
    const sheet = await school.counters.sheet({ reportId: prepared.value })
    assert.ok(sheet.ok)
    for (const words of ['Saar de Vries', 'Gebeld op 17-11', 'verstuurt deze melding niet', '20']) {
      assert.ok(sheet.value.html.includes(words), words)
    }
    assert.deepEqual(await sums(school), ['Saar de Vries due 1200'])
    const sent = { reportId: prepared.value, sentTo: 'Verzuimregister' }
    await school.counters.recordSent({ ...sent, sentOn: day('2026-11-20') })
    assert.deepEqual(await sums(school), ['Saar de Vries done 1200'])
    await school.counters.recordSent({ ...sent, sentOn: null })
    assert.deepEqual(await sums(school), ['Saar de Vries due 1200'])
  })

  it('go by the figure of the school, with its reason', async () => {
    using school = aSchoolWithFamilies()
    away(school, saar, ['2026-11-16'])
    const change = { key: 'nl.report-minutes', value: 300, reason: 'Afspraak met de gemeente' }
    await school.counters.setFigure(change)

    assert.deepEqual(await sums(school), ['Saar de Vries due 300'])
    const figure = (await school.counters.figures({})).find(({ key }) => key === change.key)
    assert.deepEqual([figure?.value, figure?.usual, figure?.reason], [300, 960, change.reason])
    await school.counters.setFigure({ ...change, value: null })
    assert.deepEqual(await sums(school), ['Saar de Vries calm 300'])
  })

  it('are not for teachers, and a pupil’s year is only for its own', async () => {
    using school = aSchoolWithFamilies()
    away(school, noor, ['2026-11-16'])
    const year = await school.counters.pupilYear({ pupilId: noor })
    assert.equal(year?.totals.unauthorised, 2)
    assert.equal(year?.weeks.length ?? 0, 52)

    school.become('teacher')
    await assert.rejects(school.counters.list({}))
    assert.equal(await school.counters.pupilYear({ pupilId: noor }), null)
    assert.deepEqual((await school.counters.statistics({ groupId: null })).groups, [])
  })

  it('put groups and weeks beside each other without naming anybody', async () => {
    using school = aSchoolWithFamilies()
    away(school, saar, ['2026-11-16'])
    school.database.write({ staffId: heidi, path: 'absences.mark' }, (db) => {
      const observation: Observation = {
        kind: 'present',
        code: null,
        spells: [{ kind: 'late', minutes: 12, from: null, until: null, code: null }],
        by: heidi,
        at: '2026-11-17T08:00:00.000Z',
      }
      const place = { pupilId: saar, day: day('2026-11-17'), part: 'morning' } as const
      db.save(absenceMarks, { ...place, id: linkId('absenceMarks', saar, 'x'), observation })
    })

    const { groups, weeks } = await school.counters.statistics({ groupId: null })

    const mine = groups.find(({ totals }) => totals.minutes > 0)
    assert.deepEqual([mine?.totals.unauthorised, mine?.totals.late], [2, 1])
    assert.deepEqual(
      weeks.filter(({ unauthorised, late }) => unauthorised + late > 0),
      [{ monday: '2026-11-16', authorised: 0, unauthorised: 2, unjudged: 0, late: 1 }],
    )
  })
})
