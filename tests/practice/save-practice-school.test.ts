import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { makePracticeSchool } from '../../src-main/practice/practice-school.ts'
import { practiceAction, savePracticeSchool } from '../../src-main/practice/save-practice-school.ts'
import { pupils } from '../../src-main/pupils/pupils-table.ts'
import { aSchool, heidi, monday } from '../builders/school.ts'

describe('saving a practice school', () => {
  it('writes every row as one action that tells how far it is', () => {
    using file = anEmptyFile()
    const { database } = aSchool({ file: file.path })
    const rows = makePracticeSchool({ country: 'nl', pupils: 60, seed: 1, today: monday })

    const action = database.begin({ staffId: heidi, path: practiceAction })
    const steps = [...savePracticeSchool(action.db, rows)]
    action.commit()

    const total = Object.values(rows).flat().length
    assert.equal(steps.at(-1)?.total, total)
    assert.ok(steps.every(({ done }, index) => done > (steps[index - 1]?.done ?? 0)))
    assert.equal(database.read.select().from(pupils).all().length, rows.pupils.length)
    assert.deepEqual(actionsIn(database.sqlite), [{ path: 'practice.make', n: 1 }])
    database.close()
  })
})

function actionsIn(sqlite: ReturnType<typeof aSchool>['database']['sqlite']) {
  return sqlite.prepare('SELECT path, count(*) AS n FROM actions GROUP BY path').all()
}

function anEmptyFile() {
  const folder = mkdtempSync(join(tmpdir(), 'balie-practice-'))
  return {
    path: join(folder, 'school.db'),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true }),
  }
}
