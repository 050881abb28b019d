import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readSource } from '../../src-main/import-readers/readers.ts'
import { anImportingSchool, type Files } from './importing-school.ts'
import { headers, rosterOf, table } from './roster-package.ts'
import { aZip } from './zip-file.ts'

type Row = Readonly<Record<string, string>>

const user = (sourcedId: string, more: Row = {}): Row => ({
  sourcedId,
  role: 'student',
  enabledUser: 'true',
  orgSourcedIds: 'o',
  username: sourcedId,
  givenName: sourcedId,
  familyName: 'Bakker',
  ...more,
})
const users = (...rows: Row[]) => table(headers.users11, rows)
const noor = user('noor')

describe('a OneRoster package as other systems write it', () => {
  it('is taken with columns in other capitals, with spaces, or with a known slip', async () => {
    const renamed = users(user('noor', { grades: '04', agentSourcedIds: 'ans' }))
      .replace('sourcedId,', 'SourcedID,')
      .replace('givenName', 'Given Name')
      .replace('grades', 'grade')
      .replace('agentSourcedIds', 'agents')

    const { source, problems } = await read(rosterOf({ users: renamed }))

    assert.deepEqual(
      source.pupils.map(({ key, fields, guardianKeys }) => [key, fields.yearGrade, guardianKeys]),
      [['noor', '4', ['ans']]],
    )
    assert.deepEqual(
      problems.map(({ severity, code, field, value }) => [severity, code, field, value]),
      [
        ['warning', 'column-renamed', 'SourcedID', 'sourcedId'],
        ['warning', 'column-renamed', 'Given Name', 'givenName'],
        ['warning', 'column-renamed', 'agents', 'agentSourcedIds'],
        ['warning', 'column-renamed', 'grade', 'grades'],
      ],
    )
  })

  it('is taken without a column that Balie can do without, and told', async () => {
    const classes = table('sourcedId,title,classType', [
      { sourcedId: 'k', title: '4A', classType: 'homeroom' },
    ])

    const { source, problems } = await read(rosterOf({ classes, users: users(noor) }))

    assert.deepEqual(
      source.groups.map(({ name }) => name),
      ['4A'],
    )
    assert.deepEqual(
      problems.filter(({ code }) => code === 'column-missing').map(({ field }) => field),
      ['courseSourcedId', 'schoolSourcedId', 'termSourcedIds'],
    )
  })

  it('is taken when the manifest forgets a file or the version, and both are told', async () => {
    const files = rosterOf({ users: users(noor) })
    const manifest = 'propertyName,value\r\nmanifest.version,1.0\r\nsource.systemName,X\r\n'

    const { source, problems } = await read({ ...files, 'manifest.csv': manifest })

    assert.deepEqual([source.version, source.pupils.length], ['1.1', 1])
    assert.deepEqual(
      problems.map(({ code, field }) => [code, field]),
      [
        ['manifest-invalid', 'oneroster.version'],
        ['manifest-invalid', 'file.users'],
      ],
    )
  })

  it('leaves a file unread that the manifest calls absent', async () => {
    const files = rosterOf({ users: users(noor) })
    const orgs = table(headers.orgs, [{ sourcedId: 'o', name: 'De Linde', type: 'school' }])

    const { source, problems } = await read({
      ...files,
      'orgs.csv': orgs,
      'manifest.csv': `${files['manifest.csv']}\r\nfile.orgs,absent`,
    })

    assert.equal(source.schoolName, null)
    assert.deepEqual(
      problems.map(({ code, file }) => [code, file]),
      [['file-not-listed', 'orgs.csv']],
    )
  })

  it('is refused in version 1.0, which had other files', async () => {
    const [problem] = await problemsOf(rosterOf({ users: users(noor) }, { version: '1.0' }))

    assert.deepEqual(
      [problem?.severity, problem?.code, problem?.field, problem?.value],
      ['refusal', 'unknown-version', 'oneroster.version', '1.0'],
    )
  })

  it('is taken with other words for versions and modes', async () => {
    const files = rosterOf({ users: users(noor) }, { version: 'v1.1' })
    const manifest = String(files['manifest.csv']).replace(',bulk', ',Bulk')

    const { source } = await read({ ...files, 'manifest.csv': manifest })

    assert.equal(source.version, '1.1')
  })

  it('of 1.2 whose roles still stand in users is read by those', async () => {
    const { source } = await read(rosterOf({ users: users(noor) }, { version: '1.2' }))

    assert.deepEqual(
      source.pupils.map(({ key }) => key),
      ['noor'],
    )
  })

  it('is read through a byte order mark, quotes everywhere, loose line ends and a folder in the zip', async () => {
    const quoted = (text: string) =>
      text
        .split('\r\n')
        .map((line) =>
          line
            .split(',')
            .map((cell) => `"${cell}"`)
            .join(','),
        )
        .join('\n')
    const files = rosterOf({ users: users(user('noor', { enabledUser: 'TRUE' })) })
    const entries = Object.entries(files).map(([name, text]) => ({
      name: `export 2026/${name}`,
      content: `\uFEFF${quoted(String(text))}\n\n`,
    }))

    const { source, problems } = await read({ 'roster.zip': aZip(entries) })

    assert.equal(source.pupils[0]?.fields.firstName, 'noor')
    assert.deepEqual(problems, [])
  })

  it('keeps KG for a year, drops the zero of 04, and does not choose between several years', async () => {
    const { source, problems } = await read(
      rosterOf({
        users: users(
          user('a', { grades: 'KG' }),
          user('b', { grades: '04' }),
          user('c', { grades: 'KG,01,02' }),
        ),
      }),
    )

    assert.deepEqual(
      source.pupils.map(({ fields }) => fields.yearGrade),
      ['KG', '4', undefined],
    )
    assert.deepEqual(
      problems.map(({ code, line, field, value }) => [code, line, field, value]),
      [['value-invalid', 4, 'grades', 'KG,01,02']],
    )
  })

  it('reads days with a time behind them, bare ones, and those that can only be read one way', async () => {
    const birthDates = [
      '2018-03-04T00:00:00.000Z',
      '20180304',
      '25/12/2018',
      '12/25/2018',
      '5/6/2018',
    ]
    const ids = birthDates.map((_, n) => `p${n}`)
    const demographics = table(
      headers.demographics,
      birthDates.map((birthDate, n) => ({
        sourcedId: `p${n}`,
        birthDate,
        sex: n === 0 ? 'F' : '',
      })),
    )

    const { source, problems } = await read(
      rosterOf({ users: users(...ids.map((id) => user(id))), demographics }),
    )

    assert.deepEqual(
      source.pupils.map(({ fields }) => fields.birthDate),
      ['2018-03-04', '2018-03-04', '2018-12-25', '2018-12-25', undefined],
    )
    assert.equal(source.pupils[0]?.fields.sex, 'female')
    assert.deepEqual(
      problems.map(({ code, line, value }) => [code, line, value]),
      [['value-invalid', 6, '5/6/2018']],
    )
  })

  it('with text that a spreadsheet would run is text, from the file into the school', async () => {
    using school = anImportingSchool()
    const formula = `=cmd|' /C calc'!A0`

    await school.import(
      rosterOf({ users: users(user('noor', { givenName: formula, familyName: '+1+1' })) }),
    )

    assert.deepEqual(
      school.rows().pupils?.map((row) => JSON.stringify(row).includes(formula)),
      [true],
    )
  })
})

async function read(files: Files) {
  const reading = await readSource(listOf(files))
  assert(reading.ok, JSON.stringify(reading))
  return reading
}

const problemsOf = async (files: Files) => (await readSource(listOf(files))).problems

const listOf = (files: Files) =>
  Object.entries(files).map(([name, content]) => ({ name, bytes: Buffer.from(content) }))
