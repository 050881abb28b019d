import assert from 'node:assert/strict'
import { closeSync, ftruncateSync, mkdirSync, openSync, readdirSync, symlinkSync } from 'node:fs'
import { describe, it } from 'node:test'
import { numbered } from '../builders/school.ts'
import { aClass, anEdexml } from '../imports/edexml-file.ts'
import { rosterOf } from '../imports/roster-package.ts'
import { aZip } from '../imports/zip-file.ts'
import { aScriptDesk } from './script-desk.ts'

const noor = { key: 'P1', achternaam: 'Bakker', roepnaam: 'Noor', groep: '3A' }
const milan = { key: 'P2', achternaam: 'de Vries', roepnaam: 'Milan', groep: '3A' }
const groups = aClass('3A', 'Groep 3A', '3')
const twoPupils = anEdexml({ groups, pupils: [noor, milan] })
const counts = (wanted: Partial<Record<string, number>>) => ({
  ...{ new: 0, changed: 0, unchanged: 0, refused: 0, doubtful: 0 },
  ...wanted,
})

describe('an import by a script', () => {
  it('answers one object, in the order the door promises', async () => {
    using desk = aScriptDesk()
    const file = desk.write('EDEX.XML', twoPupils)

    const { exitCode, json } = await desk.json('import', file, ...desk.school())

    assert.equal(exitCode, 0)
    assert.deepEqual(Object.keys(json), [
      'format',
      'pupils',
      'guardians',
      'households',
      'groups',
      'staff',
      'problems',
    ])
    assert.deepEqual(
      [json.format, json.pupils, json.groups, json.guardians],
      ['edexml', counts({ new: 2 }), counts({ new: 1 }), counts({})],
    )
  })

  it('makes a school of the asked country where there was none', async () => {
    using desk = aScriptDesk()
    const file = desk.write('EDEX.XML', twoPupils)

    await desk.json('import', file, ...desk.school(), '--country', 'be')

    assert.deepEqual(desk.rows('SELECT country, language, timeZone FROM schools'), [
      { country: 'be', language: 'nl-BE', timeZone: 'Europe/Brussels' },
    ])
  })

  it('is one action by a script who cannot sign in', async () => {
    using desk = aScriptDesk()
    const file = desk.write('EDEX.XML', twoPupils)

    await desk.json('import', file, ...desk.school())

    assert.deepEqual(
      desk.rows(
        `SELECT staff.firstName, staff.isActive, count(*) AS actions FROM actions
         JOIN staff ON staff.id = actions.staffId WHERE path = 'imports.apply'`,
      ),
      [{ firstName: 'Script', isActive: 0, actions: 1 }],
    )
    assert.deepEqual(desk.rows('SELECT * FROM credentials'), [])
  })

  it('changes nothing the second time', async () => {
    using desk = aScriptDesk()
    const file = desk.write('EDEX.XML', twoPupils)
    await desk.json('import', file, ...desk.school())
    const before = desk.rows('SELECT * FROM pupils ORDER BY id')

    const { json } = await desk.json('import', file, ...desk.school())

    assert.deepEqual(json.pupils, counts({ unchanged: 2 }))
    assert.deepEqual(desk.rows('SELECT * FROM pupils ORDER BY id'), before)
  })

  it('leaves out whoever may be somebody else, and counts them', async () => {
    using desk = aScriptDesk()
    const known = { ...noor, geboortedatum: '2018-05-04' }
    const other = { ...known, achternaam: 'Öberg', roepnaam: 'Sven', geboortedatum: '2015-01-01' }
    await desk.json(
      ...['import', desk.write('1.xml', anEdexml({ groups, pupils: [known] }))],
      ...desk.school(),
    )

    const { exitCode, json } = await desk.json(
      ...['import', desk.write('2.xml', anEdexml({ groups, pupils: [other] }))],
      ...desk.school(),
    )

    assert.deepEqual([exitCode, json.pupils], [0, counts({ doubtful: 1 })])
    assert.equal(desk.rows('SELECT * FROM pupils').length, 1)
  })

  it('takes a folder and a zip as it takes a file, and follows no link out of the folder', async () => {
    using desk = aScriptDesk()
    const zip = desk.write('school.zip', aZip([{ name: 'EDEX.XML', content: twoPupils }]))
    mkdirSync(desk.inFolder('export'))
    desk.write('export/EDEX.XML', twoPupils)
    symlinkSync(desk.write('other.xml', twoPupils), desk.inFolder('export/linked.xml'))

    const fromZip = await desk.json('import', zip, ...desk.school())
    const fromFolder = await desk.json('import', desk.inFolder('export'), ...desk.school())

    assert.deepEqual(fromZip.json.pupils, counts({ new: 2 }))
    assert.deepEqual([fromFolder.json.pupils, fromFolder.codes], [counts({ unchanged: 2 }), []])
  })

  it('only looks in a trial, and makes no school for it', async () => {
    using desk = aScriptDesk()
    const file = desk.write('EDEX.XML', twoPupils)

    const { exitCode, json } = await desk.json('import', file, ...desk.school(), '--dry-run')

    assert.deepEqual([exitCode, json.pupils], [0, counts({ new: 2 })])
    assert.deepEqual(readdirSync(desk.folder).toSorted(), ['EDEX.XML', 'key'])
  })

  it('writes nothing in a trial on a school that is there', async () => {
    using desk = aScriptDesk()
    await desk.json('import', desk.write('1.xml', twoPupils), ...desk.school())
    const before = desk.bytes('school.db')
    const more = anEdexml({ groups, pupils: [noor, milan, { key: 'P3', roepnaam: 'Zoë' }] })

    const { json } = await desk.json(
      ...['import', desk.write('2.xml', more), '--dry-run', ...desk.school()],
    )

    assert.deepEqual(json.pupils, counts({ new: 1, unchanged: 2 }))
    assert(before.equals(desk.bytes('school.db')))
  })

  it('says in the language that was asked what is wrong and where', async () => {
    using desk = aScriptDesk()
    const file = desk.write('EDEX.XML', '<EDEX>\n<nonsense/></EDEX>')

    const { exitCode, json } = await desk.json(
      ...['import', file, '--language', 'sv', ...desk.school()],
    )

    assert.equal(exitCode, 2)
    assert.deepEqual(json, {
      format: null,
      pupils: counts({}),
      guardians: counts({}),
      households: counts({}),
      groups: counts({}),
      staff: counts({}),
      problems: [
        {
          severity: 'refusal',
          file: 'EDEX.XML',
          line: 2,
          field: 'nonsense',
          code: 'element-unknown',
          message: 'EDEX.XML, rad 2, nonsense: Den här delen hör inte hemma i en EDEXML-fil.',
        },
      ],
    })
  })

  it('makes neither school nor key when the first file is refused', async () => {
    using desk = aScriptDesk()
    const file = desk.write('note.md', 'Nothing to see here.')

    const { exitCode, codes } = await desk.json(
      ...['import', file, '--db', desk.inFolder('new.db'), '--key-file', desk.inFolder('new.key')],
    )

    assert.deepEqual([exitCode, codes], [2, ['unknown-format']])
    assert.deepEqual(readdirSync(desk.folder).toSorted(), ['key', 'note.md'])
  })

  it('writes nothing when a file is refused by a school that is there', async () => {
    using desk = aScriptDesk()
    await desk.json('import', desk.write('1.xml', twoPupils), ...desk.school())
    const before = desk.bytes('school.db')

    await desk.json('import', desk.write('2.xml', '<EDEX><nonsense/></EDEX>'), ...desk.school())

    assert(before.equals(desk.bytes('school.db')))
  })

  it('refuses a file of another format than was asked for', async () => {
    using desk = aScriptDesk()
    const file = desk.write('EDEX.XML', twoPupils)

    const { exitCode } = await desk.json('import', file, '--format', 'oneroster', ...desk.school())

    assert.equal(exitCode, 2)
    assert(!desk.exists('school.db'))
  })

  it('reads no more of a huge file than a reader takes', async () => {
    using desk = aScriptDesk()
    const descriptor = openSync(desk.inFolder('huge.csv'), 'w')
    ftruncateSync(descriptor, 200 * 1024 ** 3)
    closeSync(descriptor)
    const start = performance.now()

    const { exitCode, codes } = await desk.json(
      ...['import', desk.inFolder('huge.csv'), ...desk.school()],
    )

    assert.deepEqual([exitCode, codes], [2, ['too-large']])
    assert(performance.now() - start < 10_000)
  })

  it('is a table of words for whoever reads along', async () => {
    using desk = aScriptDesk()
    const roster = rosterOf({ users: 'sourcedId,role\n"u1,student\nu2,student\n' })
    mkdirSync(desk.inFolder('roster'))
    for (const [name, content] of Object.entries(roster)) desk.write(`roster/${name}`, content)

    const taken = await desk.run('import', desk.write('EDEX.XML', twoPupils), ...desk.school())
    const refused = await desk.run('import', desk.inFolder('roster'), ...desk.school())

    assert.match(taken.out.join('\n'), /^Leerlingen +2 +0 +0 +0 +0$/m)
    assert.match(refused.out.join('\n'), /^✗ roster\/users\.csv, regel 2: De aanhalingstekens/)
  })
})

describe('a table by a script', () => {
  const table = 'Kind;Van;Wanneer\nNoor;Bakker;04-05-2018\nMilan;de Vries;31-12-2017\n'

  it('whose columns nobody can tell is refused, with the columns named and no cell', async () => {
    using desk = aScriptDesk()

    const { exitCode, json } = await desk.json(
      ...['import', desk.write('l.csv', 'Een;Twee\nxyzzy;42\n'), ...desk.school()],
    )

    const [first] = json.problems
    assert.deepEqual(
      [exitCode, json.format, first?.code, first?.file, first?.line, first?.field],
      [2, 'csv', 'import.mapping', 'l.csv', 1, 'Een, Twee'],
    )
    assert(!JSON.stringify(json).includes('xyzzy'))
    assert(!desk.exists('school.db'))
  })

  it('is read by a preset of the school, found by its name', async () => {
    using desk = aScriptDesk()
    await desk.json('import', desk.write('1.xml', twoPupils), ...desk.school())
    await desk.keepPreset({
      id: numbered(1),
      name: 'Van de vorige school',
      dateOrder: 'dmy',
      decimalComma: true,
      columns: { Kind: 'pupil.firstName', Van: 'pupil.lastName', Wanneer: 'pupil.birthDate' },
    })

    const { exitCode, json } = await desk.json(
      ...['import', desk.write('l.csv', table), '--preset', 'van de vorige school'],
      ...['--dry-run', ...desk.school()],
    )

    assert.deepEqual([exitCode, json.format, json.problems], [0, 'csv', []])
  })

  it('is not read by a preset that nobody has, nor by one of other columns', async () => {
    using desk = aScriptDesk()
    const file = desk.write('l.csv', table)

    const unknown = await desk.json('import', file, '--preset', 'Onbekend', ...desk.school())
    const unfit = await desk.json('import', file, '--preset', 'ParnasSys', ...desk.school())

    assert.deepEqual([unknown.exitCode, unknown.codes], [1, ['failure.preset-unknown']])
    assert.deepEqual([unfit.exitCode, unfit.codes], [1, ['failure.preset-unfit']])
  })

  it('is read as a table when that is asked, although it looks like part of a package', async () => {
    using desk = aScriptDesk()
    const users = 'sourcedId,givenName,familyName,role\nu1,Noor,Bakker,student\n'
    const file = desk.write('users.csv', users)

    const found = await desk.json('import', file, '--dry-run', ...desk.school())
    const asked = await desk.json(
      ...['import', file, '--format', 'csv', '--dry-run', ...desk.school()],
    )

    assert.deepEqual([found.exitCode, found.codes], [2, ['manifest-missing']])
    assert.equal(asked.json.format, 'csv')
  })
})
