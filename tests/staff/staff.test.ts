import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { StaffFields } from '#shared/staff/staff.ts'
import { credentials } from '../../src-main/staff/credentials-table.ts'
import { aSchoolWithFamilies, ict, juf, principal } from '../builders/families.ts'
import { aSchool, heidi, numbered } from '../builders/school.ts'

const aPerson = (wanted: Partial<StaffFields> = {}): StaffFields => ({
  firstName: 'Wim',
  prefix: 'van',
  lastName: 'Dam',
  userName: 'wim',
  email: null,
  role: 'teacher',
  language: 'nl',
  seesMedical: false,
  isActive: true,
  ...wanted,
})

const passphrase = 'vier losse woorden fiets'

describe('the people who work here', () => {
  it('are listed by last name, with their groups and whether they can sign in', async () => {
    using school = aSchoolWithFamilies()
    await school.staff.setPassword({ id: juf, password: passphrase })

    const rows = await school.staff.list({})

    assert.deepEqual(
      rows.map(({ name, role, groupNames, hasPassword }) => [name, role, groupNames, hasPassword]),
      [
        ['Dirk Baas', 'principal', '', false],
        ['Joke Juf', 'teacher', '4A', true],
        ['Iris Kabel', 'ict', '', false],
        ['Heidi Smit', 'office', '', false],
      ],
    )
    assert.doesNotMatch(JSON.stringify(rows), /argon2/)
  })

  it('have user names of their own, whatever the capitals', async () => {
    using school = aSchool()

    const answer = await school.staff.add({ fields: aPerson({ userName: 'HEIDI' }) })

    assert.deepEqual(answer, {
      ok: false,
      refusal: 'staff.user-name-taken',
      details: { userName: 'heidi' },
    })
  })

  it('always have one among them who may work with pupils and let others in', async () => {
    using school = aSchoolWithFamilies()
    await school.staff.change({ id: principal, fields: { role: 'teacher' } })

    const answers = [
      await school.staff.change({ id: heidi, fields: { isActive: false } }),
      await school.staff.change({ id: heidi, fields: { role: 'ict' } }),
      await school.staff.change({ id: ict, fields: { isActive: false } }),
    ]

    const refused = { ok: false, refusal: 'staff.last-administrator' }
    assert.deepEqual(answers, [refused, refused, { ok: true, value: null }])
  })

  it('are not managed by a teacher', async () => {
    using school = aSchool({ as: 'teacher' })

    await assert.rejects(school.staff.list({}), /Not allowed/)
    await assert.rejects(school.staff.add({ fields: aPerson() }), /Not allowed/)
  })
})

describe('who looks after computers', () => {
  const refused = { ok: false, refusal: 'staff.role-needs-office' }
  const done = { ok: true, value: null }

  it('lets nobody in where the pupils are, not even oneself', async () => {
    using school = aSchoolWithFamilies({ as: 'ict', staffId: ict })
    const { add, change } = school.staff

    const answers = [
      await change({ id: ict, fields: { role: 'office' } }),
      await change({ id: ict, fields: { seesMedical: true } }),
      await add({ fields: aPerson({ role: 'teacher' }) }),
      await add({ fields: aPerson({ role: 'ict', seesMedical: true }) }),
    ]

    assert.deepEqual(answers, [refused, refused, refused, refused])
    assert.equal((await school.staff.list({})).length, 4)
  })

  it('touches nobody who works with pupils, nor their password', async () => {
    using school = aSchoolWithFamilies({ as: 'ict', staffId: ict })
    const { change, setPassword } = school.staff

    const answers = [
      await change({ id: juf, fields: { role: 'ict' } }),
      await change({ id: heidi, fields: { userName: 'mine' } }),
      await change({ id: principal, fields: { isActive: false } }),
      await setPassword({ id: heidi, password: passphrase }),
    ]

    assert.deepEqual(answers, [refused, refused, refused, refused])
    assert.deepEqual(school.database.read.select().from(credentials).all(), [])
  })

  it('looks after others who do', async () => {
    using school = aSchoolWithFamilies({ as: 'ict', staffId: ict })

    const added = await school.staff.add({ fields: aPerson({ role: 'ict' }) })
    assert(added.ok)

    assert.deepEqual(
      [
        await school.staff.change({ id: added.value, fields: { isActive: false } }),
        await school.staff.setPassword({ id: added.value, password: passphrase }),
        await school.staff.change({ id: ict, fields: { lastName: 'Draad' } }),
      ],
      [done, done, done],
    )
  })
})

describe('setting a password', () => {
  it('keeps no word of it in the history, in the outbox or in clear', async () => {
    using school = aSchool()
    const before = school.database.sqlite.prepare('SELECT count(*) FROM changes').pluck().get()

    const answer = await school.staff.setPassword({ id: heidi, password: passphrase })

    assert.equal(answer.ok, true)
    const [stored] = school.database.read.select().from(credentials).all()
    assert.match(stored?.passwordHash ?? '', /^\$argon2id\$v=19\$m=65536,t=3,p=1\$/)
    const after = school.database.sqlite.prepare('SELECT count(*) FROM changes').pluck().get()
    assert.equal(after, before)
  })

  it('refuses what is short, what is common, and the school’s own name', async () => {
    using school = aSchool()
    const set = (password: string) => school.staff.setPassword({ id: heidi, password })

    const refusals = [
      await set('te kort'),
      await set('Welkom2026!!!'),
      await set('OBS De Mijlpaal'),
      await school.staff.setPassword({ id: numbered(99), password: passphrase }),
    ].map((answer) => !answer.ok && answer.refusal)

    assert.deepEqual(refusals, [
      'staff.password-too-short',
      'staff.password-common',
      'staff.password-common',
      'staff.not-found',
    ])
  })

  it('by oneself asks the current one', async () => {
    using school = aSchool()
    await school.staff.setPassword({ id: heidi, password: passphrase })

    const wrong = await school.staff.changeOwnPassword({
      current: 'weet ik niet meer',
      wanted: 'drie blauwe fietsen',
    })
    const right = await school.staff.changeOwnPassword({
      current: passphrase,
      wanted: 'drie blauwe fietsen',
    })

    assert.deepEqual(wrong, { ok: false, refusal: 'staff.password-wrong' })
    assert.equal(right.ok, true)
  })
})

describe('settings of the screen', () => {
  it('are each person’s own', async () => {
    using school = aSchoolWithFamilies()
    await school.staff.setPreference({ key: 'columns', value: ['name', 'group'] })
    await school.staff.setPreference({ key: 'theme', value: 'dark' })
    await school.staff.setPreference({ key: 'theme', value: null })

    const own = await school.staff.preferences({})
    const another = await school.become('teacher', { staffId: juf }).staff.preferences({})

    assert.deepEqual([own, another], [{ columns: ['name', 'group'], theme: null }, {}])
  })
})
