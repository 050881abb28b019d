import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { LeaveFields } from '#shared/leave/leave-request.ts'
import { report } from '../absences/absence-days.ts'
import { anna, aSchoolWithFamilies, noor, pieter, saar, tim } from '../builders/families.ts'
import { day } from '../builders/school.ts'

type School = ReturnType<typeof aSchoolWithFamilies>

const fields = (given: Partial<LeaveFields> = {}) =>
  LeaveFields.parse({
    kind: 'wedding',
    from: '2026-12-03',
    until: '2026-12-04',
    part: 'day',
    reason: 'Huwelijk van een oom',
    document: 'seen',
    knownSince: null,
    ...given,
  })

async function asked(school: School, given: Partial<LeaveFields> = {}, pupilIds = [saar, tim]) {
  const answer = await school.leave.ask({ pupilIds, fields: fields(given), guardianId: anna })
  assert.ok(answer.ok)
  return answer.value
}

const grant = (requestId: string) =>
  ({
    requestId,
    leaveIds: null,
    outcome: 'granted',
    from: day('2026-12-03'),
    until: day('2026-12-04'),
    ground: null,
    words: '',
    byOfficer: false,
  }) as const

async function detail(school: School, requestId: string) {
  const shown = await school.leave.show({ requestId })
  assert.ok(shown.ok)
  return shown.value
}

const inRegister = (school: School) =>
  school.database.sqlite
    .prepare(
      `SELECT p.firstName || ' ' || r."from" || ' ' || r."until" || ' ' || r.code || ' ' || r.source
       FROM absenceReports r JOIN pupils p ON p.id = r.pupilId WHERE r.withdrawnAt IS NULL ORDER BY 1`,
    )
    .pluck()
    .all()

describe('a request for leave', () => {
  it('is one for brother and sister, and shows the facts beside the decision', async () => {
    using school = aSchoolWithFamilies()
    const requestId = await asked(school)

    const [row] = await school.leave.list({})
    assert.deepEqual([row?.names, row?.state], ['Saar de Vries, Tim de Vries', 'waiting'])
    const { children, askedByName } = await detail(school, requestId)
    assert.equal(askedByName, 'Anna Jansen')
    assert.deepEqual(
      children.map(({ name, schoolDays, daysThisYear, limit }) => [
        name,
        schoolDays,
        daysThisYear,
        limit,
      ]),
      [
        ['Saar de Vries', 2, 0, 10],
        ['Tim de Vries', 2, 0, 10],
      ],
    )
    assert.deepEqual(
      children[0]?.holders.map(({ name, answer }) => [name, answer]),
      [
        ['Anna Jansen', 'agrees'],
        ['Pieter de Vries', null],
      ],
    )
  })

  it('that is granted stands in the register of each child, and undo takes both back', async () => {
    using school = aSchoolWithFamilies()
    const requestId = await asked(school)

    assert.deepEqual(await school.leave.decide(grant(requestId)), { ok: true, value: null })
    assert.deepEqual(inRegister(school), [
      'Saar 2026-12-03 2026-12-04 leave leave',
      'Tim 2026-12-03 2026-12-04 leave leave',
    ])
    assert.deepEqual(await school.leave.decide(grant(requestId)), {
      ok: false,
      refusal: 'leave.already-decided',
    })

    await school.history.undo({ actionId: null })
    assert.deepEqual(inRegister(school), [])
    assert.equal((await detail(school, requestId)).children[0]?.state, 'waiting')
  })

  it('can be granted for some days and for one child', async () => {
    using school = aSchoolWithFamilies()
    const requestId = await asked(school)
    const [first] = (await detail(school, requestId)).children
    const part = {
      ...grant(requestId),
      leaveIds: first ? [first.leaveId] : [],
      outcome: 'partly',
      until: day('2026-12-03'),
    } as const

    assert.deepEqual(await school.leave.decide(part), { ok: false, refusal: 'leave.needs-ground' })
    await school.leave.decide({ ...part, ground: 'tests' })
    assert.equal(inRegister(school).length, 1)
    assert.deepEqual(
      (await detail(school, requestId)).children.map(({ state }) => state).toSorted(),
      ['partly', 'waiting'],
    )
    const outside = { ...grant(requestId), until: day('2026-12-05') }
    assert.deepEqual(await school.leave.decide(outside), {
      ok: false,
      refusal: 'leave.outside-request',
    })
  })

  it('that was refused makes being away luxury absence', async () => {
    using school = aSchoolWithFamilies()
    const requestId = await asked(school, { from: day('2026-11-19'), until: day('2026-11-20') }, [
      saar,
    ])
    const refusal = {
      ...grant(requestId),
      outcome: 'refused',
      ground: 'no-weighty-reason',
    } as const
    await school.leave.decide({ ...refusal, from: null, until: null })
    const days = { from: day('2026-11-19'), until: day('2026-11-19'), code: 'other' }
    await report(school, saar, days)

    const { rows } = await school.counters.list({})
    assert.deepEqual(
      rows.map(({ kind, state, total }) => `${kind} ${state} ${total}`),
      ['nl-luxury-absence due 300'],
    )
  })

  it('waits for everybody with authority where the school asks it', async () => {
    using school = aSchoolWithFamilies()
    const settings = { asksEverybody: true, guardiansAsk: true, principalDecides: false, rules: '' }
    await school.leave.saveSettings(settings)
    const requestId = await asked(school, {}, [saar])
    const [child] = (await detail(school, requestId)).children
    assert.ok(child)
    const decided = () => school.leave.decide(grant(requestId))

    assert.deepEqual(await decided(), { ok: false, refusal: 'leave.consent-missing' })
    const answer = { leaveId: child.leaveId, guardianId: pieter }
    await school.leave.recordConsent({ ...answer, answer: 'objects' })
    assert.deepEqual(await decided(), { ok: false, refusal: 'leave.consent-objected' })
    school.clock.advance(1000)
    await school.leave.recordConsent({ ...answer, answer: 'agrees' })
    assert.deepEqual(await decided(), { ok: true, value: null })
  })

  it('beyond ten days is the officer’s, whose decision the school writes down', async () => {
    using school = aSchoolWithFamilies()
    const until = day('2026-12-18')
    const requestId = await asked(school, { kind: 'family-illness', until }, [saar])
    const wanted = { ...grant(requestId), until }

    assert.deepEqual(await school.leave.decide(wanted), {
      ok: false,
      refusal: 'leave.officer-decides',
    })
    const file = await school.leave.officerFile({ requestId })
    assert.ok(file.ok && file.value.html.includes('Huwelijk van een oom'))
    assert.ok(!file.value.html.includes('Molenweg'))
    await school.leave.recordForwarded({ requestId, on: day('2026-11-23') })
    assert.equal((await school.leave.list({}))[0]?.state, 'forwarded')
    assert.equal((await school.leave.decide({ ...wanted, byOfficer: true })).ok, true)
  })

  it('can be kept for the principal', async () => {
    using school = aSchoolWithFamilies()
    await school.leave.saveSettings({
      asksEverybody: false,
      guardiansAsk: true,
      principalDecides: true,
      rules: '',
    })
    const requestId = await asked(school, {}, [saar])

    assert.deepEqual(await school.leave.decide(grant(requestId)), {
      ok: false,
      refusal: 'leave.needs-principal',
    })
    school.become('principal')
    assert.equal((await school.leave.decide(grant(requestId))).ok, true)
  })

  it('that is withdrawn leaves the register as it was', async () => {
    using school = aSchoolWithFamilies()
    const requestId = await asked(school)
    await school.leave.decide(grant(requestId))
    await school.leave.withdraw({ requestId, words: '' })

    assert.deepEqual(inRegister(school), [])
    assert.equal((await school.leave.list({}))[0]?.state, 'withdrawn')
  })

  it('is answered by a letter to each parent, without the address of the other', async () => {
    using school = aSchoolWithFamilies()
    const requestId = await asked(school, {}, [saar])
    assert.deepEqual(await school.leave.letters({ requestId }), {
      ok: false,
      refusal: 'leave.not-decided',
    })
    await school.leave.decide(grant(requestId))
    const letters = await school.leave.letters({ requestId })

    assert.ok(letters.ok)
    assert.equal(letters.value.pages, 2)
    const [toAnna = '', toPieter = ''] = letters.value.html.split('</section>')
    assert.ok(toAnna.includes('Molenweg') && !toAnna.includes('Kerkstraat'))
    assert.ok(toPieter.includes('Kerkstraat') && !toPieter.includes('Molenweg'))
  })

  it('shows a protected child under its cover only', async () => {
    using school = aSchoolWithFamilies()
    const requestId = await asked(school, {}, [noor])
    await school.leave.decide(grant(requestId))
    const letters = await school.leave.letters({ requestId })
    const all = JSON.stringify([await school.leave.list({}), letters])

    assert.ok(all.includes('Sol Vinter'))
    assert.ok(!/Schuilkade|Nergenshuizen/.test(all))
  })

  it('is nothing for a teacher', async () => {
    using school = aSchoolWithFamilies()
    school.become('teacher')
    await assert.rejects(school.leave.list({}))
  })
})
