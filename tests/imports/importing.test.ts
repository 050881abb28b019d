import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { importedKinds } from '#shared/imports/import-source.ts'
import { PartialDay } from '#shared/platform/day.ts'
import { PupilId } from '#shared/pupils/pupil.ts'
import { externalKeys } from '../../src-main/imports/imports-table.ts'
import { pupils } from '../../src-main/pupils/pupils-table.ts'
import { schools } from '../../src-main/school/school-table.ts'
import { heidi, monday, numbered } from '../builders/school.ts'
import { aClass, anEdexml, aSet } from './edexml-file.ts'
import {
  anImportingSchool,
  type ImportingSchool,
  noSharedData,
  sample,
  undo,
} from './importing-school.ts'

const classes = aClass('4A', 'Groep 4A') + aClass('4B', 'Groep 4B') + aSet('R', 'Plusgroep')
const noor = {
  key: 'P1',
  achternaam: 'Bakker',
  roepnaam: 'Noor',
  geboortedatum: '2018-03-04',
  geslacht: '2',
  groep: '4A',
  postcodenl: '3511AB',
}
const edexml = (...list: Parameters<typeof anEdexml>[0]['pupils'][number][]) => ({
  'EDEX.XML': anEdexml({ groups: classes, pupils: list }),
})

describe('importing a file', () => {
  it('makes pupils, groups, the school year and addresses, and says how many', async () => {
    using school = anImportingSchool()

    const { report } = await school.import(
      edexml(noor, { ...noor, key: 'P2', roepnaam: 'Milan', groep: '4B' }),
    )

    const news = importedKinds.map((kind) => report.counts[kind].new)
    assert.deepEqual(news, [2, 0, 2, 3, 0, 0])
    assert.equal(report.staffName, 'Heidi Smit')
    const rows = school.rows()
    assert.deepEqual(
      ['pupils', 'memberships', 'schoolYears', 'households', 'residences'].map(
        (name) => rows[name]?.length,
      ),
      [2, 2, 1, 2, 2],
    )
    assert.deepEqual(
      (await school.imports.reports({})).map(({ fileNames }) => fileNames),
      [['EDEX.XML']],
    )
  })

  it('twice changes nothing the second time', async () => {
    using school = anImportingSchool()
    await school.import(edexml(noor))
    const before = school.rows()

    const { preview, report } = await school.import(edexml(noor))

    for (const { counts } of [preview, report]) {
      assert.deepEqual(
        importedKinds.map((kind) => [counts[kind].new, counts[kind].changed]),
        importedKinds.map(() => [0, 0]),
      )
    }
    assert.deepEqual(school.rows(), before)
  })

  it('is one action that can be taken back to the last row', async () => {
    using school = anImportingSchool()
    await school.import(edexml(noor))
    const before = school.rows()
    const { report } = await school.import(
      edexml({ ...noor, roepnaam: 'Noortje', groep: '4B' }, { ...noor, key: 'P2', roepnaam: 'Bo' }),
    )

    await undo(school, report.actionId)

    assert.deepEqual(school.rows(), before)
  })

  it('moves a pupil to another class from today and ends the old one yesterday', async () => {
    using school = anImportingSchool()
    await school.import(edexml(noor))

    const { preview } = await school.import(edexml({ ...noor, groep: '4B' }))

    const line = preview.lines.find(({ key }) => key === 'pupils:P1')
    assert.deepEqual(line?.changes, [
      { field: 'group', from: null, to: 'Groep 4B' },
      { field: 'group', from: 'Groep 4A', to: null },
    ])
    const stays = school.rows().memberships as { from: string | null; until: string | null }[]
    assert.deepEqual(stays.map(({ from, until }) => `${from} ${until}`).sort(), [
      `${monday} null`,
      'null 2026-11-22',
    ])
  })

  it('never empties what the file does not say', async () => {
    using school = anImportingSchool()
    await school.import(edexml({ ...noor, voorvoegsel: 'de', emailadres: 'noor@example.org' }))

    const {
      geslacht: _sex,
      geboortedatum: _birth,
      groep: _group,
      postcodenl: _code,
      ...little
    } = noor
    const { report } = await school.import(edexml(little))

    assert.deepEqual([report.counts.pupils.changed, report.counts.pupils.unchanged], [0, 1])
    const [pupil] = school.database.read.select().from(pupils).all()
    assert.deepEqual(
      [pupil?.prefix, pupil?.email, pupil?.sex, pupil?.birthDate],
      ['de', 'noor@example.org', 'female', '2018-03-04'],
    )
  })

  it('drops the prefix of an old last name when a new one comes without', async () => {
    using school = anImportingSchool()
    await school.import(edexml({ ...noor, voorvoegsel: 'de' }))

    await school.import(edexml({ ...noor, achternaam: 'Jansen' }))

    const [pupil] = school.database.read.select().from(pupils).all()
    assert.deepEqual([pupil?.prefix, pupil?.lastName], [null, 'Jansen'])
  })

  it('keeps no national number in a school that keeps none', async () => {
    using school = anImportingSchool()
    const stored = school.database.read.select().from(schools).get()
    assert(stored)
    school.database.write({ staffId: heidi, path: 'school.change' }, (db) =>
      db.save(schools, { ...stored, keepsNationalNumber: false }),
    )

    await school.import(edexml({ ...noor, bsn: '999990019' }))

    const [pupil] = school.database.read.select().from(pupils).all()
    assert.deepEqual([pupil?.nationalNumber, pupil?.nationalNumberKind], [null, null])
    assert.doesNotMatch(JSON.stringify(school.rows()), /999990019/)
  })

  it('leaves out the lines that the office left out, and what hangs on them', async () => {
    using school = anImportingSchool()
    const upload = numbered(77)
    const bytes = new TextEncoder().encode(
      edexml(noor, { ...noor, key: 'P2', roepnaam: 'Bo' })['EDEX.XML'],
    )
    await school.imports.receive({ upload, file: 'EDEX.XML', bytes })
    await school.imports.preview({ upload })

    const leaveOut = ['pupils:P2', 'groups:4A', 'groups:4B', 'groups:R']
    const answer = await school.imports.apply({ upload, leaveOut, decisions: {} })

    assert(answer.ok)
    const rows = school.rows()
    assert.deepEqual(
      ['pupils', 'groups', 'schoolYears', 'memberships', 'households'].map(
        (name) => rows[name]?.length,
      ),
      [1, 0, 0, 0, 1],
    )
    assert.equal(answer.value.counts.pupils.new, 1)
  })

  it('is refused when a chosen line has come to mean something else since the preview', async () => {
    using school = anImportingSchool()
    const upload = numbered(77)
    const bytes = new TextEncoder().encode(edexml(noor)['EDEX.XML'])
    await school.imports.receive({ upload, file: 'EDEX.XML', bytes })
    await school.imports.preview({ upload })
    addPupil(school, { firstName: 'Noor', birthDate: '2018-03-04' })
    const before = school.rows()

    const answer = await school.imports.apply({ upload, leaveOut: [], decisions: {} })

    assert.deepEqual(answer, { ok: false, refusal: 'import.stale' })
    assert.deepEqual(school.rows(), before)
    const again = await school.imports.preview({ upload })
    assert.equal(again.ok && again.value.counts.pupils.changed, 1)
  })

  it('is gone after it was forgotten, and after it was applied', async () => {
    using school = anImportingSchool()
    const upload = numbered(77)
    await school.imports.receive({ upload, file: 'EDEX.XML', bytes: new Uint8Array([1]) })
    await school.imports.forget({ upload })

    const answers = [
      await school.imports.preview({ upload }),
      await school.imports.apply({ upload, leaveOut: [], decisions: {} }),
    ]

    assert.deepEqual(
      answers.map((answer) => !answer.ok && answer.refusal),
      ['import.gone', 'import.gone'],
    )
  })

  it('tells when the file is of another school, or of a year that is over', async () => {
    using school = anImportingSchool()
    const stored = school.database.read.select().from(schools).get()
    assert(stored)
    school.database.write({ staffId: heidi, path: 'school.change' }, (db) =>
      db.save(schools, { ...stored, registrationNumber: '11AA00' }),
    )
    const file = anEdexml({ schoolYear: '2024-2025', groups: classes, pupils: [noor] })

    const { preview } = await school.import({ 'EDEX.XML': file })

    assert.deepEqual(
      preview.problems.map(({ code, value }) => [code, value]),
      [
        ['other-school', '99ZZ'],
        ['school-year-past', '2024-2025'],
      ],
    )
    const [stay] = school.rows().memberships as { until: string | null }[]
    assert.equal(stay?.until, '2025-07-31')
  })

  it('tells of a group that the file does not have, and makes none', async () => {
    using school = anImportingSchool()

    const { preview } = await school.import(edexml({ ...noor, groep: '8Z' }))

    assert.deepEqual(
      preview.problems.map(({ severity, code, value }) => [severity, code, value]),
      [['warning', 'key-dangling', '8Z']],
    )
    assert.equal(school.rows().groups?.length, 3)
  })

  it('makes staff who cannot sign in, each under a name of their own', async () => {
    using school = anImportingSchool()
    const staff = ['L1', 'L2'].map(
      (key) =>
        `<leerkracht key="${key}"><achternaam>Smit</achternaam><roepnaam>Anna</roepnaam></leerkracht>`,
    )

    await school.import({ 'EDEX.XML': anEdexml({ pupils: [noor], staff: staff.join('') }) })

    const made = (
      school.rows().staff as { userName: string; role: string; isActive: boolean }[]
    ).filter(({ userName }) => userName !== 'heidi')
    assert.deepEqual(
      made.map(({ userName, role, isActive }) => [userName, role, isActive]).sort(),
      [
        ['anna.smit', 'teacher', false],
        ['anna.smit.2', 'teacher', false],
      ],
    )
  })

  it('of a real file can be repeated and taken back', { skip: noSharedData }, async () => {
    for (const path of [
      'edexml/edustandaard-2.1/EDEXML.Voorbeeld.2.1.xml',
      'edexml/edustandaard-2.0/EDEXML.Voorbeeld.2.0-Vla.xml',
      'oneroster/catalyst-moodle/Test_full_data_set.zip',
      'oneroster/catalyst-moodle/v1p2_full_dataset.zip',
      'oneroster/catalyst-moodle/oneroster_test_data.zip',
      'oneroster/oat-sa-1.1',
    ]) {
      using school = anImportingSchool()
      const empty = school.rows()
      const first = await school.import(sample(path))
      const full = school.rows()
      const second = await school.import(sample(path))

      assert.deepEqual(school.rows(), full, path)
      const again = importedKinds.map((kind) => second.report.counts[kind])
      assert.deepEqual(
        again.filter((counts) => counts.new + counts.changed > 0),
        [],
        path,
      )
      await undo(school, first.report.actionId)
      assert.deepEqual(school.rows(), empty, path)
    }
  })
})

describe('a pupil of the file', () => {
  it('is the pupil with the same key, whatever else has changed', async () => {
    using school = anImportingSchool()
    await school.import(edexml(noor))

    const { report } = await school.import(edexml({ ...noor, achternaam: 'Jansen' }))

    assert.deepEqual([report.counts.pupils.new, report.counts.pupils.changed], [0, 1])
  })

  it('is doubtful when the key leads to somebody of another name and birth date', async () => {
    using school = anImportingSchool()
    await school.import(edexml(noor))

    const { preview } = await school.import(
      edexml({ ...noor, achternaam: 'Visser', roepnaam: 'Thijs', geboortedatum: '2015-01-01' }),
    )

    assert.equal(preview.counts.pupils.doubtful, 1)
    assert.deepEqual(
      preview.lines
        .find(({ kind }) => kind === 'pupils')
        ?.candidates.map(({ name, because }) => [name, because]),
      [['Noor Bakker', 'key']],
    )
  })

  it('is the pupil with the same national number', async () => {
    using school = anImportingSchool()
    addPupil(school, { firstName: 'Noortje', nationalNumber: '999990019' })

    const { report } = await school.import(edexml({ ...noor, bsn: '999990019' }))

    assert.deepEqual([report.counts.pupils.new, report.counts.pupils.changed], [0, 1])
  })

  it('is the one pupil of that name and birth date, and is known by key from then on', async () => {
    using school = anImportingSchool()
    addPupil(school, { firstName: 'Noor', birthDate: '2018-03-04' })

    await school.import(edexml(noor))

    assert.equal(school.rows().pupils?.length, 1)
    const keys = school.database.read.select().from(externalKeys).all()
    assert.deepEqual(
      keys.filter(({ ownerTable }) => ownerTable === 'pupils').map(({ value }) => value),
      ['P1'],
    )
  })

  it('is doubtful when two have that name and birth date, and stays out until it is decided', async () => {
    using school = anImportingSchool()
    addPupil(school, { firstName: 'Noor', birthDate: '2018-03-04' })
    addPupil(school, { firstName: 'Noor', birthDate: '2018-03-04' })

    const { report } = await school.import(edexml(noor))

    assert.equal(report.counts.pupils.doubtful, 1)
    assert.equal(school.rows().pupils?.length, 2)
    assert.equal(school.rows().memberships?.length, 0)
  })

  it('is doubtful when born the same day under a name like it, and when no birth date is known', async () => {
    using school = anImportingSchool()
    addPupil(school, { firstName: 'Sofie', birthDate: '2018-03-04' })
    addPupil(school, { firstName: 'Milan', birthDate: null })

    const { preview } = await school.import(
      edexml({ ...noor, roepnaam: 'Sophie' }, { ...noor, key: 'P2', roepnaam: 'Milan' }),
    )

    assert.deepEqual(
      preview.lines
        .filter(({ kind }) => kind === 'pupils')
        .map(({ outcome, candidates }) => [outcome, candidates[0]?.because]),
      [
        ['doubtful', 'similar-name'],
        ['doubtful', 'name-without-birth'],
      ],
    )
  })

  it('is not taken for a twin', async () => {
    using school = anImportingSchool()
    await school.import(edexml(noor))

    const { preview } = await school.import(edexml(noor, { ...noor, key: 'P2', roepnaam: 'Milan' }))

    assert.deepEqual([preview.counts.pupils.new, preview.counts.pupils.doubtful], [1, 0])
  })

  it('becomes the pupil that the office decides on, or a new one', async () => {
    using school = anImportingSchool()
    const milan = addPupil(school, { firstName: 'Milan', birthDate: null })
    addPupil(school, { firstName: 'Bo', birthDate: null })

    const { report } = await school.import(
      edexml({ ...noor, roepnaam: 'Milan' }, { ...noor, key: 'P2', roepnaam: 'Bo' }),
      { 'pupils:P1': milan, 'pupils:P2': 'new' },
    )

    assert.deepEqual([report.counts.pupils.changed, report.counts.pupils.new], [1, 1])
    const found = school.database.read.select().from(pupils).all()
    assert.equal(found.length, 3)
    assert.equal(found.find(({ id }) => id === milan)?.birthDate, '2018-03-04')
  })

  it('never becomes somebody who was not offered', async () => {
    using school = anImportingSchool()
    addPupil(school, { firstName: 'Noor', birthDate: null })
    const other = addPupil(school, { firstName: 'Thijs', birthDate: '2015-01-01' })

    const { report } = await school.import(edexml(noor), { 'pupils:P1': other })

    assert.equal(report.counts.pupils.doubtful, 1)
  })

  it('who left and came back has a second time at school', async () => {
    using school = anImportingSchool()
    await school.import(
      edexml({ ...noor, instroomdatum: '2022-08-01', uitstroomdatum: '2024-07-31' }),
    )

    await school.import(edexml({ ...noor, instroomdatum: '2026-08-01' }))

    const stays = school.rows().enrolments as { startsOn: string; endsOn: string | null }[]
    assert.deepEqual(stays.map(({ startsOn, endsOn }) => [startsOn, endsOn]).sort(), [
      ['2022-08-01', '2024-07-31'],
      ['2026-08-01', null],
    ])
  })

  it('keeps a name behind its cover in the preview', async () => {
    using school = anImportingSchool()
    await school.import(edexml(noor))
    const [stored] = school.database.read.select().from(pupils).all()
    assert(stored)
    school.database.write({ staffId: heidi, path: 'pupils.protect' }, (db) =>
      db.save(pupils, { ...stored, protectionLevel: 2, alias: 'Leerling 17' }),
    )

    const preview = await school.preview(edexml({ ...noor, achternaam: 'Jansen' }))

    assert(preview.ok)
    assert.doesNotMatch(JSON.stringify(preview.value.lines), /Noor|Bakker|Jansen/)
  })
})

function addPupil(
  school: ImportingSchool,
  {
    firstName,
    birthDate = null,
    nationalNumber = null,
  }: { firstName: string; birthDate?: string | null; nationalNumber?: string | null },
) {
  const id = PupilId.parse(numbered(500 + school.database.read.select().from(pupils).all().length))
  school.database.write({ staffId: heidi, path: 'pupils.enrol' }, (db) =>
    db.save(pupils, {
      id,
      firstName,
      lastName: 'Bakker',
      sex: 'unknown',
      birthDate: PartialDay.nullable().parse(birthDate),
      nationalNumber,
      homeLanguages: [],
      protectionLevel: 0,
    }),
  )
  return id
}
