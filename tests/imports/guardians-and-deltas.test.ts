import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { PhoneId } from '#shared/families/contact.ts'
import { GuardianId } from '#shared/families/guardian.ts'
import { guardianLinks, guardians, phones } from '../../src-main/families/families-table.ts'
import { memberships } from '../../src-main/groups/groups-table.ts'
import { enrolments, pupils } from '../../src-main/pupils/pupils-table.ts'
import { heidi, monday, numbered } from '../builders/school.ts'
import { anImportingSchool, type ImportingSchool } from './importing-school.ts'
import { headers, rosterOf, table } from './roster-package.ts'

type Row = Readonly<Record<string, string>>

const active = { status: 'active', dateLastModified: '2026-11-01T10:00:00.000Z' }
const gone = { ...active, status: 'tobedeleted' }
const person = (sourcedId: string, role: string, more: Row = {}): Row => ({
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
const places = (...rows: Row[]) =>
  table(
    headers.enrollments,
    rows.map((row, n) => ({ sourcedId: `e${n}`, schoolSourcedId: 'o', role: 'student', ...row })),
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

const noor = person('Noor', 'student', { agentSourcedIds: 'Ans' })
const ans = person('Ans', 'parent', { email: 'ans@example.org', sms: '06-12345678' })
const family = rosterOf({
  academicSessions: year,
  classes: classes({ sourcedId: 'k', title: '4A' }, { sourcedId: 'l', title: '4B' }),
  users: users(noor, ans),
  enrollments: places({ classSourcedId: 'k', userSourcedId: 'Noor' }),
})
const delta = (files: Readonly<Record<string, string>>) => rosterOf(files, { mode: 'delta' })
const read = (school: ImportingSchool) => school.database.read

describe('a guardian of the file', () => {
  it('is tied to the child, and gets no right that a file cannot give', async () => {
    using school = anImportingSchool()

    await school.import(family)

    const [link] = read(school).select().from(guardianLinks).all()
    assert.deepEqual(
      [link?.relation, link?.authority, link?.portalAccess, link?.contactOrder],
      ['parent', 'unknown', false, 1],
    )
    const [phone] = read(school).select().from(phones).all()
    assert.deepEqual(
      [phone?.number, phone?.kind, phone?.ownerKind],
      ['+31612345678', 'mobile', 'guardian'],
    )
  })

  it('is one guardian of two children', async () => {
    using school = anImportingSchool()

    const files = rosterOf({
      users: users(noor, person('Bo', 'student', { agentSourcedIds: 'Ans' }), ans),
    })
    await school.import(files)

    assert.equal(read(school).select().from(guardians).all().length, 1)
    assert.equal(read(school).select().from(guardianLinks).all().length, 2)
  })

  it('is the known guardian of that name with the same mail address', async () => {
    using school = anImportingSchool()
    addGuardian(school, { email: 'ANS@example.org' })

    const { report } = await school.import(family)

    assert.deepEqual([report.counts.guardians.new, report.counts.guardians.changed], [0, 1])
  })

  it('is the known guardian of that name with the same phone number, however it is written', async () => {
    using school = anImportingSchool()
    const id = addGuardian(school, { email: null })
    school.database.write({ staffId: heidi, path: 'families.setPhones' }, (db) =>
      db.save(phones, {
        id: PhoneId.parse(numbered(42)),
        ownerKind: 'guardian',
        ownerId: id,
        kind: 'mobile',
        number: '+31612345678',
        mayCallDuringSchool: true,
        position: 1,
      }),
    )

    await school.import(family)

    assert.equal(read(school).select().from(guardians).all().length, 1)
    assert.equal(read(school).select().from(phones).all().length, 1)
  })

  it('of the same name and nothing else in common is doubtful', async () => {
    using school = anImportingSchool()
    addGuardian(school, { email: 'other@example.org' })

    const { preview } = await school.import(family)

    const line = preview.lines.find(({ kind }) => kind === 'guardians')
    assert.deepEqual([line?.outcome, line?.candidates[0]?.because], ['doubtful', 'same-name'])
    assert.equal(read(school).select().from(guardianLinks).all().length, 0)
  })

  it('keeps the tie as the school has it', async () => {
    using school = anImportingSchool()
    await school.import(family)
    const [link] = read(school).select().from(guardianLinks).all()
    assert(link)
    const settled = { ...link, authority: 'sole', relation: 'mother', portalAccess: true } as const
    school.database.write({ staffId: heidi, path: 'families.changeLink' }, (db) =>
      db.save(guardianLinks, settled),
    )

    await school.import(family)

    assert.deepEqual(read(school).select().from(guardianLinks).all(), [settled])
  })

  it('stays out with a child who stays out, and comes along when the child does', async () => {
    using school = anImportingSchool()
    const upload = numbered(77)
    for (const [file, text] of Object.entries(family)) {
      await school.imports.receive({ upload, file, bytes: new TextEncoder().encode(String(text)) })
    }
    const preview = await school.imports.preview({ upload })

    const leaveOut = ['pupils:Noor']
    const answer = await school.imports.apply({ upload, leaveOut, decisions: {} })

    assert.equal(preview.ok && preview.value.counts.guardians.new, 1)
    assert.equal(answer.ok && answer.value.counts.guardians.new, 0)
    assert.equal(read(school).select().from(guardians).all().length, 0)
  })

  it('who is named and not there is told, and not invented', async () => {
    using school = anImportingSchool()

    const { preview } = await school.import(rosterOf({ users: users(noor) }))

    assert.deepEqual(
      preview.problems.map(({ severity, code, line, field, value }) => [
        severity,
        code,
        line,
        field,
        value,
      ]),
      [['warning', 'key-dangling', 2, 'guardian', 'Ans']],
    )
    assert.equal(read(school).select().from(guardians).all().length, 0)
  })
})

describe('a delta', () => {
  it('changes what it names and leaves the rest', async () => {
    using school = anImportingSchool()
    await school.import(family)

    const { report } = await school.import(
      delta({ users: users({ ...noor, ...active, familyName: 'Jansen' }) }),
    )

    assert.deepEqual([report.counts.pupils.changed, report.counts.guardians.changed], [1, 0])
    assert.equal(read(school).select().from(memberships).all()[0]?.until, null)
  })

  it('moves a pupil who is not in it otherwise', async () => {
    using school = anImportingSchool()
    await school.import(family)

    await school.import(
      delta({
        enrollments: places(
          { ...gone, classSourcedId: 'k', userSourcedId: 'Noor' },
          { ...active, classSourcedId: 'l', userSourcedId: 'Noor' },
        ),
      }),
    )

    const stays = read(school).select().from(memberships).all()
    assert.deepEqual(stays.map(({ until }) => until).sort(), ['2026-11-22', null])
  })

  it('ends the time at school of a pupil whom it takes away, once', async () => {
    using school = anImportingSchool()
    await school.import(family)
    const ending = delta({ users: users({ ...noor, ...gone }) })
    await school.import(ending)

    const { report } = await school.import(ending)

    assert.equal(report.counts.pupils.changed, 0)
    assert.equal(read(school).select().from(pupils).all().length, 1)
    assert.deepEqual(
      read(school)
        .select()
        .from(enrolments)
        .all()
        .map(({ endsOn }) => endsOn),
      ['2026-11-22'],
    )
    assert(monday > '2026-11-22')
  })

  it('of people whom the school does not know makes nobody', async () => {
    using school = anImportingSchool()

    const { preview, report } = await school.import(
      delta({
        users: users({ ...noor, ...gone }),
        enrollments: places({ ...active, classSourcedId: 'k', userSourcedId: 'Bo' }),
      }),
    )

    assert.equal(report.counts.pupils.refused, 2)
    assert.equal(read(school).select().from(pupils).all().length, 0)
    assert.deepEqual(
      preview.problems.map(({ severity, code, value }) => [severity, code, value]),
      [
        ['row', 'key-dangling', 'Noor'],
        ['row', 'key-dangling', 'Bo'],
      ],
    )
  })

  it('ties a new pupil to a guardian whom only the school knows', async () => {
    using school = anImportingSchool()
    await school.import(family)

    await school.import(
      delta({
        users: users({ ...person('Bo', 'student', { agentSourcedIds: 'Ans' }), ...active }),
      }),
    )

    assert.equal(read(school).select().from(guardians).all().length, 1)
    assert.equal(read(school).select().from(guardianLinks).all().length, 2)
  })

  it('of version 1.2 changes a user whose role it does not repeat, as what the school knows', async () => {
    using school = anImportingSchool()
    await school.import(family)
    const changed = table(headers.users12, [
      { ...person('Ans', ''), ...active, familyName: 'Visser' },
      { ...person('Nobody', ''), ...active },
    ])

    const { preview, report } = await school.import(
      rosterOf({ users: changed }, { version: '1.2', mode: 'delta' }),
    )

    assert.deepEqual(
      [report.counts.guardians.changed, report.counts.pupils.new, report.counts.staff.new],
      [1, 0, 0],
    )
    assert.deepEqual(
      preview.problems.map(({ code, value }) => [code, value]),
      [['key-dangling', 'Nobody']],
    )
  })
})

function addGuardian(school: ImportingSchool, { email }: { readonly email: string | null }) {
  const id = GuardianId.parse(numbered(600))
  school.database.write({ staffId: heidi, path: 'families.addGuardian' }, (db) =>
    db.save(guardians, { id, firstName: 'Ans', lastName: 'Bakker', sex: 'female', email }),
  )
  return id
}
