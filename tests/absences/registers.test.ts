import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { PupilId } from '#shared/pupils/pupil.ts'
import {
  aSchoolWithFamilies,
  group4a,
  group12,
  juf,
  noor,
  noorsSecrets,
  saar,
  tim,
  yusuf,
} from '../builders/families.ts'
import { day, monday, tuesday } from '../builders/school.ts'
import { absent, inPlace, late, present, report, shownRegister, tileOf } from './absence-days.ts'

const friday = day('2026-11-20')

describe('the register of a group', () => {
  it('shows everybody present until somebody says otherwise, by name and with the last days', async () => {
    using school = aSchoolWithFamilies()

    const { pupils, lessons, part } = await shownRegister(school)

    assert.deepEqual(
      pupils.map(({ name, mark, isLocked }) => [name, mark.kind, mark.source, isLocked]),
      [
        ['Sol Vinter', 'present', 'nobody', false],
        ['Saar de Vries', 'present', 'nobody', false],
        ['Yusuf Yılmaz', 'present', 'nobody', false],
      ],
    )
    assert.equal(part, 'morning')
    assert.deepEqual(
      lessons.map((lesson) => [lesson.part, lesson.startsAt, lesson.endsAt]),
      [
        ['morning', '08:30', '12:00'],
        ['afternoon', '12:00', '14:00'],
      ],
    )
    assert.deepEqual(
      pupils[0]?.lastDays.map(({ day: each, kind }) => [each, kind]),
      [16, 17, 18, 19, 20].map((n) => [`2026-11-${n}`, 'present']),
    )
  })

  it('writes only what was touched', async () => {
    using school = aSchoolWithFamilies()
    await school.absences.mark({ ...inPlace(), pupilId: saar, seen: absent() })
    await school.absences.mark({ ...inPlace(), pupilId: yusuf, seen: late(12) })
    await school.absences.close(inPlace())

    const marks = school.database.sqlite.prepare('SELECT pupilId FROM absenceMarks').pluck().all()

    assert.deepEqual(marks.toSorted(), [saar, yusuf])
    assert.deepEqual((await tileOf(school, yusuf)).mark.spells[0], {
      kind: 'late',
      minutes: 12,
      from: null,
      until: null,
      code: null,
      isAuthorised: false,
      evidence: null,
      reportId: null,
    })
  })

  it('fills in what was reported, and locks it with its source', async () => {
    using school = aSchoolWithFamilies()
    await report(school, saar, { from: friday, until: null })

    const tile = await tileOf(school, saar)

    assert.deepEqual([tile.mark.kind, tile.mark.source, tile.isLocked], ['absent', 'office', true])
    assert.deepEqual([tile.reported?.source, tile.reported?.code], ['office', 'ill'])
    assert.equal(tile.lastDays.at(-1)?.kind, 'absent')
  })

  it('keeps the report when a teacher sees the child after all', async () => {
    using school = aSchoolWithFamilies()
    await report(school, saar)
    await school.absences.mark({ ...inPlace(), pupilId: saar, seen: present })

    const { mark } = await tileOf(school, saar)

    assert.deepEqual(
      [mark.kind, mark.source, mark.review],
      ['present', 'teacher', 'present-though-reported'],
    )
    assert.equal((await school.absences.listReports({ from: monday, pupilId: null })).length, 1)
  })

  it('closes, takes who comes in late, and opens again for the rest', async () => {
    using school = aSchoolWithFamilies()
    await school.absences.close(inPlace())
    const mark = (seen: Parameters<typeof school.absences.mark>[0]['seen']) =>
      school.absences.mark({ ...inPlace(), pupilId: saar, seen })

    assert.deepEqual(await mark(absent()), { ok: false, refusal: 'register.closed' })
    assert.deepEqual(await mark(late(20)), { ok: true, value: null })
    assert.equal((await shownRegister(school)).register.closedBy, 'Heidi Smit')

    await school.absences.reopen(inPlace())

    assert.deepEqual(await mark(absent()), { ok: true, value: null })
  })

  it('is not kept on a day without lessons, nor for somebody else’s group', async () => {
    using school = aSchoolWithFamilies()
    const saturday = day('2026-11-21')

    assert.deepEqual(await school.absences.close(inPlace({ day: saturday })), {
      ok: false,
      refusal: 'register.no-lessons',
    })
    const strange = PupilId.parse(tim)
    assert.deepEqual(
      await school.absences.mark({ ...inPlace(), pupilId: strange, seen: absent() }),
      {
        ok: false,
        refusal: 'register.not-in-group',
      },
    )
  })

  it('is written by its own teacher, and by no other', async () => {
    using school = aSchoolWithFamilies({ as: 'teacher', staffId: juf })

    const own = await school.absences.mark({ ...inPlace(), pupilId: saar, seen: absent() })
    const other = await school.absences.close(inPlace({ groupId: group12 }))
    const { rows } = await school.absences.listRegisters({ day: monday })

    assert.deepEqual(own, { ok: true, value: null })
    assert.deepEqual(other, { ok: false, refusal: 'register.not-yours' })
    assert.deepEqual(
      rows.map(({ groupName, isOwn }) => [groupName, isOwn]),
      [['4A', true]],
    )
  })

  it('never names a protected child', async () => {
    using school = aSchoolWithFamilies()
    await school.absences.mark({ ...inPlace(), pupilId: noor, seen: absent() })
    const answers = JSON.stringify([
      await shownRegister(school),
      await school.absences.followUp({ day: monday }),
      await school.absences.dayOverview({ day: monday, part: null }),
      await school.absences.today({}),
    ])

    assert.deepEqual(
      noorsSecrets.filter((secret) => answers.includes(secret)),
      [],
    )
  })

  it('remembers where everybody sits', async () => {
    using school = aSchoolWithFamilies()
    await school.absences.seat({
      groupId: group4a,
      seats: [
        { pupilId: yusuf, place: 0 },
        { pupilId: saar, place: 7 },
      ],
    })
    await school.absences.seat({ groupId: group4a, seats: [{ pupilId: yusuf, place: 3 }] })

    const { pupils } = await shownRegister(school)

    assert.deepEqual(
      pupils.map(({ place }) => place),
      [null, null, 3],
    )
    assert.deepEqual(
      await school.absences.seat({ groupId: group4a, seats: [{ pupilId: tim, place: 0 }] }),
      { ok: false, refusal: 'register.not-in-group' },
    )
  })

  it('is undone like everything else', async () => {
    using school = aSchoolWithFamilies()
    await school.absences.mark({ ...inPlace(), pupilId: saar, seen: absent() })
    await school.history.undo({ actionId: null })

    assert.equal((await tileOf(school, saar)).mark.kind, 'present')
    assert.equal((await tileOf(school, saar, { day: tuesday })).mark.kind, 'present')
  })
})
