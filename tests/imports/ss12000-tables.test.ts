import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Files } from './importing-school.ts'
import { read } from './read-files.ts'
import { table } from './roster-package.ts'

const persons = (...rows: Readonly<Record<string, string>>[]) =>
  table(
    'PersonId,GivenName,FamilyName,MiddleName,CivicNo,BirthDate,Sex,SecurityMarking,StudentEmail,StaffEmail,StaffEduPersonPrincipalName',
    rows,
  )

const files: Files = {
  'organisations.csv': table('OrganisationId,DisplayName,SchoolTypes,SchoolUnitCode', [
    { OrganisationId: 'o', DisplayName: 'Kustskolan', SchoolTypes: 'GR', SchoolUnitCode: '123' },
  ]),
  'persons.csv': persons(
    {
      PersonId: 'elsa',
      GivenName: 'Elsa',
      FamilyName: 'Åkesson',
      CivicNo: '20160304',
      Sex: 'Kvinna',
      SecurityMarking: 'Sekretessmarkering',
      StudentEmail: 'elsa@skola.example',
    },
    {
      PersonId: 'tom',
      GivenName: 'Tom',
      FamilyName: 'Ek',
      StaffEmail: 'tom@skola.example',
      StaffEduPersonPrincipalName: 'tom@edu.example',
    },
    { PersonId: 'siv', GivenName: 'Siv', FamilyName: 'Ek' },
  ),
  'enrolments.csv': table(
    'EnrolmentId,OrganisationId,PersonId,SchoolType,StartDate,EndDate,SchoolYear',
    [
      {
        EnrolmentId: 'x',
        OrganisationId: 'o',
        PersonId: 'elsa',
        SchoolType: 'GR',
        StartDate: '2022-08-15',
        SchoolYear: '4',
      },
    ],
  ),
  'groups.csv': table('GroupId,OrganisationId,DisplayName,GroupType,StartDate,EndDate', [
    {
      GroupId: 'g',
      DisplayName: '4A',
      GroupType: 'Klass',
      StartDate: '2025-08-18',
      EndDate: '2026-06-12',
    },
    { GroupId: 'u', DisplayName: 'Slöjd', GroupType: 'Undervisning' },
    { GroupId: 'p', DisplayName: 'Arbetslag', GroupType: 'Personalgrupp' },
  ]),
  'groupmemberships.csv': table('GroupMembershipId,PersonId,GroupId,StartDate,EndDate', [
    { GroupMembershipId: '1', PersonId: 'elsa', GroupId: 'g', StartDate: '2025-08-18' },
    { GroupMembershipId: '2', PersonId: 'tom', GroupId: 'p' },
  ]),
  'duties.csv': table('DutyId,PersonId,OrganisationId,DutyRole,Signature', [
    { DutyId: 'd', PersonId: 'tom', OrganisationId: 'o', DutyRole: 'Lärare', Signature: 'TEK' },
  ]),
  'activities.csv': table('ActivityId,DisplayName,EndDate', [
    { ActivityId: 'a', DisplayName: 'Slöjd' },
  ]),
  'groupassignments.csv': table('GroupAssignmentId,GroupId,ActivityId', [
    { GroupAssignmentId: '1', GroupId: 'u', ActivityId: 'a' },
  ]),
  'dutyassignments.csv': table('DutyAssignmentId,DutyId,ActivityId', [
    { DutyAssignmentId: '1', DutyId: 'd', ActivityId: 'a' },
  ]),
  'assignmentroles.csv': table('AssignmentRoleId,DutyId,GroupId,AssignmentRole', [
    { AssignmentRoleId: '1', DutyId: 'd', GroupId: 'g', AssignmentRole: 'Mentor' },
  ]),
  'syllabus.csv': table('SyllabusId,DisplayName', [{ SyllabusId: 's', DisplayName: 'Slöjd' }]),
}

describe('the tables that schools hand to Skolverket', () => {
  it('are read into the same pupils, groups and staff as pages', async () => {
    const { source, problems } = await read(files)

    const [elsa] = source.pupils
    assert.deepEqual(elsa?.fields, {
      firstName: 'Elsa',
      prefix: null,
      lastName: 'Åkesson',
      birthDate: '2016-03-04',
      sex: 'female',
      email: 'elsa@skola.example',
      yearGrade: '4',
    })
    assert.deepEqual(
      [elsa?.protection, elsa?.startsOn, elsa?.memberships.map(({ groupKey }) => groupKey)],
      [1, '2022-08-15', ['g']],
    )
    assert.deepEqual(
      source.groups.map(({ name, kind, schoolYear }) => [name, kind, schoolYear]),
      [
        ['4A', 'class', '2025-2026'],
        ['Slöjd', 'set', null],
      ],
    )
    assert.deepEqual(
      source.staff.map(({ key, userName, groups }) => [key, userName, groups]),
      [
        [
          'tom',
          'tom@edu.example',
          [
            { groupKey: 'g', task: 'teacher' },
            { groupKey: 'u', task: 'teacher' },
          ],
        ],
      ],
    )
    assert.deepEqual(
      problems.map(({ severity, code, file, line, field, value }) => [
        severity,
        code,
        file,
        line,
        field,
        value,
      ]),
      [
        ['warning', 'extra-skipped', 'syllabus.csv', null, 'syllabus', null],
        ['row', 'role-unclear', 'persons.csv', 4, 'PersonId', 'siv'],
        ['row', 'role-skipped', 'groups.csv', 4, 'GroupType', 'Personalgrupp'],
      ],
    )
  })

  it('name the file, row and column of what cannot be taken', async () => {
    const enrolments = String(files['enrolments.csv']).replace('2022-08-15', '15 augusti')

    const { problems } = await read({ ...files, 'enrolments.csv': enrolments })

    const [problem] = problems.filter(({ code }) => code === 'value-invalid')
    assert.deepEqual(
      [problem?.file, problem?.line, problem?.field, problem?.value],
      ['enrolments.csv', 2, 'StartDate', '15 augusti'],
    )
  })
})
