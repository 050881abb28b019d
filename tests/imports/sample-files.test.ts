import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { aSchool } from '../builders/school.ts'
import { noSharedData } from './importing-school.ts'
import { type EmptySchools, everySample, readSample } from './sample-reading.ts'

const expected = new Map(
  readFileSync(join(import.meta.dirname, 'sample-files.tsv'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line): [path: string, wanted: string] => {
      const [path = '', wanted = ''] = line.split('\t')
      return [path, wanted]
    }),
)

describe('every sample file of another maker', { skip: noSharedData }, () => {
  const table: string[] = []
  const schools: { -readonly [Country in keyof EmptySchools]?: EmptySchools[Country] } = {}

  before(() => {
    for (const country of ['nl', 'be', 'se'] as const) schools[country] = aSchool({ country })
  })
  after(() => {
    for (const school of Object.values(schools)) school[Symbol.dispose]()
    console.log(['File | expected | got', ...table].join('\n'))
  })

  for (const path of noSharedData ? [] : everySample()) {
    it(`${path} is taken as it should be`, async () => {
      const { nl, be, se } = schools
      assert(nl && be && se)

      const got = await readSample(path, { nl, be, se })

      const wanted = expected.get(path) ?? 'not expected'
      table.push(`${path} | ${wanted} | ${got === wanted ? 'the same' : got}`)
      assert.equal(got, wanted)
    })
  }

  it('and no other file is expected', () => {
    const samples = new Set(everySample())

    assert.deepEqual(
      [...expected.keys()].filter((path) => !samples.has(path)),
      [],
    )
  })
})
