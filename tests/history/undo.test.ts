import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { eq, getTableName } from 'drizzle-orm'
import { GroupId } from '#shared/groups/group.ts'
import { groups } from '../../src-main/groups/groups-table.ts'
import { syncedTables } from '../../src-main/synced-tables.ts'
import {
  aGuardian,
  aLink,
  anAddress,
  anna,
  aSchoolWithFamilies,
  dorpsplein,
  fatma,
  group4a,
  group12,
  juf,
  kerkstraat,
  linkOf,
  molenweg,
  pieter,
  principal,
  residenceOf,
  saar,
  thisYear,
  tim,
  yusuf,
} from '../builders/families.ts'
import { day, heidi, monday, numbered } from '../builders/school.ts'

type School = ReturnType<typeof aSchoolWithFamilies>
type Answer = { readonly ok: boolean } | null

/** Every row of every synced table as SQLite holds it, without the stamps of when it was written. */
function everything({ database }: School) {
  return syncedTables.map(getTableName).map((table) => {
    const rows = database.sqlite.prepare(`SELECT * FROM "${table}" ORDER BY id`).all()
    return [table, rows.map((row) => withoutStamps(Object(row)))]
  })
}

const withoutStamps = (row: object) =>
  Object.fromEntries(Object.entries(row).filter(([field]) => !field.startsWith('_')))

const noContact = { id: linkOf(saar, pieter), fields: { noContact: true } }
const aContact = {
  kind: 'emergency' as const,
  name: 'Oma Jansen',
  organisation: null,
  address: null,
  email: null,
  note: null,
}
const contactLink = {
  contactOrder: 1,
  relation: 'oma',
  mayCollect: true,
  collectingForbidden: false,
  validFrom: null,
  validUntil: null,
}
const aPhone = { kind: 'mobile' as const, number: '06 55556666', mayCallDuringSchool: false }

const commands: Record<string, (school: School) => Promise<Answer>> = {
  'a new guardian of two children': ({ families }) =>
    families.addGuardian({
      pupilIds: [saar, tim],
      fields: aGuardian('Bram', 'Bos', 'bram@example.org'),
      link: aLink({ relation: 'step-parent', authority: 'none', contactOrder: 3 }),
      phones: [aPhone],
      householdId: molenweg,
    }),
  'another name of a guardian': ({ families }) =>
    families.changeGuardian({ id: anna, fields: { lastName: 'Bos', note: 'getrouwd' } }),
  'a guardian who moves in elsewhere': ({ families }) =>
    families.moveGuardian({ id: pieter, householdId: null }),
  'a guardian of one more child': ({ families }) =>
    families.linkGuardian({ pupilId: saar, guardianId: fatma, fields: aLink() }),
  'a no-contact order': (school) => school.become('principal').families.changeLink(noContact),
  'a guardian taken off a child': ({ families }) =>
    families.unlinkGuardian({ id: linkOf(tim, pieter) }),
  'a new home of two children and an adult': ({ families }) =>
    families.addHousehold({
      fields: anAddress('Parklaan', '1'),
      pupilIds: [saar, tim],
      residence: { isMain: true, arrangement: 'om de week' },
      guardianIds: [pieter],
    }),
  'a move of some who live at an address': ({ families }) =>
    families.changeHousehold({
      id: molenweg,
      fields: { street: 'Parklaan' },
      only: { pupilIds: [saar], guardianIds: [anna] },
    }),
  'a move of all': ({ families }) =>
    families.changeHousehold({ id: molenweg, fields: { street: 'Parklaan' }, only: null }),
  'one more home of a child': ({ families }) =>
    families.addResidence({
      pupilId: tim,
      householdId: kerkstraat,
      fields: { isMain: true, arrangement: null },
    }),
  'another main home': ({ families }) =>
    families.changeResidence({ id: residenceOf(saar, kerkstraat), fields: { isMain: true } }),
  'the end of a home': ({ families }) => families.endResidence({ id: residenceOf(saar, molenweg) }),
  'other phone numbers': ({ families }) =>
    families.setPhones({
      ownerKind: 'guardian',
      ownerId: anna,
      phones: [aPhone, { ...aPhone, number: '020 1234567', kind: 'home' }],
    }),
  'a new contact': ({ families }) =>
    families.addContact({
      pupilId: saar,
      contactId: null,
      fields: aContact,
      link: contactLink,
      phones: [aPhone],
    }),
  'a new school year': ({ groups }) =>
    groups.saveYear({
      id: null,
      fields: { name: '2027-2028', startsOn: '2027-08-01', endsOn: '2028-07-31' },
    }),
  'another name of a school year': ({ groups }) =>
    groups.saveYear({
      id: thisYear,
      fields: { name: 'Dit jaar', startsOn: '2026-08-01', endsOn: '2027-07-31' },
    }),
  'a new group': ({ groups }) =>
    groups.add({
      schoolYearId: thisYear,
      fields: { name: '3/4B', kind: 'class', yearGrades: ['3', '4'], room: 'B12' },
    }),
  'another room of a group': ({ groups }) =>
    groups.change({ id: group4a, fields: { room: 'A1', yearGrades: ['4', '5'] } }),
  'pupils placed in another group': ({ groups }) =>
    groups.place({ pupilIds: [saar, yusuf], groupId: group12, from: monday }),
  'a pupil taken out of a group': ({ groups }) =>
    groups.takeOut({ pupilId: saar, groupId: group4a, until: day('2026-07-31') }),
  'a teacher of a group': ({ groups }) =>
    groups.assignStaff({ groupId: group12, staffId: juf, task: 'assistant' }),
  'a teacher taken off a group': ({ groups }) =>
    groups.assignStaff({ groupId: group4a, staffId: juf, task: null }),
  'a consent': ({ consents }) =>
    consents.record({
      pupilId: saar,
      guardianId: anna,
      fields: {
        purpose: 'photo-website',
        granted: true,
        givenOn: monday,
        version: '2026',
        note: null,
      },
    }),
  'a new colleague': ({ staff }) =>
    staff.add({
      fields: {
        firstName: 'Wim',
        prefix: null,
        lastName: 'Nieuw',
        userName: 'wim',
        email: null,
        role: 'teacher',
        language: 'nl',
        seesMedical: false,
        isActive: true,
      },
    }),
  'a colleague who leaves': ({ staff }) => staff.change({ id: juf, fields: { isActive: false } }),
  'another name of the school': ({ schoolSettings }) =>
    schoolSettings.change({ name: 'De Boom', idleLockMinutes: 10 }),
}

describe('undoing and redoing', () => {
  for (const [name, run] of Object.entries(commands)) {
    it(`${name} leaves every row as it was, and as it became`, async () => {
      using school = aSchoolWithFamilies()
      const before = everything(school)
      assert.deepEqual((await run(school))?.ok, true)
      const after = everything(school)
      assert.notDeepEqual(after, before)

      const undone = await school.history.undo({ actionId: null })
      const restored = everything(school)
      const redone = await school.history.redo({})

      assert.deepEqual([undone.ok, redone.ok], [true, true])
      assert.deepEqual(restored, before)
      assert.deepEqual(everything(school), after)
    })
  }

  it('may go to and fro as often as one likes', async () => {
    using school = aSchoolWithFamilies()
    const before = everything(school)
    await school.families.changeGuardian({ id: anna, fields: { lastName: 'Bos' } })
    const after = everything(school)

    for (const _round of [1, 2, 3]) {
      assert.equal((await school.history.undo({ actionId: null })).ok, true)
      assert.deepEqual(everything(school), before)
      assert.equal((await school.history.redo({})).ok, true)
      assert.deepEqual(everything(school), after)
    }
  })
})

describe('undoing something small', () => {
  it('is done before anybody else gets a turn', async () => {
    using school = aSchoolWithFamilies()
    await school.groups.change({ id: group4a, fields: { room: 'A1' } })
    let hasTurned = false
    const other = setImmediate(() => {
      hasTurned = true
    })

    const answer = await school.history.undo({ actionId: null })

    clearImmediate(other)
    assert.deepEqual([answer.ok, hasTurned], [true, false])
  })

  it('brings back a row that the same action changed more than once, made or took away', async () => {
    using school = aSchoolWithFamilies()
    const [known] = school.database.read.select().from(groups).where(eq(groups.id, group4a)).all()
    assert(known)
    const made = { ...known, id: GroupId.parse(numbered(777)), name: '9Z' }
    const before = everything(school)
    school.database.write({ staffId: heidi, path: 'groups.change' }, (db) => {
      db.save(groups, { ...known, room: 'A1' })
      db.save(groups, { ...known, room: 'A2', name: '4B' })
      db.save(groups, made)
      db.save(groups, { ...made, room: 'A3' })
      db.remove(groups, known.id)
      db.save(groups, { ...known, room: 'A4' })
    })
    const after = everything(school)

    const undone = await school.history.undo({ actionId: null })
    const restored = everything(school)
    const redone = await school.history.redo({})

    assert.deepEqual([undone.ok, redone.ok], [true, true])
    assert.deepEqual(restored, before)
    assert.deepEqual(everything(school), after)
  })
})

describe('the last actions', () => {
  it('are those of the caller, newest first, with what they were about', async () => {
    using school = aSchoolWithFamilies()
    await school.become('principal', { staffId: principal }).families.changeLink(noContact)
    school.become('office', { staffId: juf })
    await school.families.changeGuardian({ id: anna, fields: { lastName: 'Bos' } })
    await school.groups.change({ id: group4a, fields: { room: 'A1' } })
    await school.history.undo({ actionId: null })

    const rows = await school.history.lastActions({})

    assert.deepEqual(
      rows.map(({ path, subject, changeCount, isUndone, isOwn }) => ({
        path,
        subject,
        changeCount,
        isUndone,
        isOwn,
      })),
      [
        {
          path: 'groups.change',
          subject: '4A',
          changeCount: 1,
          isUndone: true,
          isOwn: true,
        },
        {
          path: 'families.changeGuardian',
          subject: 'Anna Bos',
          changeCount: 1,
          isUndone: false,
          isOwn: true,
        },
      ],
    )
  })

  it('can be taken back one by one, in any order, as long as they do not touch each other', async () => {
    using school = aSchoolWithFamilies()
    await school.families.changeGuardian({ id: anna, fields: { lastName: 'Bos' } })
    await school.groups.change({ id: group4a, fields: { room: 'A1' } })
    const [, first] = await school.history.lastActions({})
    assert(first)

    const answer = await school.history.undo({ actionId: first.id })

    assert.deepEqual(answer, { ok: true, value: { ...first, isUndone: true } })
    const [group] = await school.groups.list({ schoolYearId: null })
    assert.equal(group?.room, null)
  })

  it('of a colleague are not mine to take back', async () => {
    using school = aSchoolWithFamilies()
    await school.groups.change({ id: group4a, fields: { room: 'A1' } })
    const [row] = await school.history.lastActions({})
    assert(row)

    const answer = await school
      .become('office', { staffId: principal })
      .history.undo({ actionId: row.id })

    assert.deepEqual(answer, { ok: false, refusal: 'history.not-yours' })
  })

  it('stay when somebody has changed the same since', async () => {
    using school = aSchoolWithFamilies()
    await school.groups.change({ id: group4a, fields: { room: 'A1' } })
    await school
      .become('office', { staffId: principal })
      .groups.change({ id: group4a, fields: { room: 'A2' } })

    const answer = await school
      .become('office', { staffId: heidi })
      .history.undo({ actionId: null })

    assert.deepEqual(answer, { ok: false, refusal: 'history.changed-since' })
  })

  it('come back one after another where each changed the same', async () => {
    using school = aSchoolWithFamilies()
    const before = everything(school)
    await school.groups.change({ id: group4a, fields: { room: 'A1' } })
    await school.groups.change({ id: group4a, fields: { room: 'A2' } })
    const after = everything(school)

    await school.history.undo({ actionId: null })
    await school.history.undo({ actionId: null })
    const restored = everything(school)
    await school.history.redo({})
    await school.history.redo({})

    assert.deepEqual(restored, before)
    assert.deepEqual(everything(school), after)
  })

  it('go back fifty and no further', async () => {
    using school = aSchoolWithFamilies()
    for (let n = 1; n <= 52; n++) {
      await school.groups.change({ id: group4a, fields: { room: `A${n}` } })
    }
    const undone = []
    for (let n = 1; n <= 52; n++) undone.push(await school.history.undo({ actionId: null }))

    assert.equal(undone.filter(({ ok }) => ok).length, 50)
    assert.deepEqual(undone.at(-1), { ok: false, refusal: 'history.nothing-to-undo' })
  })

  it('cannot be redone once something new was done', async () => {
    using school = aSchoolWithFamilies()
    await school.groups.change({ id: group4a, fields: { room: 'A1' } })
    await school.history.undo({ actionId: null })
    await school.groups.change({ id: group12, fields: { room: 'B1' } })

    assert.deepEqual(await school.history.redo({}), {
      ok: false,
      refusal: 'history.nothing-to-redo',
    })
  })

  it('leave out settings of the screen, which nobody wants back', async () => {
    using school = aSchoolWithFamilies()
    await school.groups.change({ id: group4a, fields: { room: 'A1' } })
    await school.staff.setPreference({ key: 'columns', value: ['name'] })

    const undone = await school.history.undo({ actionId: null })

    assert.equal(undone.ok && undone.value.path, 'groups.change')
    assert.deepEqual(await school.staff.preferences({}), { columns: ['name'] })
  })
})

describe('the way back around a rule', () => {
  it('does not lift a no-contact order for somebody who is no principal any more', async () => {
    using school = aSchoolWithFamilies({ as: 'principal' })
    await school.families.changeLink(noContact)

    const answer = await school.become('office').history.undo({ actionId: null })

    assert.deepEqual(answer, { ok: false, refusal: 'history.not-yours' })
  })

  it('does not leave the school without anybody who may work', async () => {
    using school = aSchoolWithFamilies()
    const heidis = (await school.staff.list({})).find(({ userName }) => userName === 'heidi')
    assert(heidis)
    await school.staff.change({ id: principal, fields: { isActive: false } })
    await school.staff.change({ id: principal, fields: { isActive: true } })
    await school.staff.change({ id: heidis.id, fields: { isActive: false } })
    const [, activation] = await school.history.lastActions({})
    assert(activation)

    const answer = await school.history.undo({ actionId: activation.id })

    assert.deepEqual(answer, { ok: false, refusal: 'history.changed-since' })
  })

  it('gives nobody a role back when the caller looks after computers alone by now', async () => {
    using school = aSchoolWithFamilies()
    await school.staff.change({ id: juf, fields: { role: 'ict' } })

    const answer = await school.become('ict').history.undo({ actionId: null })

    assert.deepEqual(answer, { ok: false, refusal: 'history.not-yours' })
  })

  it('does not give a guardian an e-mail address that somebody else has by now', async () => {
    using school = aSchoolWithFamilies()
    await school.families.changeGuardian({ id: anna, fields: { email: null } })
    await school.families.changeGuardian({ id: fatma, fields: { email: 'anna@example.org' } })
    const [, removal] = await school.history.lastActions({})
    assert(removal)

    const answer = await school.history.undo({ actionId: removal.id })

    assert.deepEqual(answer, { ok: false, refusal: 'history.changed-since' })
  })

  it('brings nothing of pupils to a teacher', async () => {
    using school = aSchoolWithFamilies()
    await school.families.changeHousehold({ id: dorpsplein, fields: { town: 'Stad' }, only: null })
    school.become('teacher')

    assert.deepEqual(await school.history.lastActions({}), [])
    assert.deepEqual(await school.history.undo({ actionId: null }), {
      ok: false,
      refusal: 'history.nothing-to-undo',
    })
  })
})
