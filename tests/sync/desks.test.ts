import assert from 'node:assert/strict'
import { it } from 'node:test'
import { PupilId } from '#shared/pupils/pupil.ts'
import { SchoolId } from '#shared/school/school.ts'
import { StaffId } from '#shared/staff/staff.ts'
import type { WriteDb } from '../../src-main/platform/database.ts'
import { pupils } from '../../src-main/pupils/pupils-table.ts'
import { schools } from '../../src-main/school/school-table.ts'
import { staff } from '../../src-main/staff/staff-table.ts'
import { onEachDatabase } from '../portal/test-databases.ts'
import { aSyncedDesk } from './test-desk.ts'
import { aHub, heidi, schoolId } from './test-hub.ts'

const noor = PupilId.parse('0197c000-0000-7000-8000-0000000000a1')

const pupil = {
  id: noor,
  firstName: 'Noor',
  officialNames: null,
  initials: null,
  prefix: 'de',
  lastName: 'Boer',
  sex: 'female',
  birthDate: null,
  birthPlace: null,
  nationalNumber: null,
  nationalNumberKind: null,
  pupilNumber: null,
  homeLanguages: ['nl'] as string[],
  nationality: null,
  email: null,
  yearGrade: '3',
  note: null,
  protectionLevel: 0,
  alias: null,
  protectionAgreement: null,
  mergedInto: null,
} as const

function aSchoolBefore(db: WriteDb) {
  db.save(schools, {
    id: SchoolId.parse(schoolId),
    name: 'De Linde',
    place: null,
    country: 'nl',
    language: 'nl',
    registrationNumber: null,
    street: null,
    postcode: null,
    town: null,
    phone: null,
    email: null,
    website: null,
    timeZone: 'Europe/Amsterdam',
    idleLockMinutes: 5,
    confidentialityLine: null,
    keepsNationalNumber: true,
  })
  db.save(staff, {
    id: StaffId.parse(heidi),
    firstName: 'Heidi',
    prefix: null,
    lastName: 'Smit',
    userName: 'heidi',
    email: null,
    role: 'office',
    language: null,
    seesMedical: true,
    isActive: true,
  })
  db.save(pupils, pupil)
}

onEachDatabase('desks of one school', (open) => {
  it('lifts a school that began without a portal onto one, and gives it all to a second desk', async () => {
    const hub = await aHub(await open())
    using first = await aSyncedDesk({
      hub,
      joins: null,
      before: (database) => database.write({ staffId: heidi, path: 'test' }, aSchoolBefore),
    })
    assert.deepEqual(await first.sync(), { ok: true })
    using second = await aSyncedDesk({ hub, joins: heidi })

    assert.deepEqual(await second.sync(), { ok: true })

    assert.equal(first.waiting(), 0)
    const fields = (desk: typeof first) =>
      desk.rows('pupils').map((row) => ({ ...Object(row), _sc: 0, _seq: 0 }))
    assert.deepEqual(fields(second), fields(first))
    assert.equal(second.rows('schools').length, 1)
  })

  it('lets two desks that were away change one child: both fields stay, and of one field the later', async () => {
    const hub = await aHub(await open())
    using first = await aSyncedDesk({
      hub,
      joins: null,
      before: (database) => database.write({ staffId: heidi, path: 'test' }, aSchoolBefore),
    })
    await first.sync()
    using second = await aSyncedDesk({ hub, joins: heidi })
    await second.sync()

    hub.clock.now += 60_000
    first.write((db) => db.save(pupils, { ...pupil, note: 'van één', email: 'noor@example.org' }))
    hub.clock.now += 60_000
    second.write((db) => db.save(pupils, { ...pupil, note: 'van twee', yearGrade: '4' }))
    await second.sync()
    await first.sync()
    await second.sync()

    const shown = (desk: typeof first) => {
      const { note, email, yearGrade } = Object(desk.rows('pupils')[0])
      return { note, email, yearGrade }
    }
    assert.deepEqual(shown(first), { note: 'van twee', email: 'noor@example.org', yearGrade: '4' })
    assert.deepEqual(shown(second), shown(first))
    assert.equal(first.rows('syncNotices').length, 1)
    assert.equal(second.rows('syncNotices').length, 1)
  })

  it('shows what waits here above what comes, and lets a slow clock write over what it saw', async () => {
    const hub = await aHub(await open())
    using first = await aSyncedDesk({
      hub,
      joins: null,
      before: (database) => database.write({ staffId: heidi, path: 'test' }, aSchoolBefore),
    })
    await first.sync()
    using slow = await aSyncedDesk({ hub, joins: heidi, clockOff: -2 * 86_400_000 })
    await slow.sync()

    slow.write((db) => db.save(pupils, { ...pupil, note: 'van gisteren, maar gezien' }))
    await slow.sync()
    await first.sync()

    assert.equal(Object(first.rows('pupils')[0]).note, 'van gisteren, maar gezien')
    assert.equal(slow.waiting(), 0)
  })
})
