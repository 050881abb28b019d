import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { importProblemCodes } from '#shared/imports/import-source.ts'
import { problemSentence } from '#shared/imports/problem-sentence.ts'
import { languages } from '#shared/platform/language.ts'

const problem = {
  severity: 'row',
  code: 'role-unclear',
  kind: null,
  file: 'users.csv',
  line: 3,
  field: 'role',
  value: 'ext:coach',
} as const

describe('the sentence about a file', () => {
  it('names file, line, field, reason and what stood there', () => {
    assert.equal(
      problemSentence(problem, 'nl'),
      'users.csv, regel 3, role: Wat deze persoon voor de school is, is niet duidelijk. (ext:coach)',
    )
    assert.equal(
      problemSentence({ ...problem, line: null, field: null, value: null }, 'sv'),
      'users.csv: Det är oklart vad personen är för skolan.',
    )
  })

  it('exists for every problem in every language', () => {
    const bare = languages.flatMap((language) =>
      importProblemCodes
        .map((code) => problemSentence({ ...problem, code }, language))
        .filter((sentence) => importProblemCodes.some((code) => sentence.includes(`: ${code}`))),
    )

    assert.deepEqual(bare, [])
  })
})
