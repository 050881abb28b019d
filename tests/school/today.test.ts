import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { PartialDay } from '#shared/platform/day.ts'
import type { PupilId } from '#shared/pupils/pupil.ts'
import { enrolments, pupils } from '../../src-main/pupils/pupils-table.ts'
import {
  aSchoolWithFamilies,
  group4a,
  group12,
  juf,
  noor,
  saar,
  tim,
  yusuf,
} from '../builders/families.ts'
import { aSchool, day, friday, heidi, monday } from '../builders/school.ts'

type School = ReturnType<typeof aSchoolWithFamilies>

function born(school: School, id: PupilId, birthDate: string) {
  const pupil = school.database.read
    .select()
    .from(pupils)
    .all()
    .find((each) => each.id === id)
  assert(pupil)
  school.database.write({ staffId: heidi, path: 'pupils.change' }, (db) =>
    db.save(pupils, { ...pupil, birthDate: PartialDay.parse(birthDate) }),
  )
}

function enrolled(school: School, id: PupilId, startsOn: string, endsOn: string | null) {
  const known = school.database.read.select().from(enrolments).all()
  const enrolment = known.find(({ pupilId }) => pupilId === id)
  assert(enrolment)
  school.database.write({ staffId: heidi, path: 'pupils.changeEnrolment' }, (db) =>
    db.save(enrolments, {
      ...enrolment,
      startsOn: day(startsOn),
      endsOn: endsOn ? day(endsOn) : null,
    }),
  )
}

describe('the start screen', () => {
  it('counts pupils, groups and what is missing', async () => {
    using school = aSchoolWithFamilies()
    await school.pupils.change({ id: saar, fields: { sex: 'unknown' } })

    const overview = await school.schoolSettings.today({})

    assert.deepEqual(overview, {
      today: monday,
      pupilCount: 4,
      groups: [
        { id: group12, name: '1/2A', pupilCount: 1, incompleteCount: 0 },
        { id: group4a, name: '4A', pupilCount: 3, incompleteCount: 1 },
      ],
      incompleteCount: 1,
      duplicateCount: 0,
      startingSoon: [],
      leavingSoon: [],
      birthdays: [],
    })
  })

  it('names birthdays of today and the coming week, and not that of a hidden child', async () => {
    using school = aSchoolWithFamilies()
    born(school, saar, '2018-11-23')
    born(school, tim, '2021-11-30')
    born(school, yusuf, '2018-12-01')
    born(school, noor, '2018-11-24')

    const { birthdays } = await school.schoolSettings.today({})

    assert.deepEqual(birthdays, [
      { id: saar, name: 'Saar de Vries', groupName: '4A', on: monday, turns: 8 },
      { id: tim, name: 'Tim de Vries', groupName: '1/2A', on: day('2026-11-30'), turns: 5 },
    ])
  })

  it('says who starts and who leaves in the coming month', async () => {
    using school = aSchoolWithFamilies()
    enrolled(school, saar, '2022-08-01', friday)
    enrolled(school, tim, '2026-12-01', null)
    enrolled(school, yusuf, '2027-02-01', null)

    const { startingSoon, leavingSoon, pupilCount } = await school.schoolSettings.today({})

    assert.deepEqual(
      { startingSoon, leavingSoon, pupilCount },
      {
        startingSoon: [{ id: tim, name: 'Tim de Vries', on: day('2026-12-01') }],
        leavingSoon: [{ id: saar, name: 'Saar de Vries', on: friday }],
        pupilCount: 2,
      },
    )
  })

  it('counts the same pairs that the list of duplicates shows', async () => {
    using school = aSchoolWithFamilies()
    const fields = { nationalNumber: '111222333', nationalNumberKind: 'bsn' as const }
    for (const id of [saar, tim, noor]) await school.pupils.change({ id, fields })

    const { duplicateCount } = await school.schoolSettings.today({})

    assert.equal(duplicateCount, (await school.pupils.duplicates({})).length)
    assert.equal(duplicateCount, 1)
  })

  it('shows a teacher the own pupils only', async () => {
    using school = aSchoolWithFamilies()

    const overview = await school.become('teacher', { staffId: juf }).schoolSettings.today({})

    assert.deepEqual([overview.pupilCount, overview.groups.map(({ name }) => name)], [3, ['4A']])
  })

  it('of an empty school is empty', async () => {
    using school = aSchool()

    const overview = await school.schoolSettings.today({})

    assert.deepEqual([overview.pupilCount, overview.groups, overview.birthdays], [0, [], []])
  })
})

describe('the school’s settings', () => {
  it('change one by one and keep the rest', async () => {
    using school = aSchool()

    await school.schoolSettings.change({ town: 'Dorp', idleLockMinutes: 3 })

    const settings = await school.schoolSettings.find({})
    assert.deepEqual(
      [settings.name, settings.town, settings.idleLockMinutes],
      ['OBS De Mijlpaal', 'Dorp', 3],
    )
  })
})
