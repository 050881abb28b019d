import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { GroupId } from '#shared/groups/group.ts'
import { PartialDay } from '#shared/platform/day.ts'
import { PupilId } from '#shared/pupils/pupil.ts'
import { schools } from '../../src-main/school/school-table.ts'
import { aSchool, day, friday, heidi, numbered } from '../builders/school.ts'
import {
  anna,
  class4A,
  enrolled,
  sinceSummer,
  tom,
  withClasses,
  withGuardian,
  withHome,
} from './a-family.ts'

type School = ReturnType<typeof aSchool>

const nobody = PupilId.parse(numbered(99))

async function fileOf(school: School, id: PupilId) {
  const answer = await school.pupils.file({ id })
  assert(answer.ok)
  return answer.value
}

describe('enrolling a pupil', () => {
  it('makes the pupil, the enrolment and the place in a class', async () => {
    using school = aSchool()
    withClasses(school)

    const answer = await school.pupils.enrol({
      fields: anna,
      enrolment: { ...sinceSummer, fromSchool: 'De Regenboog' },
      groupId: class4A,
      siblingOf: null,
    })

    assert(answer.ok)
    const file = await fileOf(school, answer.value)
    assert.equal(file.name, 'Anna van den Berg')
    assert.deepEqual(
      file.enrolments.map(({ startsOn, fromSchool }) => [startsOn, fromSchool]),
      [['2026-08-01', 'De Regenboog']],
    )
    assert.deepEqual(
      file.memberships.map(({ group, from }) => [group.name, from]),
      [['4A', '2026-08-01']],
    )
  })

  it('beside a sibling brings home and guardians along', async () => {
    using school = aSchool()
    withClasses(school)
    const sister = await enrolled(school)
    const home = withHome(school, [sister], { n: 1, street: 'Parklaan', town: 'Utrecht' })
    const mother = withGuardian(school, [sister], { n: 1, householdId: home })

    const answer = await school.pupils.enrol({
      fields: { ...anna, firstName: 'Bram' },
      enrolment: sinceSummer,
      groupId: null,
      siblingOf: sister,
    })

    assert(answer.ok)
    const file = await fileOf(school, answer.value)
    assert.deepEqual(
      file.households.map(({ household }) => household.id),
      [home],
    )
    assert.deepEqual(
      file.guardians.map(({ guardian }) => guardian.id),
      [mother],
    )
    assert.deepEqual(file.siblings, [{ id: sister, name: 'Anna van den Berg', groupName: '4A' }])
  })

  it('in a class or beside a sibling that is not there is refused', async () => {
    using school = aSchool()
    const wanted = { fields: anna, enrolment: sinceSummer }

    assert.deepEqual(
      await school.pupils.enrol({
        ...wanted,
        groupId: GroupId.parse(numbered(98)),
        siblingOf: null,
      }),
      { ok: false, refusal: 'group.not-found' },
    )
    assert.deepEqual(await school.pupils.enrol({ ...wanted, groupId: null, siblingOf: nobody }), {
      ok: false,
      refusal: 'pupil.not-found',
    })
    assert.deepEqual(await school.pupils.list({}), [])
  })
})

describe('changing a pupil', () => {
  it('changes only the fields that are given', async () => {
    using school = aSchool()
    const pupil = await enrolled(school, {}, { groupId: null })

    const answer = await school.pupils.change({ id: pupil, fields: { firstName: 'Anneke' } })

    assert.deepEqual(answer, { ok: true, value: null })
    const file = await fileOf(school, pupil)
    assert.equal(file.name, 'Anneke van den Berg')
    assert.equal(file.pupil.birthDate, '2018-05-14')
  })

  it('reads a national number and finds out its kind', async () => {
    using school = aSchool()
    const pupil = await enrolled(school, {}, { groupId: null })

    await school.pupils.change({ id: pupil, fields: { nationalNumber: '1234.56.782' } })

    const { pupil: known, numberWarning } = await fileOf(school, pupil)
    assert.deepEqual(
      [known.nationalNumber, known.nationalNumberKind, numberWarning],
      ['123456782', 'bsn', false],
    )
  })

  it('finds the kind anew when an onderwijsnummer gives way to a BSN', async () => {
    using school = aSchool()
    const pupil = await enrolled(school, { nationalNumber: '101222331' }, { groupId: null })

    await school.pupils.change({ id: pupil, fields: { nationalNumber: '123456782' } })

    assert.equal((await fileOf(school, pupil)).pupil.nationalNumberKind, 'bsn')
  })

  it('keeps a number that fails its check, with a warning', async () => {
    using school = aSchool()
    const pupil = await enrolled(school, {}, { groupId: null })

    await school.pupils.change({ id: pupil, fields: { nationalNumber: '111252333' } })

    const { pupil: known, numberWarning } = await fileOf(school, pupil)
    assert.deepEqual([known.nationalNumber, numberWarning], ['111252333', true])
  })

  it('keeps no number in a school that keeps none', async () => {
    using school = aSchool()
    const pupil = await enrolled(school, {}, { groupId: null })
    const stored = school.database.read.select().from(schools).get()
    assert(stored)
    school.database.write({ staffId: heidi, path: 'school.change' }, (db) =>
      db.save(schools, { ...stored, keepsNationalNumber: false }),
    )

    await school.pupils.change({ id: pupil, fields: { nationalNumber: '123456782' } })

    assert.equal((await fileOf(school, pupil)).pupil.nationalNumber, null)
  })

  it('who is not there is refused', async () => {
    using school = aSchool()

    assert.deepEqual(await school.pupils.change({ id: nobody, fields: {} }), {
      ok: false,
      refusal: 'pupil.not-found',
    })
  })

  it('is done for several at once, as one action', async () => {
    using school = aSchool()
    const ids = [
      await enrolled(school, { firstName: 'A' }, { groupId: null }),
      await enrolled(school, { firstName: 'B' }, { groupId: null }),
    ]
    school.announced.length = 0

    const answer = await school.pupils.changeMany({ ids, fields: { yearGrade: '5' } })

    assert.deepEqual(answer, { ok: true, value: 2 })
    assert.deepEqual(school.announced, [['pupils']])
  })
})

describe('an enrolment', () => {
  it('may not overlap another of the same pupil', async () => {
    using school = aSchool()
    const pupil = await enrolled(school, {}, { endsOn: friday, groupId: null })

    const overlapping = await school.pupils.addEnrolment({
      id: pupil,
      fields: { ...sinceSummer, startsOn: friday },
    })
    const next = await school.pupils.addEnrolment({
      id: pupil,
      fields: { ...sinceSummer, startsOn: day('2026-11-28') },
    })

    assert.deepEqual(overlapping, {
      ok: false,
      refusal: 'enrolment.overlaps',
      details: { from: '2026-08-01' },
    })
    assert.equal(next.ok, true)
  })

  it('ends when the pupil leaves, who is then a former pupil', async () => {
    using school = aSchool()
    const pupil = await enrolled(school, {}, { groupId: null })
    const [enrolment] = (await fileOf(school, pupil)).enrolments
    assert(enrolment)

    await school.pupils.changeEnrolment({
      id: enrolment.id,
      fields: { ...sinceSummer, endsOn: day('2026-11-20'), toSchool: 'De Regenboog' },
    })

    const file = await fileOf(school, pupil)
    assert.deepEqual([file.status, file.enrolments[0]?.toSchool], ['former', 'De Regenboog'])
  })
})

describe('a photo', () => {
  const picture = (bytes: number) =>
    `data:image/jpeg;base64,${Buffer.concat([Buffer.from('ffd8ff', 'hex'), Buffer.alloc(bytes)]).toString('base64')}`

  it('is stored, shown and taken away', async () => {
    using school = aSchool()
    const pupil = await enrolled(school, {}, { groupId: null })

    await school.pupils.setPhoto({ id: pupil, dataUrl: picture(1000) })
    const stored = await school.pupils.photo({ id: pupil })
    await school.pupils.setPhoto({ id: pupil, dataUrl: null })

    assert.equal(stored, picture(1000))
    assert.equal(await school.pupils.photo({ id: pupil }), null)
  })

  it('of more than 300 kB is refused with its size', async () => {
    using school = aSchool()
    const pupil = await enrolled(school, {}, { groupId: null })

    assert.deepEqual(await school.pupils.setPhoto({ id: pupil, dataUrl: picture(400_000) }), {
      ok: false,
      refusal: 'photo.too-large',
      details: { size: 401 },
    })
  })

  it('that is something else under a picture’s name is refused', async () => {
    using school = aSchool()
    const pupil = await enrolled(school, {}, { groupId: null })
    const script = Buffer.from('<svg onload="alert(1)"/>').toString('base64')

    for (const kind of ['jpeg', 'svg+xml']) {
      const dataUrl = `data:image/${kind};base64,${script}`
      assert.deepEqual(await school.pupils.setPhoto({ id: pupil, dataUrl }), {
        ok: false,
        refusal: 'photo.unreadable',
      })
    }
  })
})

describe('medical data', () => {
  it('are for who has the right; others see that there is an alert', async () => {
    using school = aSchool()
    withClasses(school)
    const pupil = await enrolled(school)
    await school.pupils.changeMedical({ id: pupil, fields: { alert: 'Notenallergie' } })
    const own = await fileOf(school, pupil)

    school.become('teacher', { staffId: tom, seesMedical: false })
    const others = await fileOf(school, pupil)
    const [row] = await school.pupils.list({})

    assert.equal(own.medical?.alert, 'Notenallergie')
    assert.deepEqual([others.medical, others.hidden.medical], [null, 'role'])
    assert.equal(row?.hasMedicalAlert, true)
    assert.doesNotMatch(JSON.stringify([others, row]), /Notenallergie/)
  })

  it('are not written over by who cannot read them', async () => {
    using school = aSchool({ seesMedical: false })
    const pupil = await enrolled(school, {}, { groupId: null })

    await assert.rejects(
      school.pupils.changeMedical({ id: pupil, fields: { alert: 'x' } }),
      /Not allowed/,
    )
  })
})

describe('a teacher', () => {
  it('never sees a national number, and cannot find one', async () => {
    using school = aSchool()
    withClasses(school)
    const pupil = await enrolled(school, { nationalNumber: '999990007' })
    school.become('teacher', { staffId: tom, seesMedical: true })

    const file = await fileOf(school, pupil)
    const answers = [file, await school.pupils.list({})]
    const hits = await school.search.find({ text: '999990007', limit: 10 })

    assert.equal(file.hidden.nationalNumber, 'role')
    assert.doesNotMatch(JSON.stringify(answers), /999990007/)
    assert.deepEqual(hits, [])
  })
})

describe('the same child twice', () => {
  it('is noticed by number, and by name with birth date', async () => {
    using school = aSchool()
    const a = await enrolled(school, { nationalNumber: '123456782' }, { groupId: null })
    const b = await enrolled(
      school,
      { firstName: 'Ank', nationalNumber: '123456782' },
      { groupId: null },
    )
    const c = await enrolled(school, { firstName: 'ánna' }, { groupId: null })
    await enrolled(school, { birthDate: PartialDay.parse('2018') }, { groupId: null })

    const found = await school.pupils.duplicates({})

    assert.deepEqual(
      found.map(({ pupils, because }) => [new Set(pupils.map(({ id }) => id)), because]),
      [
        [new Set([a, b]), 'number'],
        [new Set([a, c]), 'name-and-birth'],
      ],
    )
  })
})

describe('merging two records of one child', () => {
  async function twoRecords(school: School) {
    withClasses(school)
    const keep = await enrolled(school)
    const drop = await enrolled(school, { firstName: 'Ank' }, { startsOn: day('2026-01-01') })
    const home = withHome(school, [drop], { n: 1, street: 'Parklaan', town: 'Utrecht' })
    const shared = withGuardian(school, [keep], { n: 1 })
    const mother = withGuardian(school, [drop], { n: 2, phone: '+31612345678' })
    await school.pupils.changeMedical({ id: drop, fields: { alert: 'Notenallergie' } })
    return { keep, drop, home, shared, mother }
  }

  it('moves everything to the one that goes on, with the chosen fields', async () => {
    using school = aSchool()
    const { keep, drop, home, shared, mother } = await twoRecords(school)

    const answer = await school.pupils.merge({ keep, drop, fields: { firstName: 'Ank' } })

    assert.deepEqual(answer, { ok: true, value: null })
    const file = await fileOf(school, keep)
    assert.equal(file.name, 'Ank van den Berg')
    assert.deepEqual(
      file.households.map(({ household }) => household.id),
      [home],
    )
    assert.deepEqual(
      file.guardians.map(({ guardian }) => guardian.id),
      [shared, mother],
    )
    assert.equal(file.enrolments.length, 2)
    assert.equal(file.memberships.length, 1)
    assert.equal(file.medical?.alert, 'Notenallergie')
    assert.deepEqual(await school.pupils.file({ id: drop }), {
      ok: false,
      refusal: 'pupil.not-found',
    })
    assert.deepEqual(
      (await school.pupils.list({})).map(({ id }) => id),
      [keep],
    )
  })

  it('keeps a court’s order that stood on the other record', async () => {
    using school = aSchool()
    withClasses(school)
    const keep = await enrolled(school)
    const drop = await enrolled(school)
    withGuardian(school, [keep], { n: 1 })
    withGuardian(school, [drop], { n: 1, noContact: true })

    await school.pupils.merge({ keep, drop, fields: {} })

    assert.deepEqual(
      (await fileOf(school, keep)).guardians.map(({ link }) => link.noContact),
      [true],
    )
  })

  it('protects the child that was protected in one of them', async () => {
    using school = aSchool()
    const { keep, drop } = await twoRecords(school)
    const fields = { protectionLevel: 2, alias: 'Merel', protectionAgreement: null } as const
    await school.pupils.protect({ id: drop, fields })

    const unseen = await school.pupils.merge({ keep, drop, fields: {} })
    await school.pupils.reveal({ id: drop, reason: 'Samenvoegen' })
    await school.pupils.merge({ keep, drop, fields: {} })

    assert.deepEqual(unseen, { ok: false, refusal: 'pupil.protected' })
    assert.deepEqual(
      (await school.pupils.list({})).map(({ name }) => name),
      ['Merel'],
    )
  })

  it('is undone as one action', async () => {
    using school = aSchool()
    const { keep, drop } = await twoRecords(school)
    const before = [await fileOf(school, keep), await fileOf(school, drop)]
    await school.pupils.merge({ keep, drop, fields: { firstName: 'Ank' } })

    await school.history.undo({ actionId: null })

    assert.deepEqual([await fileOf(school, keep), await fileOf(school, drop)], before)
  })

  it('of one and the same record is refused', async () => {
    using school = aSchool()
    const keep = await enrolled(school, {}, { groupId: null })

    assert.deepEqual(await school.pupils.merge({ keep, drop: keep, fields: {} }), {
      ok: false,
      refusal: 'pupil.same-record',
    })
  })
})
