import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { anImportingSchool, type Files, noSharedData, sample } from './importing-school.ts'
import { read, refusalOf } from './read-files.ts'
import { rosterOf, table } from './roster-package.ts'

type Row = Readonly<Record<string, string>>

const student = (id: string, more: Row = {}): Row => ({
  'SIS ID': id,
  'School SIS ID': 's',
  'First Name': id,
  'Last Name': 'van den Berg',
  Username: id,
  ...more,
})
const students = (...rows: Row[]) =>
  table(
    'SIS ID,School SIS ID,First Name,Last Name,Username,Password,Secondary Email,Student Number,Middle Name,Grade,Status,Birthdate',
    rows,
  )
const first: Files = {
  'School.csv': table('SIS ID,Name,School Number', [
    { 'SIS ID': 's', Name: 'De Kade', 'School Number': '12AB' },
  ]),
  'Section.csv': table('SIS ID,School SIS ID,Section Name,Term StartDate,Term EndDate,Status', [
    {
      'SIS ID': 'k',
      'School SIS ID': 's',
      'Section Name': 'Rekenen 4',
      'Term StartDate': '2026-08-24',
      'Term EndDate': '2027-07-09',
      Status: 'Active',
    },
  ]),
  'Student.csv': students(student('Noor'), student('Milan')),
  'StudentEnrollment.csv': table('Section SIS ID,SIS ID', [
    { 'Section SIS ID': 'k', 'SIS ID': 'Noor' },
    { 'Section SIS ID': 'k', 'SIS ID': 'Niemand' },
  ]),
  'Teacher.csv': table('SIS ID,School SIS ID,First Name,Last Name,Username,Password', [
    student('Tom', { Password: 'P@ss' }),
  ]),
  'TeacherRoster.csv': table('Section SIS ID,SIS ID', [{ 'Section SIS ID': 'k', 'SIS ID': 'Tom' }]),
}

const second: Files = {
  'orgs.csv': table('sourcedId,name,type,parentSourcedId', [
    { sourcedId: 's', name: 'De Kade', type: 'school' },
  ]),
  'users.csv': table('sourcedId,username,givenName,familyName,password,email,phone,sms', [
    { sourcedId: 'noor', username: 'noor', givenName: 'Noor', familyName: 'Bakker' },
    {
      sourcedId: 'ans',
      username: 'ans',
      givenName: 'Ans',
      familyName: 'Bakker',
      email: 'ans@example.org',
      sms: '+31612345678',
      password: 'geheim',
    },
    { sourcedId: 'oma', username: 'oma', givenName: 'Bep', familyName: 'Bakker' },
    { sourcedId: 'juf', username: 'juf', givenName: 'Eva', familyName: 'Smit' },
  ]),
  'roles.csv': table('userSourcedId,orgSourcedId,role,sessionSourcedId,grade,isPrimary', [
    { userSourcedId: 'noor', orgSourcedId: 's', role: 'student', grade: '04' },
    { userSourcedId: 'juf', orgSourcedId: 's', role: 'teacherAssistant' },
  ]),
  'classes.csv': table('sourcedId,orgSourcedId,title,sessionSourcedIds,courseSourcedId', [
    { sourcedId: 'k', orgSourcedId: 's', title: '4A', sessionSourcedIds: 'y' },
  ]),
  'academicSessions.csv': table('sourcedId,title,type,schoolYear,startDate,endDate', [
    { sourcedId: 'y', title: 'Jaar', startDate: '2026-08-24', endDate: '2027-07-09' },
  ]),
  'enrollments.csv': table('classSourcedId,userSourcedId,role', [
    { classSourcedId: 'k', userSourcedId: 'noor', role: 'student' },
    { classSourcedId: 'k', userSourcedId: 'juf', role: 'teacherAssistant' },
    { classSourcedId: 'k', userSourcedId: 'juf', role: 'student' },
  ]),
  'relationships.csv': table('userSourcedId,relationshipUserSourcedId,relationshipRole', [
    { userSourcedId: 'noor', relationshipUserSourcedId: 'ans', relationshipRole: 'parent' },
    { userSourcedId: 'noor', relationshipUserSourcedId: 'oma', relationshipRole: 'relative' },
  ]),
  'demographics.csv': table('userSourcedId,sex,birthDate,birthCity,ethnicityCodes,raceCodes', [
    {
      userSourcedId: 'noor',
      sex: 'female',
      birthDate: '2018-03-04',
      birthCity: 'Utrecht',
      raceCodes: 'asian',
    },
  ]),
  'userFlags.csv': table('userSourcedId,flag', [{ userSourcedId: 'noor', flag: 'freeLunch' }]),
}

const told = ({ problems }: Awaited<ReturnType<typeof read>>) =>
  problems.map(({ severity, code, file, line, field, value }) =>
    [severity, code, file, line, field, value].filter((each) => each !== null).join(' '),
  )

describe('School Data Sync, version 1', () => {
  it('gives pupils, sections and teachers, and no password', async () => {
    const reading = await read({
      ...first,
      'Student.csv': students(
        student('Noor', {
          Password: 'P@ssword',
          'Student Number': '77',
          Grade: '04',
          Birthdate: '2018-03-04',
          'Secondary Email': 'noor@example.org',
        }),
      ),
    })

    const { source } = reading
    assert.deepEqual(source.pupils[0]?.fields, {
      firstName: 'Noor',
      prefix: 'van den',
      lastName: 'Berg',
      email: 'noor@example.org',
      pupilNumber: '77',
      yearGrade: '4',
      birthDate: '2018-03-04',
    })
    assert.deepEqual(
      [source.pupils[0]?.memberships[0]?.groupKey, source.staff[0]?.groups],
      ['k', [{ groupKey: 'k', task: 'teacher' }]],
    )
    assert.deepEqual(
      [source.schoolName, source.schoolNumber, source.schoolYear, source.version],
      ['De Kade', '12AB', '2026-2027', '1'],
    )
    assert.doesNotMatch(JSON.stringify(reading), /P@ss/)
    assert.deepEqual(told(reading), [
      'warning extra-skipped Student.csv 1 Password',
      'warning extra-skipped Teacher.csv 1 Password',
      'row key-dangling StudentEnrollment.csv 3 SIS ID Niemand',
    ])
  })

  it('reads days with slashes the one way in which all of them exist, and none where both ways do', async () => {
    const born = async (...days: string[]) => {
      const rows = days.map((Birthdate, n) => student(`P${n}`, { Birthdate }))
      const { source } = await read({ ...first, 'Student.csv': students(...rows) })
      return source.pupils.map(({ fields }) => fields.birthDate ?? null)
    }

    assert.deepEqual(await born('4/2/2018', '11/23/2018'), ['2018-04-02', '2018-11-23'])
    assert.deepEqual(await born('4/2/2018', '23/11/2018'), ['2018-02-04', '2018-11-23'])
    assert.deepEqual(await born('4/2/2018', '20180304'), [null, '2018-03-04'])
  })

  it('ties guardians by their mail address, and leaves relatives and doctors out', async () => {
    const reading = await read({
      ...first,
      'User.csv': table('Email,First Name,Last Name,Phone,SIS ID', [
        { Email: 'Ans@example.org', 'First Name': 'Ans', 'Last Name': 'Berg', Phone: '0612345678' },
      ]),
      'GuardianRelationship.csv': table('SIS ID,Email,Role', [
        { 'SIS ID': 'Noor', Email: 'ans@example.org', Role: 'Parent' },
        { 'SIS ID': 'Milan', Email: 'arts@example.org', Role: 'Doctor' },
      ]),
    })

    assert.deepEqual(
      reading.source.pupils.map(({ guardianKeys }) => guardianKeys),
      [['ans@example.org'], []],
    )
    assert.deepEqual(
      reading.source.guardians.map(({ key, firstName, relation }) => [key, firstName, relation]),
      [['ans@example.org', 'Ans', 'parent']],
    )
    assert(told(reading).includes('row role-skipped GuardianRelationship.csv 3 Role Doctor'))
  })

  it('ends whom it calls inactive, and makes nobody of them', async () => {
    const { source } = await read({
      ...first,
      'Student.csv': students(student('Noor', { Status: 'Inactive' }), student('Milan')),
    })

    assert.deepEqual(
      source.pupils.map(({ key, isEnded, onlyIfKnown }) => [key, isEnded, onlyIfKnown]),
      [
        ['Noor', true, true],
        ['Milan', false, false],
      ],
    )
  })

  it('without names places those whom the school knows, and makes nobody', async () => {
    using school = anImportingSchool()
    const { 'Student.csv': _named, ...rest } = first
    const bare = table('SIS ID,School SIS ID,Username', [
      { 'SIS ID': 'Noor', Username: 'n' },
      { 'SIS ID': 'Bo', Username: 'b' },
    ])
    await school.import({ ...first, 'StudentEnrollment.csv': 'Section SIS ID,SIS ID' })

    const { report } = await school.import({ ...rest, 'Student.csv': bare })

    const { pupils } = report.counts
    assert.deepEqual([pupils.new, pupils.changed, pupils.refused], [0, 1, 1])
  })

  it('of two schools in one folder is refused, since nobody can tell which is meant', async () => {
    const within = (folder: string) =>
      Object.entries(first).map(([name, content]) => [`export/${folder}/${name}`, content])

    const problem = await refusalOf(Object.fromEntries([...within('a'), ...within('b')]))

    assert.deepEqual([problem?.code, problem?.file], ['several-files', 'export/b/Student.csv'])
  })

  it('names the column that is missing', async () => {
    const problem = await refusalOf({
      ...first,
      'StudentEnrollment.csv': 'Section SIS ID,Pupil\nk,Noor',
    })

    assert.deepEqual(
      [problem?.code, problem?.file, problem?.line, problem?.field],
      ['column-missing', 'StudentEnrollment.csv', 1, 'SIS ID'],
    )
  })
})

describe('School Data Sync, version 2.1', () => {
  it('gives pupils with details, guardians and assistants, and keeps no origin', async () => {
    const reading = await read(second)

    const { source } = reading
    assert.deepEqual(source.pupils[0]?.fields, {
      firstName: 'Noor',
      prefix: null,
      lastName: 'Bakker',
      yearGrade: '4',
      birthDate: '2018-03-04',
      birthPlace: 'Utrecht',
      sex: 'female',
    })
    assert.deepEqual(source.pupils[0]?.guardianKeys, ['ans'])
    assert.deepEqual(
      source.guardians.map(({ key, email, phones, relation }) => [key, email, phones, relation]),
      [['ans', 'ans@example.org', [{ kind: 'mobile', number: '+31612345678' }], 'parent']],
    )
    assert.deepEqual(source.staff[0]?.groups, [{ groupKey: 'k', task: 'assistant' }])
    assert.deepEqual([source.version, source.schoolYear], ['2.1', '2026-2027'])
    assert.doesNotMatch(JSON.stringify(reading), /asian|freeLunch|geheim/)
    assert.deepEqual(told(reading), [
      'warning extra-skipped users.csv 1 password',
      'warning extra-skipped demographics.csv 1 raceCodes',
      'warning extra-skipped userFlags.csv',
      'row role-skipped relationships.csv 3 relationshipRole relative',
      'row role-unclear users.csv 4 sourcedId oma',
      'row link-ignored enrollments.csv 4 userSourcedId juf',
    ])
  })

  it('is not taken for OneRoster, nor OneRoster for it', async () => {
    const roster = rosterOf({
      users: table(
        'sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,givenName,familyName',
        [
          {
            sourcedId: 'noor',
            enabledUser: 'true',
            orgSourcedIds: 's',
            role: 'student',
            username: 'n',
            givenName: 'Noor',
            familyName: 'Bakker',
          },
        ],
      ),
      orgs: table('sourcedId,status,dateLastModified,name,type', [
        { sourcedId: 's', name: 'De Kade', type: 'school' },
      ]),
    })
    const { 'manifest.csv': _manifest, ...unlisted } = roster

    assert.equal((await read(second)).source.format, 'sds')
    assert.equal((await read(roster)).source.format, 'oneroster')
    assert.equal((await refusalOf(unlisted))?.code, 'manifest-missing')
  })
})

describe('the samples of School Data Sync', { skip: noSharedData }, () => {
  for (const path of [
    'oneroster/microsoft-sds/SDS Format/100 Users',
    'csv/microsoft-sds-uk/100 Users',
    'oneroster/microsoft-sds/SDS v2',
    'oneroster/microsoft-sds/SDS v2.1',
  ]) {
    it(`change nothing the second time: ${path}`, async () => {
      using school = anImportingSchool()
      await school.import(sample(path))
      const before = school.rows()

      await school.import(sample(path))

      assert((before.pupils?.length ?? 0) > 0)
      assert.deepEqual(school.rows(), before)
    })
  }
})
