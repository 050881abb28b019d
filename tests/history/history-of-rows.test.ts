import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  aLink,
  anna,
  aSchoolWithFamilies,
  fatma,
  group4a,
  hiding,
  linkOf,
  molenweg,
  noor,
  noorsMother,
  noorsSecrets,
  pieter,
  saar,
} from '../builders/families.ts'
import { heidi } from '../builders/school.ts'

type School = ReturnType<typeof aSchoolWithFamilies>

const lastOf = async (school: School, table: string, rowId: string, field: string | null = null) =>
  (await school.history.ofRow({ table, rowId, field }))[0]

describe('the history of a field', () => {
  it('says who changed it from what to what, by what and when', async () => {
    using school = aSchoolWithFamilies()
    await school.families.changeLink({ id: linkOf(saar, anna), fields: { mayCollect: false } })

    const [change] = await school.history.ofRow({
      table: 'guardianLinks',
      rowId: linkOf(saar, anna),
      field: 'mayCollect',
    })

    assert(change)
    const { id: _id, ...rest } = change
    assert.deepEqual(rest, {
      at: '2026-11-23T08:30:00.000Z',
      staffName: 'Heidi Smit',
      table: 'guardianLinks',
      rowId: linkOf(saar, anna),
      field: 'mayCollect',
      from: true,
      to: false,
      path: 'families.changeLink',
    })
  })

  it('puts back one field, and leaves what else was changed with it', async () => {
    using school = aSchoolWithFamilies()
    await school.families.changeGuardian({
      id: anna,
      fields: { lastName: 'Bos', firstName: 'Ann' },
    })
    const change = await lastOf(school, 'guardians', anna, 'lastName')
    assert(change)

    const answer = await school.history.revert({ changeId: change.id })

    assert.equal(answer.ok, true)
    const [row] = (await school.families.list({})).filter(({ pupilIds }) => pupilIds.includes(saar))
    assert.equal(row?.guardianNames, 'Ann Jansen, Pieter de Vries')
  })

  it('is found again after it was put back, and can be undone like any other act', async () => {
    using school = aSchoolWithFamilies()
    await school.groups.change({ id: group4a, fields: { room: 'A1' } })
    const change = await lastOf(school, 'groups', group4a, 'room')
    assert(change)
    await school.history.revert({ changeId: change.id })

    await school.history.undo({ actionId: null })

    const [group] = await school.groups.list({ schoolYearId: null })
    assert.deepEqual([group?.name, group?.room], ['1/2A', null])
    const rooms = await school.history.ofRow({ table: 'groups', rowId: group4a, field: 'room' })
    assert.deepEqual(
      rooms.map(({ to, path }) => [to, path]),
      [
        ['A1', 'history.undo'],
        [null, 'history.revert'],
        ['A1', 'groups.change'],
      ],
    )
  })

  it('does not lift a no-contact order, nor give back what it switched off', async () => {
    using school = aSchoolWithFamilies({ as: 'principal' })
    const id = linkOf(saar, pieter)
    await school.families.changeLink({ id, fields: { noContact: true } })
    school.become('office')
    const order = await lastOf(school, 'guardianLinks', id, 'noContact')
    const portal = await lastOf(school, 'guardianLinks', id, 'portalAccess')
    assert(order && portal)

    const answers = [
      await school.history.revert({ changeId: order.id }),
      await school.history.revert({ changeId: portal.id }),
    ]

    assert.deepEqual(answers, [
      { ok: false, refusal: 'history.not-yours' },
      { ok: false, refusal: 'history.changed-since' },
    ])
  })

  it('of a row that is gone cannot be put back alone', async () => {
    using school = aSchoolWithFamilies()
    const id = linkOf(saar, anna)
    await school.families.changeLink({ id, fields: { note: 'belt liever niet' } })
    const change = await lastOf(school, 'guardianLinks', id, 'note')
    assert(change)
    await school.families.unlinkGuardian({ id })

    const answer = await school.history.revert({ changeId: change.id })

    assert.deepEqual(answer, { ok: false, refusal: 'history.not-found' })
  })
})

describe('the history of a pupil', () => {
  it('holds guardians, homes, numbers and groups, and what was taken away', async () => {
    using school = aSchoolWithFamilies()
    await school.families.setPhones({ ownerKind: 'guardian', ownerId: anna, phones: [] })
    await school.families.changeHousehold({ id: molenweg, fields: { town: 'Stad' }, only: null })
    await school.families.linkGuardian({ pupilId: saar, guardianId: fatma, fields: aLink() })
    await school.families.unlinkGuardian({ id: linkOf(saar, fatma) })

    const changes = await school.history.ofPupil({ pupilId: saar })

    const own = changes.filter(({ path }) => path !== 'practice.make')
    assert.deepEqual(
      own.map(({ table, field, path }) => [table, field, path]),
      [
        ['guardianLinks', null, 'families.unlinkGuardian'],
        ['guardianLinks', null, 'families.linkGuardian'],
        ['households', 'town', 'families.changeHousehold'],
        ['phones', null, 'families.setPhones'],
      ],
    )
    const made = new Set(changes.map(({ table }) => table))
    assert.deepEqual([...made].sort(), [
      'enrolments',
      'guardianLinks',
      'guardians',
      'households',
      'memberships',
      'phones',
      'pupils',
      'residences',
    ])
  })

  it('shows the end of a national number only', async () => {
    using school = aSchoolWithFamilies()
    await school.pupils.change({
      id: saar,
      fields: { nationalNumber: '111222333', nationalNumberKind: 'bsn' },
    })

    const changes = await school.history.ofPupil({ pupilId: saar })

    assert.equal(changes.find(({ field }) => field === 'nationalNumber')?.to, '•••333')
    assert.doesNotMatch(JSON.stringify(changes), /111222333/)
  })

  it('keeps health to those who may see it', async () => {
    using school = aSchoolWithFamilies()
    await school.pupils.changeMedical({ id: saar, fields: { alert: 'Notenallergie' } })

    const allowed = JSON.stringify(await school.history.ofPupil({ pupilId: saar }))
    school.become('office', { seesMedical: false })
    const denied = [
      await school.history.ofPupil({ pupilId: saar }),
      await school.history.ofRow({ table: 'medicals', rowId: saar, field: null }),
    ]

    assert.match(allowed, /Notenallergie/)
    assert.doesNotMatch(JSON.stringify(denied), /Notenallergie|medicals/)
  })

  it('is closed to teachers and to whoever looks after the computers', async () => {
    using school = aSchoolWithFamilies()

    for (const role of ['teacher', 'ict'] as const) {
      await assert.rejects(school.become(role).history.ofPupil({ pupilId: saar }), /Not allowed/)
    }
  })
})

describe('the history of a hidden pupil', () => {
  it('tells neither name nor address nor number, in any row or value', async () => {
    using school = aSchoolWithFamilies()
    await school.pupils.reveal({ id: noor, reason: 'nieuw nummer' })
    await school.families.changeGuardian({ id: noorsMother, fields: { note: 'Vluchtsma belt' } })
    await school.families.setPhones({ ownerKind: 'guardian', ownerId: noorsMother, phones: [] })

    const answers = JSON.stringify([
      await school.history.ofPupil({ pupilId: noor }),
      await school.history.ofRow({ table: 'households', rowId: hiding, field: null }),
      await school.history.ofRow({ table: 'guardians', rowId: noorsMother, field: null }),
      await school.history.ofRow({ table: 'guardians', rowId: noorsMother, field: 'email' }),
      await school.history.lastActions({}),
    ])

    assert.deepEqual(
      noorsSecrets.filter((secret) => answers.toLowerCase().includes(secret.toLowerCase())),
      [],
    )
  })

  it('covers the name under which something was done before', async () => {
    using school = aSchoolWithFamilies()
    await school.families.changeGuardian({ id: fatma, fields: { note: 'belt' } })
    const [before] = await school.history.lastActions({})
    const [yilmaz] = (await school.families.list({})).filter(({ name }) => name === 'Yılmaz')
    assert(yilmaz?.pupilIds[0])
    await school.pupils.protect({
      id: yilmaz.pupilIds[0],
      fields: { protectionLevel: 2, alias: 'Kim Berg', protectionAgreement: null },
    })

    const after = (await school.history.lastActions({})).find(({ id }) => id === before?.id)

    assert.deepEqual([before?.subject, after?.subject], ['Fatma Yılmaz', 'Kim Berg'])
  })
})

describe('the tables a history tells of', () => {
  it('leave out what is nobody’s business: settings of others and keys of other systems', async () => {
    using school = aSchoolWithFamilies()
    await school.staff.setPreference({ key: 'columns', value: ['name'] })
    const stored = school.database.sqlite.prepare('SELECT id FROM preferences').pluck().get()

    const changes = await school.history.ofRow({
      table: 'preferences',
      rowId: String(stored),
      field: null,
    })

    assert.deepEqual(changes, [])
    assert.notDeepEqual(
      await school.history.ofRow({ table: 'staff', rowId: heidi, field: null }),
      [],
    )
  })
})
