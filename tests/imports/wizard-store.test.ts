import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { ImportProblem } from '#shared/imports/import-source.ts'
import type { ImportPreview, ImportsContract } from '#shared/imports/imports-contract.ts'
import type { Client } from '#shared/platform/contract.ts'
import { createImportsStore } from '../../src-renderer/imports/imports-store.ts'
import { numbered } from '../builders/school.ts'
import { aMapping, aTable } from '../builders/table-layout.ts'

type Imports = Client<ImportsContract>

const zero = { new: 0, changed: 0, unchanged: 0, doubtful: 0, refused: 0 }
const klas = aTable({
  headers: ['Naam', 'Geboren'],
  mapping: aMapping({ columns: ['pupil.fullName', null] }),
})
const aPreview = (wanted: Partial<ImportPreview> = {}): ImportPreview => ({
  upload: numbered(1),
  format: 'csv',
  version: '',
  schoolName: null,
  schoolYear: null,
  isDelta: false,
  table: klas,
  counts: {
    pupils: zero,
    guardians: zero,
    households: zero,
    groups: zero,
    staff: zero,
    events: zero,
  },
  lines: [],
  problems: [],
  ...wanted,
})
const askColumns = { ok: false, refusal: 'import.mapping', problems: [], table: klas } as const
const aFile = () => ({
  name: 'klas.csv',
  file: new File(['Naam;Geboren\nNoor;1-2-2018'], 'klas.csv'),
})

/** A store before a main of few words: it answers what the test says and remembers what it was asked. */
function aWizard(answers: Partial<Imports>) {
  const asked: (readonly [string, unknown])[] = []
  const methods = ['receive', 'preview', 'apply', 'forget'] as const
  const listening = methods.map((name) => [
    name,
    async (input: never) => {
      asked.push([name, input])
      return answers[name]?.(input) ?? null
    },
  ])
  let ids = 0
  const imports = Object.fromEntries(listening) as Imports
  const store = createImportsStore(imports, () => numbered(++ids))
  return {
    do: store.getState(),
    step: () => store.getState().step,
    asked: (name: string) => asked.filter(([each]) => each === name).map(([, input]) => input),
  }
}

describe('a table that nobody can tell yet', () => {
  it('leads to its columns, and from there to the preview as they were said', async () => {
    const wizard = aWizard({
      preview: async ({ mapping }) => (mapping ? { ok: true, value: aPreview() } : askColumns),
    })
    await wizard.do.read([aFile()])
    assert.equal(wizard.step().at, 'columns')

    await wizard.do.compareColumns()

    assert.equal(wizard.step().at, 'preview')
    assert.deepEqual(wizard.asked('preview').at(-1), { upload: numbered(1), mapping: klas.mapping })
  })

  it('is guessed anew when it is read in another way', async () => {
    const utf = aTable({ headers: ['Naam'], mapping: aMapping({ encoding: 'utf-8' }) })
    const wizard = aWizard({
      preview: async ({ mapping }) => (mapping ? { ...askColumns, table: utf } : askColumns),
    })
    await wizard.do.read([aFile()])

    await wizard.do.readTableAs({ encoding: 'utf-8' })

    const mapping = { ...klas.mapping, encoding: 'utf-8', columns: [] }
    assert.deepEqual(wizard.asked('preview').at(-1), { upload: numbered(1), mapping })
    const step = wizard.step()
    assert(step.at === 'columns')
    assert.equal(step.table, utf)
    assert.equal(step.isReading, false)
  })

  it('keeps the columns as they were said when main refuses them, with the reason', async () => {
    const problem: ImportProblem = {
      severity: 'refusal',
      code: 'column-missing',
      file: 'klas.csv',
      line: null,
      field: null,
      kind: null,
      value: null,
    }
    const wizard = aWizard({
      preview: async ({ mapping }) =>
        mapping
          ? { ok: false, refusal: 'import.refused', problems: [problem], table: null }
          : askColumns,
    })
    await wizard.do.read([aFile()])

    await wizard.do.compareColumns()

    const step = wizard.step()
    assert(step.at === 'columns')
    assert.deepEqual(step.problems, [problem])
    assert.deepEqual(step.mapping, klas.mapping)
  })
})

describe('a preview of a table', () => {
  it('leads back to its columns', async () => {
    const wizard = aWizard({ preview: async () => ({ ok: true, value: aPreview() }) })
    await wizard.do.read([aFile()])

    wizard.do.adjustColumns()

    assert.equal(wizard.step().at, 'columns')
  })

  it('that turned stale is asked for again with the same columns', async () => {
    const wizard = aWizard({
      preview: async () => ({ ok: true, value: aPreview() }),
      apply: async () => ({ ok: false, refusal: 'import.stale' }),
    })
    await wizard.do.read([aFile()])

    await wizard.do.apply()

    const step = wizard.step()
    assert(step.at === 'preview')
    assert.equal(step.refusal, 'import.stale')
    assert.deepEqual(wizard.asked('preview').at(-1), { upload: numbered(1), mapping: klas.mapping })
  })

  it('takes a decision back', async () => {
    const wizard = aWizard({ preview: async () => ({ ok: true, value: aPreview() }) })
    await wizard.do.read([aFile()])
    wizard.do.decide('pupils:1', 'new')

    wizard.do.decide('pupils:1', null)

    const step = wizard.step()
    assert(step.at === 'preview')
    assert.deepEqual(step.decisions, {})
  })
})

describe('reading a file', () => {
  it('can be stopped: main forgets it and its answer comes too late', async () => {
    const late = Promise.withResolvers<Awaited<ReturnType<Imports['preview']>>>()
    const wizard = aWizard({ preview: () => late.promise })
    const reading = wizard.do.read([aFile()])

    await wizard.do.startAgain()
    late.resolve({ ok: true, value: aPreview() })
    await reading

    assert.deepEqual(wizard.step(), { at: 'choosing' })
    assert.deepEqual(wizard.asked('forget'), [{ upload: numbered(1) }])
  })

  it('of another file lets the former one go', async () => {
    const wizard = aWizard({ preview: async () => ({ ok: true, value: aPreview() }) })
    await wizard.do.read([aFile()])

    await wizard.do.read([aFile()])

    assert.deepEqual(wizard.asked('forget'), [{ upload: numbered(1) }])
    assert.equal(wizard.step().at, 'preview')
  })
})

describe('a file of many gigabytes, chosen by mistake', () => {
  it('is sent no further than it takes to be refused', async () => {
    const wizard = aWizard({ preview: async () => askColumns })
    const slices: number[] = []
    class Film extends File {
      override get size() {
        return 200 * 1024 ** 3
      }
      override slice(from = 0) {
        slices.push(from)
        return new Blob(['x'])
      }
    }

    await wizard.do.read([{ name: 'film.mp4', file: new Film([], 'film.mp4') }])

    assert(Math.max(...slices) < 70 * 1024 ** 2)
    assert.equal(wizard.asked('receive').length, slices.length)
  })
})
