import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { presetOf } from '#shared/imports/table-preset.ts'
import { pupils } from '../../src-main/pupils/pupils-table.ts'
import { numbered } from '../builders/school.ts'
import { anImportingSchool, type ImportingSchool } from './importing-school.ts'

const upload = numbered(77)
const unclear = 'Naam leerling;Klas;Naam ouder;E-mail\nNoor Bakker;3A;Jo Smit;jo@example.org\n'
const clear = 'Roepnaam;Achternaam;Klas\nNoor;Bakker;3A\n'

async function receive(school: ImportingSchool, text: string, file = 'klas.csv') {
  await school.imports.receive({ upload, file, bytes: new TextEncoder().encode(text) })
  return school.imports.preview({ upload })
}

const apply = (school: ImportingSchool) =>
  school.imports.apply({ upload, leaveOut: [], decisions: {} })

describe('a table that the office is asked about', () => {
  it('waits with its layout, and says why', async () => {
    using school = anImportingSchool()

    const answer = await receive(school, unclear)

    assert(!answer.ok)
    assert.deepEqual(
      [answer.refusal, answer.problems.map(({ severity, code }) => [severity, code])],
      ['import.mapping', [['refusal', 'mapping-unsure']]],
    )
    assert.deepEqual(
      answer.table?.columns.map(({ header, samples, confidence }) => [header, samples, confidence]),
      [
        ['Naam leerling', ['Noor Bakker'], 1],
        ['Klas', ['3A'], 1],
        ['Naam ouder', ['Jo Smit'], 1],
        ['E-mail', ['jo@example.org'], 0.5],
      ],
    )
    assert.deepEqual(await apply(school), { ok: false, refusal: 'import.busy' })
    assert.deepEqual(school.rows().pupils, [])
  })

  it('is read from the same upload when the office has answered, and can be applied', async () => {
    using school = anImportingSchool()
    const asked = await receive(school, unclear)
    assert(!asked.ok && asked.table)

    const preview = await school.imports.preview({ upload, mapping: asked.table.mapping })
    const report = await apply(school)

    assert(preview.ok && report.ok)
    assert.equal(preview.value.table?.columns[3]?.confidence, 1)
    assert.deepEqual(
      [report.value.format, report.value.counts.pupils.new, report.value.counts.guardians.new],
      ['csv', 1, 1],
    )
  })

  it('is known by the preset that was kept of the answer', async () => {
    using school = anImportingSchool()
    const asked = await receive(school, unclear)
    assert(!asked.ok && asked.table)
    const headers = asked.table.columns.map(({ header }) => header)
    const preset = presetOf('Zo bij ons', asked.table.mapping, headers)
    await school.imports.savePreset({ ...preset, id: numbered(78) })

    const { preview } = await school.import({ 'later.csv': unclear })

    assert.equal(preview.table?.preset, 'Zo bij ons')
  })
})

describe('a table that was understood', () => {
  it('shows how, and can be read once more in another way', async () => {
    using school = anImportingSchool()
    const first = await receive(school, clear)
    assert(first.ok && first.value.table)
    const { mapping } = first.value.table

    const columns = ['pupil.firstName', null, 'group.name'] as const
    await school.imports.preview({ upload, mapping: { ...mapping, columns: [...columns] } })
    await apply(school)

    const [pupil] = school.database.read.select().from(pupils).all()
    assert.deepEqual([pupil?.firstName, pupil?.lastName], ['Noor', ''])
  })

  it('is not applied as it was understood before, when the later answer cannot be read', async () => {
    using school = anImportingSchool()
    const first = await receive(school, clear)
    assert(first.ok && first.value.table)
    const { mapping } = first.value.table

    const second = await school.imports.preview({
      upload,
      mapping: { ...mapping, columns: [null, null, 'group.name'] },
    })

    assert.equal(!second.ok && second.refusal, 'import.mapping')
    assert.deepEqual(await apply(school), { ok: false, refusal: 'import.busy' })
  })

  it('is let go with the upload', async () => {
    using school = anImportingSchool()
    await receive(school, clear)
    await school.imports.forget({ upload })

    const answer = await school.imports.preview({ upload })

    assert.equal(!answer.ok && answer.refusal, 'import.gone')
  })
})
