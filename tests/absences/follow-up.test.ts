import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { AbsenceReportId } from '#shared/absences/absence-report.ts'
import { type CallTarget, followUpState, nextTarget } from '#shared/absences/follow-up/follow-up.ts'
import { absenceReports } from '../../src-main/absences/absences-table.ts'
import {
  anna,
  aSchoolWithFamilies,
  group4a,
  group12,
  noor,
  pieter,
  saar,
  tim,
  yusuf,
} from '../builders/families.ts'
import { day, heidi, monday, numbered, tuesday } from '../builders/school.ts'
import {
  absent,
  aCall,
  inPlace,
  late,
  present,
  report,
  type School,
  tileOf,
} from './absence-days.ts'

const both = [group4a, group12]
const finish = (school: School, reason: string | null = null) =>
  school.absences.finishDay({ day: monday, reason })
const call = (school: School, given: object) =>
  school.absences.logCall({
    pupilId: saar,
    day: monday,
    guardianId: anna,
    contactId: null,
    result: 'no-answer',
    code: null,
    note: null,
    ...given,
  })

describe('the list of nine o’clock', () => {
  it('is expected less present less reported, and says which groups are still open', async () => {
    using school = aSchoolWithFamilies()
    await report(school, yusuf)
    await school.absences.mark({ ...inPlace(), pupilId: saar, seen: absent() })
    await school.absences.close(inPlace())

    const { counts, toCall, openGroups, isSchoolDay } = await school.absences.followUp({
      day: monday,
    })

    assert.deepEqual(counts, {
      expected: 4,
      present: 1,
      reported: 1,
      unexplained: 1,
      notRegistered: 1,
    })
    assert.deepEqual(
      toCall.map(({ name, state, next }) => [name, state, next]),
      [['Saar de Vries', 'to-call', 0]],
    )
    assert.deepEqual(
      openGroups.map(({ groupName, part }) => [groupName, part]),
      [['1/2A', 'morning']],
    )
    assert.equal(isSchoolDay, true)
  })

  it('names whom to call in the family’s order, and goes on to the next who does not answer', async () => {
    using school = aSchoolWithFamilies()
    await school.absences.mark({ ...inPlace(), pupilId: saar, seen: absent() })
    await call(school, {})

    const [row] = (await school.absences.followUp({ day: monday })).toCall

    assert.deepEqual(
      row?.targets.map(({ name, numbers }) => [name, numbers]),
      [
        ['Anna Jansen', ['+31612345678']],
        ['Pieter de Vries', ['+31623456789']],
      ],
    )
    assert.equal(row?.next, 1)
    assert.deepEqual(
      row?.calls.map(({ result, staffName, targetName }) => [result, staffName, targetName]),
      [['no-answer', 'Heidi Smit', 'Anna Jansen']],
    )
  })

  it('shows no number of a protected child', async () => {
    using school = aSchoolWithFamilies()
    await school.absences.mark({ ...inPlace(), pupilId: noor, seen: absent() })

    const [row] = (await school.absences.followUp({ day: monday })).toCall

    assert.deepEqual([row?.isHidden, row?.targets], [true, []])
  })

  it('is cleared by a reason that was heard, which stands in the register', async () => {
    using school = aSchoolWithFamilies()
    await school.absences.mark({ ...inPlace(), pupilId: saar, seen: absent() })
    await call(school, { guardianId: pieter, result: 'reached-ill', code: 'ill', note: 'koorts' })

    assert.deepEqual((await school.absences.followUp({ day: monday })).toCall, [])
    assert.deepEqual(
      (await tileOf(school, saar)).mark.spells.map(({ code, isAuthorised }) => [
        code,
        isAuthorised,
      ]),
      [['ill', true]],
    )
  })

  it('asks to look at a child that is seen and reported, until the office decides', async () => {
    using school = aSchoolWithFamilies()
    await report(school, saar)
    await school.absences.mark({ ...inPlace(), pupilId: saar, seen: present })
    const reviews = async () =>
      (await school.absences.followUp({ day: monday })).reviews.map(({ name, mark }) => [
        name,
        mark.review,
      ])

    assert.deepEqual(await reviews(), [['Saar de Vries', 'present-though-reported']])

    school.clock.advance(60_000)
    await school.absences.decide({
      marks: [{ pupilId: saar, day: monday, part: 'morning' }],
      seen: late(30),
      evidence: null,
    })

    assert.deepEqual(await reviews(), [])
    const { mark } = await tileOf(school, saar)
    assert.deepEqual([mark.kind, mark.source], ['late', 'office'])
  })

  it('reminds a teacher of a register that waits', async () => {
    using school = aSchoolWithFamilies()
    await school.absences.remind(inPlace())

    const { openGroups } = await school.absences.followUp({ day: monday })

    assert.equal(
      openGroups.find(({ groupId }) => groupId === group4a)?.remindedAt,
      school.clock.now(),
    )
  })

  it('finishes a day when everybody is accounted for, and not before', async () => {
    using school = aSchoolWithFamilies()
    assert.deepEqual(await finish(school), { ok: false, refusal: 'day.registers-open' })
    await school.absences.mark({ ...inPlace(), pupilId: saar, seen: absent() })
    for (const groupId of both) await school.absences.close(inPlace({ groupId }))

    assert.deepEqual(await finish(school), { ok: false, refusal: 'day.unexplained' })
    await call(school, { result: 'reached-ill', code: 'ill' })

    assert.deepEqual(await finish(school), { ok: true, value: null })
    assert.equal((await school.absences.followUp({ day: monday })).finished?.by, 'Heidi Smit')
  })
})

describe('a Swedish day', () => {
  it('is not finished before guardians were told of an absence that is not valid', async () => {
    using school = aSchoolWithFamilies({ country: 'se' })
    await school.absences.mark({ ...inPlace(), pupilId: saar, seen: absent('invalid') })
    for (const groupId of both) await school.absences.close(inPlace({ groupId }))
    const untold = async () =>
      (await school.absences.followUp({ day: monday })).untold.map(({ name }) => name)

    assert.deepEqual(await untold(), ['Saar de Vries'])
    assert.deepEqual(await finish(school), { ok: false, refusal: 'day.not-told' })

    assert.deepEqual(
      await school.absences.notify({ pupilIds: [saar], day: monday, channel: 'spoken' }),
      { ok: true, value: { count: 2 } },
    )
    assert.deepEqual(await untold(), [])
    assert.deepEqual(await finish(school), { ok: true, value: null })
  })

  it('counts a voicemail as nobody told, a mail only when the portal has it', async () => {
    using school = aSchoolWithFamilies({ country: 'se' })
    await school.absences.mark({ ...inPlace(), pupilId: saar, seen: absent('invalid') })
    await call(school, { result: 'voicemail' })
    await school.absences.notify({ pupilIds: [saar], day: monday, channel: 'mail' })

    assert.equal((await school.absences.followUp({ day: monday })).untold.length, 1)
  })
})

describe('a report of many', () => {
  it('is one for each pupil of the school or of some groups, and one action to undo', async () => {
    using school = aSchoolWithFamilies()
    const snow = aCall({ code: 'closure', from: tuesday, until: tuesday })

    const all = await school.absences.report({ many: { whom: 'school' }, fields: snow })
    const trip = await school.absences.report({
      many: { whom: 'groups', groupIds: [group12] },
      fields: snow,
    })
    await school.history.undo({ actionId: null })
    const standing = await school.absences.listReports({ from: monday, pupilId: null })

    assert.deepEqual(
      [all, trip],
      [
        { ok: true, value: { count: 4 } },
        { ok: true, value: { count: 1 } },
      ],
    )
    assert.equal(standing.length, 4)
  })

  it('is withdrawn, cut short and proved one by one', async () => {
    using school = aSchoolWithFamilies()
    await report(school, saar, { until: null })
    await report(school, tim, { part: 'morning' })
    const ids = (await school.absences.listReports({ from: monday, pupilId: null })).map(
      ({ id }) => id,
    )
    const [first, second] = ids
    assert.ok(first && second)
    const ofSaar = (await school.absences.listReports({ from: monday, pupilId: saar }))[0]?.id
    assert.ok(ofSaar)

    await school.absences.presentAgain({ reportId: ofSaar, on: tuesday, part: 'morning' })
    await school.absences.setEvidence({ reportId: ofSaar, evidence: 'certificate' })
    await school.absences.withdraw({ reportId: first === ofSaar ? second : first })

    assert.equal((await tileOf(school, saar)).mark.spells[0]?.evidence, 'certificate')
    assert.equal((await tileOf(school, saar, { day: tuesday })).mark.kind, 'present')
    assert.equal((await tileOf(school, tim, { groupId: group12 })).mark.kind, 'present')
  })

  it('is listed with who reported it: somebody here, or a guardian on the portal', async () => {
    using school = aSchoolWithFamilies()
    await report(school, saar, { note: 'belt morgen' })
    school.database.write({ staffId: heidi, path: 'sync.received' }, (db) => {
      const [own] = db.select().from(absenceReports).all()
      if (!own) throw new Error('no report')
      const id = AbsenceReportId.parse(numbered(900))
      db.save(absenceReports, { ...own, id, source: 'guardian', reportedBy: anna })
    })

    const rows = await school.absences.listReports({ from: monday, pupilId: saar })

    assert.deepEqual(
      rows
        .map(({ source, reportedByName, groupName }) => [source, reportedByName, groupName])
        .toSorted(),
      [
        ['guardian', 'Anna Jansen', '4A'],
        ['office', 'Heidi Smit', '4A'],
      ],
    )
  })

  it('needs a reason that the school knows', async () => {
    using school = aSchoolWithFamilies()

    assert.deepEqual(await report(school, saar, { code: 'aliens' }), {
      ok: false,
      refusal: 'absence.code-unknown',
    })
  })
})

describe('the day at a glance', () => {
  it('puts each pupil in one column and counts who is in the building', async () => {
    using school = aSchoolWithFamilies()
    await report(school, yusuf)
    await school.absences.mark({ ...inPlace(), pupilId: saar, seen: late(10) })
    await school.absences.close(inPlace())

    const { groups, inBuilding } = await school.absences.dayOverview({ day: monday, part: null })

    assert.deepEqual(
      groups.map(({ groupName, isClosed, pupils }) => [
        groupName,
        isClosed,
        pupils.map(({ state }) => state),
      ]),
      [
        ['1/2A', false, ['present']],
        ['4A', true, ['present', 'late', 'ill']],
      ],
    )
    assert.deepEqual(inBuilding, { seen: 2, notRegistered: 1 })
  })

  it('tells the first screen what waits, a teacher of own groups only', async () => {
    using school = aSchoolWithFamilies()
    await school.absences.mark({ ...inPlace(), pupilId: saar, seen: absent() })

    const { unexplained, openRegisters, expected } = await school.absences.today({})

    assert.deepEqual([unexplained, openRegisters, expected], [1, 2, 4])
  })

  it('knows a day without school and the next one with', async () => {
    using school = aSchoolWithFamilies()

    const saturday = await school.absences.followUp({ day: day('2026-11-28') })

    assert.deepEqual(
      [saturday.isSchoolDay, saturday.nextSchoolDay, saturday.toCall],
      [false, day('2026-11-30'), []],
    )
  })

  it('lists the marks of a pupil through a period', async () => {
    using school = aSchoolWithFamilies()
    await report(school, saar, {
      from: monday,
      until: null,
      weekdays: [2],
      code: 'treatment',
      part: 'morning',
    })

    const marks = await school.absences.marksOf({
      pupilId: saar,
      from: monday,
      until: day('2026-12-07'),
    })

    assert.deepEqual(
      marks.map((mark) => [mark.day, mark.part, mark.spells[0]?.code]),
      [
        ['2026-11-24', 'morning', 'treatment'],
        ['2026-12-01', 'morning', 'treatment'],
      ],
    )
  })
})

describe('how far the search for a pupil is', () => {
  const when = { nowTime: '09:10', callFrom: '09:00', escalateMinutes: 45, sinceTime: '08:40' }
  const results = (...all: ('no-answer' | 'under-way')[]) => all.map((result) => ({ result }))

  it('waits for who is under way, and goes to the principal after the time the school chose', () => {
    assert.equal(followUpState([], when), 'to-call')
    assert.equal(followUpState(results('no-answer', 'under-way'), when), 'waiting')
    assert.equal(followUpState(results('under-way'), { ...when, nowTime: '09:44' }), 'waiting')
    assert.equal(followUpState(results('under-way'), { ...when, nowTime: '09:45' }), 'escalated')
    assert.equal(followUpState([], { ...when, nowTime: '13:00', sinceTime: '12:40' }), 'to-call')
  })

  it('goes round the numbers', () => {
    const target = (n: number): CallTarget => ({
      guardianId: numbered(n),
      contactId: null,
      name: '',
      about: 'mother',
      numbers: ['+31600000000'],
      mayBeTold: true,
    })
    const missed = (n: number) => ({
      guardianId: numbered(n),
      contactId: null,
      result: 'no-answer' as const,
    })

    assert.equal(nextTarget([], []), -1)
    assert.equal(nextTarget([target(1), target(2)], [missed(1)]), 1)
    assert.equal(nextTarget([target(1), target(2)], [missed(1), missed(2)]), 0)
    assert.equal(nextTarget([target(1)], [missed(9)]), 0)
  })
})
