import assert from 'node:assert/strict'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { importedKinds } from '#shared/imports/import-source.ts'
import type { ImportPreview } from '#shared/imports/imports-contract.ts'
import { anImportingSchool, noSharedData, sample, sharedData } from './importing-school.ts'

// Pupils, guardians, households, groups and staff that an empty school gets from the file, then the
// codes of what is told; or the code, file, line and field of the refusal.
const expected: Readonly<Record<string, string>> = {
  'edexml/EDEXML.Handleiding.v2.1_v20170217.pdf':
    'document-not-read EDEXML.Handleiding.v2.1_v20170217.pdf',
  'edexml/edexmllib-tests/EDEXML.Voorbeeld.2.1.xml':
    '3 0 1 8 3 extra-skipped×8 number-check-digit×1 school-year-past×1',
  'edexml/edexmllib-tests/EDEXML.invalid_1.xml':
    'element-unknown EDEXML.invalid_1.xml:3 school_incorrect_element',
  'edexml/edexmllib-tests/EDEXML.invalid_toevoegingen.xml':
    '3 0 1 8 3 extra-skipped×8 number-check-digit×1 school-year-past×1',
  'edexml/edustandaard-2.0/EDEXML.Voorbeeld.2.0-Vla.xml':
    '3 0 1 7 3 extra-skipped×4 number-check-digit×1 school-year-past×1',
  'edexml/edustandaard-2.0/EDEXML.Voorbeeld.2.0.xml':
    '3 0 1 8 3 extra-skipped×8 number-check-digit×1 school-year-past×1',
  'edexml/edustandaard-2.1/EDEXML.Voorbeeld.2.1-Vla.xml':
    '3 0 1 7 3 extra-skipped×4 number-check-digit×1 school-year-past×1',
  'edexml/edustandaard-2.1/EDEXML.Voorbeeld.2.1.xml':
    '3 0 1 8 3 extra-skipped×8 number-check-digit×1 school-year-past×1',
  'edexml/edustandaard-2.1': 'several-files EDEXML.Voorbeeld.2.1.xml',
  'oneroster/catalyst-moodle/LICENSE': 'unknown-format',
  'oneroster/catalyst-moodle/Test_full_data_set.zip':
    '3 1 0 1 2 bulk-with-status×5 extra-skipped×1 value-invalid×1 ended-skipped×1 link-ignored×5 school-year-past×1',
  'oneroster/catalyst-moodle/Test_minimal_data_set.zip':
    '3 1 0 2 2 extra-skipped×1 value-invalid×1 link-ignored×2 school-year-past×1 guardian-without-pupil×1',
  'oneroster/catalyst-moodle/oneroster_test_data.zip':
    '1 0 0 1 0 extra-skipped×3 school-year-differs×1 school-year-past×1',
  'oneroster/catalyst-moodle/v1p2_full_dataset.zip':
    '3 1 0 1 3 file-not-listed×1 bulk-with-status×6 column-renamed×4 extra-skipped×1 column-unknown×1 value-invalid×1 ended-skipped×1 link-ignored×4 school-year-past×1',
  'oneroster/microsoft-sds/LICENSE.txt': 'unknown-format',
  'oneroster/microsoft-sds/SDS Format/25 Users': '22 0 0 2 2 extra-skipped×2 school-year-past×1',
  'oneroster/microsoft-sds/SDS Format/100 Users':
    '86 0 0 28 12 extra-skipped×2 several-schools×1 school-year-past×1',
  'oneroster/microsoft-sds/SDS Format/Min Required Attributes':
    '0 0 0 2 0 school-year-unknown×1 column-missing×2 key-dangling×24',
  'oneroster/microsoft-sds/SDS Format': 'several-files Student.csv',
  'oneroster/microsoft-sds/SDS v2':
    '22 0 0 4 7 extra-skipped×1 school-year-unknown×1 several-schools×1',
  'oneroster/microsoft-sds/SDS v2.1':
    '4 2 0 2 2 extra-skipped×7 role-skipped×1 several-schools×1 school-year-past×1',
  'csv/microsoft-sds-uk/25 Users': '22 0 0 28 2 extra-skipped×2 school-year-past×1',
  'csv/microsoft-sds-uk/100 Users':
    '86 0 0 28 12 extra-skipped×2 several-schools×1 school-year-past×1',
  'csv/microsoft-sds-uk/Min Required Attributes':
    '0 0 0 28 0 school-year-unknown×1 column-missing×2 key-dangling×24',
  'oneroster/oat-sa-1.1':
    '2 0 0 3 0 extra-skipped×13 column-missing×2 bulk-with-status×3 column-renamed×3 column-unknown×2 school-year-unknown×1 several-schools×1',
  'ss12000/ss12000sim-csv':
    '260 0 0 32 28 row-uneven×1 extra-skipped×1 role-unclear×12 value-invalid×1 several-schools×1',
  'ss12000/skolverket-refapi/sampledata/activities_invalid.json':
    'no-pupils activities_invalid.json',
  'ss12000/skolverket-refapi/sampledata/activity.json': 'no-pupils activity.json',
  'ss12000/skolverket-refapi/sampledata/activity_bson.json': 'no-pupils activity_bson.json',
  'ss12000/skolverket-refapi/sampledata/group_json.json': '0 0 0 1 0 key-dangling×1',
  'ss12000/skolverket-refapi/sampledata/person.json':
    '1 0 0 0 0 value-invalid×1 number-check-digit×1',
}

/** A schema is XML or JSON too, and no school's. */
const isNoExport = (path: string) =>
  path.endsWith('.xsd') || (path.startsWith('ss12000/') && !path.includes('/ss12000sim-csv'))

const expectationOf = (path: string) =>
  expected[path] ?? (isNoExport(path) ? 'unknown-format' : 'not expected')

describe('every sample file of another maker', { skip: noSharedData }, () => {
  const table: string[] = []
  after(() => console.log(['File | expected | got', ...table].join('\n')))

  for (const path of noSharedData ? [] : everySample()) {
    it(`${path} is taken as it should be`, async () => {
      using school = anImportingSchool()

      const preview = await school.preview(sample(path))

      const got = preview.ok ? summary(preview.value) : refusal(preview)
      const wanted = expectationOf(path)
      const isAsWanted = wanted === 'unknown-format' ? got.startsWith(wanted) : got === wanted
      table.push(`${path} | ${wanted} | ${isAsWanted ? 'the same' : got}`)
      assert.equal(isAsWanted ? wanted : got, wanted)
    })
  }
})

function everySample() {
  const files = ['edexml', 'oneroster', 'ss12000'].flatMap((folder) =>
    readdirSync(join(sharedData, folder), { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name).replaceAll('\\', '/'))
      .filter((path) => statSync(join(sharedData, path)).isFile())
      // Tables of one package mean nothing alone; their folder is a sample.
      .filter((path) => !path.endsWith('.csv')),
  )
  return [...new Set([...files, ...Object.keys(expected)])].sort()
}

function summary({ counts, problems }: ImportPreview) {
  const codes = problems.map(({ code }) => code)
  const told = [...new Set(codes)].map(
    (code) => `${code}×${codes.filter((each) => each === code).length}`,
  )
  return [
    ...importedKinds
      .filter((kind) => kind !== 'events' || counts.events.new > 0)
      .map((kind) => counts[kind].new),
    ...told,
  ].join(' ')
}

type Refused = { readonly problems: ImportPreview['problems'] }

function refusal({ problems: [first] }: Refused) {
  if (!first) return 'refused without a reason'
  const file = first.file.split('/').at(-1)
  const place = first.line === null ? file : `${file}:${first.line}`
  return [first.code, place, first.field].filter(Boolean).join(' ')
}
