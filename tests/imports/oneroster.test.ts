import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readSource } from '../../src-main/import-readers/readers.ts'
import type { Files } from './importing-school.ts'
import { headers, rosterOf, table } from './roster-package.ts'

type Row = Readonly<Record<string, string>>

const user = (sourcedId: string, role: string, more: Row = {}): Row => ({
  sourcedId,
  role,
  enabledUser: 'true',
  orgSourcedIds: 'o',
  username: sourcedId,
  givenName: sourcedId,
  familyName: 'Bakker',
  ...more,
})
const users = (...rows: Row[]) => table(headers.users11, rows)
const users12 = (...rows: Row[]) => table(headers.users12, rows)
const roles = (...rows: Row[]) =>
  table(
    headers.roles,
    rows.map((row, n) => ({ sourcedId: `r${n}`, roleType: 'primary', orgSourcedId: 'o', ...row })),
  )
const classes = (...rows: Row[]) =>
  table(
    headers.classes,
    rows.map((row) => ({
      courseSourcedId: 'c',
      classType: 'homeroom',
      schoolSourcedId: 'o',
      termSourcedIds: 'y',
      ...row,
    })),
  )
const enrollments = (...rows: Row[]) =>
  table(
    headers.enrollments,
    rows.map((row, n) => ({ sourcedId: `e${n}`, schoolSourcedId: 'o', ...row })),
  )
const year = table(headers.academicSessions, [
  {
    sourcedId: 'y',
    title: 'Jaar',
    type: 'schoolYear',
    startDate: '2026-08-24',
    endDate: '2027-07-09',
    schoolYear: '2027',
  },
])
const active = { status: 'active', dateLastModified: '2026-11-01T10:00:00.000Z' }

describe('a OneRoster package', () => {
  it('gives pupils their details, class and guardians, whoever names the other', async () => {
    const { source, problems } = await read(
      rosterOf({
        academicSessions: year,
        classes: classes({ sourcedId: 'k', title: '4A', grades: '04' }),
        users: users(
          user('noor', 'student', {
            familyName: 'van den Berg',
            middleName: 'Maria',
            identifier: '1234',
            email: 'noor@example.org',
            grades: '04',
            agentSourcedIds: 'ans',
          }),
          user('ans', 'parent', { sms: '06-12345678' }),
          user('bob', 'guardian', { agentSourcedIds: 'noor' }),
          user('juf', 'teacher'),
        ),
        enrollments: enrollments(
          { classSourcedId: 'k', userSourcedId: 'noor', role: 'student', beginDate: '2026-08-24' },
          { classSourcedId: 'k', userSourcedId: 'juf', role: 'teacher' },
        ),
        demographics: table(headers.demographics, [
          {
            sourcedId: 'noor',
            birthDate: '2018-03-04',
            sex: 'female',
            cityOfBirth: 'Utrecht',
            asian: 'true',
          },
        ]),
      }),
    )

    const [pupil] = source.pupils
    assert.deepEqual(pupil?.fields, {
      firstName: 'noor',
      officialNames: 'noor Maria',
      prefix: 'van den',
      lastName: 'Berg',
      email: 'noor@example.org',
      pupilNumber: '1234',
      yearGrade: '4',
      birthDate: '2018-03-04',
      birthPlace: 'Utrecht',
      sex: 'female',
    })
    assert.deepEqual(pupil?.memberships, [
      { groupKey: 'k', from: '2026-08-24', until: null, isEnded: false },
    ])
    assert.deepEqual(pupil?.guardianKeys, ['ans'])
    assert.deepEqual(
      source.guardians.map(({ key, pupilKeys, phones, relation }) => [
        key,
        pupilKeys,
        phones,
        relation,
      ]),
      [
        ['ans', [], [{ kind: 'mobile', number: '06-12345678' }], 'parent'],
        ['bob', ['noor'], [], 'other'],
      ],
    )
    assert.deepEqual(source.staff[0]?.groups, [{ groupKey: 'k', task: 'teacher' }])
    assert.equal(source.schoolYear, '2026-2027')
    assert.deepEqual(
      problems.map(({ code, field }) => [code, field]),
      [['extra-skipped', 'asian']],
    )
  })

  it('of version 1.2 takes roles from their own file, with the days at the school', async () => {
    const { source } = await read(
      rosterOf(
        {
          users: users12({
            ...user('noor', ''),
            preferredGivenName: 'Noortje',
            userMasterIdentifier: 'https://ketenid.nl/x',
          }),
          roles: roles({
            userSourcedId: 'noor',
            role: 'student',
            beginDate: '2022-08-01',
            endDate: '2027-07-31',
          }),
        },
        { version: '1.2' },
      ),
    )

    const [pupil] = source.pupils
    assert.equal(pupil?.fields.firstName, 'Noortje')
    assert.deepEqual([pupil?.startsOn, pupil?.endsOn], ['2022-08-01', '2027-07-31'])
    assert.deepEqual(pupil?.keys, [
      { source: 'oneroster', value: 'noor' },
      { source: 'eckid', value: 'https://ketenid.nl/x' },
    ])
  })

  it('lets a teacher be a guardian too', async () => {
    const { source } = await read(
      rosterOf(
        {
          users: users12(user('noor', '', { agentSourcedIds: 'juf' }), user('juf', '')),
          roles: roles(
            { userSourcedId: 'noor', role: 'student' },
            { userSourcedId: 'juf', role: 'teacher' },
            { userSourcedId: 'juf', role: 'parent', roleType: 'secondary' },
          ),
        },
        { version: '1.2' },
      ),
    )

    assert.deepEqual([source.staff.length, source.guardians.length], [1, 1])
    assert.deepEqual(source.pupils[0]?.guardianKeys, ['juf'])
  })

  it('leaves out who is pupil and teacher at once, and tells of a relative', async () => {
    const { source, problems } = await read(
      rosterOf(
        {
          users: users12(user('noor', ''), user('wie', ''), user('oma', '')),
          roles: roles(
            { userSourcedId: 'noor', role: 'student' },
            { userSourcedId: 'wie', role: 'student' },
            { userSourcedId: 'wie', role: 'teacher' },
            { userSourcedId: 'oma', role: 'relative' },
          ),
        },
        { version: '1.2' },
      ),
    )

    assert.deepEqual(
      source.pupils.map(({ key }) => key),
      ['noor'],
    )
    assert.deepEqual(
      problems.map(({ severity, code, value }) => [severity, code, value]),
      [
        ['row', 'role-unclear', 'teacher'],
        ['row', 'role-skipped', 'relative'],
        ['row', 'role-unclear', null],
        ['row', 'role-unclear', null],
      ],
    )
  })

  it('never passes on a password', async () => {
    const { source, problems } = await read(
      rosterOf({ users: users(user('noor', 'student', { password: 'geheim' })) }),
    )

    assert.doesNotMatch(JSON.stringify([source, problems]), /geheim/)
  })

  it('names file, line and field of what is refused', async () => {
    const noFamilyName = headers.users11.replace(',familyName', '')

    const problem = await refusalOf(
      rosterOf({ users: table(noFamilyName, [user('noor', 'student')]) }),
    )

    assert.deepEqual(
      [problem?.code, problem?.file, problem?.line, problem?.field],
      ['column-missing', 'users.csv', 1, 'familyName'],
    )
  })

  it('is refused without its manifest', async () => {
    const { 'users.csv': onlyUsers = '' } = rosterOf({ users: users(user('noor', 'student')) })

    assert.equal((await refusalOf({ 'users.csv': onlyUsers }))?.code, 'manifest-missing')
  })

  it('is refused when the manifest promises a file that is not there', async () => {
    const { 'users.csv': _gone, ...rest } = rosterOf({ users: users(user('noor', 'student')) })

    const problem = await refusalOf(rest)

    assert.deepEqual([problem?.code, problem?.file], ['file-missing', 'users.csv'])
  })

  it('is refused when the manifest says something that no version knows', async () => {
    const files = rosterOf({ users: users(user('noor', 'student')) })
    const manifest = String(files['manifest.csv'])
    const change = (from: string, to: string) => ({
      ...files,
      'manifest.csv': manifest.replace(from, to),
    })

    const got = [
      await refusalOf(change('users,bulk', 'users,all')),
      await refusalOf(change('version,1.1', 'version,1.3')),
      await refusalOf(change('propertyName', 'PropertyName')),
      await refusalOf({ ...files, 'manifest.csv': `${manifest}\r\nfile.users,absent` }),
    ]

    assert.deepEqual(
      got.map((problem) => [problem?.code, problem?.line, problem?.field]),
      [
        ['manifest-invalid', 4, 'file.users'],
        ['unknown-version', 3, 'oneroster.version'],
        ['manifest-invalid', 1, 'propertyName'],
        ['manifest-invalid', 5, 'file.users'],
      ],
    )
  })

  it('is taken when Excel has been at the manifest', async () => {
    const files = rosterOf({ users: users(user('noor', 'student')) })
    const manifest = String(files['manifest.csv']).replace('1.0', '1').replace('1.1', '"1,1"')

    const { source } = await read({ ...files, 'manifest.csv': manifest })

    assert.equal(source.version, '1.1')
  })

  it('is taken from a folder inside the chosen one', async () => {
    const files = rosterOf({ users: users(user('noor', 'student')) })
    const nested = Object.fromEntries(
      Object.entries(files).map(([name, text]) => [`export/oneroster/${name}`, text]),
    )

    const { source } = await read({
      ...nested,
      'export/.DS_Store': 'x',
      'export/__MACOSX/._users.csv': 'x',
    })

    assert.equal(source.pupils.length, 1)
  })

  it('that has cells beyond its header leaves that row out', async () => {
    const text = `${users(user('noor', 'student'))}\r\n${users(user('bo', 'student')).split('\r\n')[1]},,too far`

    const { source, problems } = await read(rosterOf({ users: text }))

    assert.equal(source.pupils.length, 1)
    assert.deepEqual(
      problems.map(({ severity, code, line }) => [severity, code, line]),
      [['row', 'row-uneven', 3]],
    )
  })
})

describe('a OneRoster delta', () => {
  const delta = (files: Readonly<Record<string, string>>, version = '1.1') =>
    rosterOf(files, { version, mode: 'delta' })

  it('leaves out a row without a status', async () => {
    const { source, problems } = await read(
      delta({ users: users(user('noor', 'student', active), user('bo', 'student')) }),
    )

    assert.equal(source.isDelta, true)
    assert.deepEqual(
      source.pupils.map(({ key }) => key),
      ['noor'],
    )
    assert.deepEqual(
      problems.map(({ severity, code, kind, line }) => [severity, code, kind, line]),
      [['row', 'delta-without-status', 'pupils', 3]],
    )
  })

  it('ends a pupil, and changes nobody whom it does not know', async () => {
    const ended = { ...active, status: 'tobedeleted' }

    const { source } = await read(delta({ users: users(user('noor', 'student', ended)) }))

    const [pupil] = source.pupils
    assert.deepEqual([pupil?.isEnded, pupil?.onlyIfKnown, pupil?.fields], [true, true, {}])
  })

  it('places a pupil whose own record is not in it', async () => {
    const { source } = await read(
      delta({
        enrollments: enrollments({
          ...active,
          classSourcedId: 'k',
          userSourcedId: 'noor',
          role: 'student',
        }),
      }),
    )

    assert.deepEqual(
      source.pupils.map(({ key, onlyIfKnown, memberships }) => [
        key,
        onlyIfKnown,
        memberships.length,
      ]),
      [['noor', true, 1]],
    )
  })
})

const asFiles = (files: Files) =>
  Object.entries(files).map(([name, content]) => ({ name, bytes: Buffer.from(content) }))

async function read(files: Files) {
  const reading = await readSource(asFiles(files))
  assert(reading.ok, JSON.stringify(reading))
  return reading
}

async function refusalOf(files: Files) {
  const reading = await readSource(asFiles(files))
  assert(!reading.ok, 'taken')
  return reading.problems[0]
}
