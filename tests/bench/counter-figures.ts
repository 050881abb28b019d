import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { addDays } from '#shared/platform/day.ts'
import { PupilId } from '#shared/pupils/pupil.ts'
import { absenceMarks } from '../../src-main/absences/absences-table.ts'
import { createCounterBook } from '../../src-main/counters/counter-book.ts'
import { connect } from '../../src-main/platform/connection.ts'
import { linkId, newId } from '../../src-main/platform/ids.ts'
import { openDatabase } from '../../src-main/platform/open-database.ts'
import { openPractice } from '../../src-main/practice/open-practice.ts'
import { createRandom } from '../../src-main/practice/random.ts'
import { syncedTables } from '../../src-main/synced-tables.ts'
import { aSchool, heidi, monday } from '../builders/school.ts'
import { migrationsFolder, testKey } from '../builders/test-file.ts'
import { type Figure, median, within } from './figure.ts'

const pupilCount = 1000
const entryCount = 100_000
const fiveYears = 5 * 365
const runs = 7

/** CPU milliseconds of the data thread: every counter of a thousand pupils, and after one more mark. */
export async function counterFigures(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'balie-bench-'))
  try {
    const file = join(folder, 'school.db')
    const pupilIds = await fill(file)
    using school = aSchool({ file })
    const caller = { today: monday, country: 'nl' } as const
    const cold = cpuOf(() => createCounterBook().read(school.database.read, caller))
    await school.counters.list({})
    let at = 0
    const warm: number[] = []
    for (let run = 0; run < runs; run++) {
      const pupilId = pupilIds[at++]
      if (!pupilId) throw new Error('nobody')
      const place = { pupilId, day: monday, part: 'morning' } as const
      school.database.write({ staffId: heidi, path: 'absences.mark' }, (db) =>
        db.save(absenceMarks, {
          ...place,
          id: linkId('absenceMarks', pupilId, monday, 'morning'),
          observation: {
            kind: 'absent',
            code: 'unauthorised',
            spells: [],
            by: 'x',
            at: `${monday}T08:00:00.000Z`,
          },
        }),
      )
      const since = process.threadCpuUsage()
      await school.counters.ofPupil({ pupilId })
      const { user, system } = process.threadCpuUsage(since)
      warm.push((user + system) / 1000)
    }
    return [
      within(`counters of ${pupilCount} pupils, ${entryCount} entries, cold`, 'ms', cold, 150),
      within('counters after one change', 'ms', median(warm), 5),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function cpuOf(work: () => unknown) {
  const taken = Array.from({ length: runs }, () => {
    const since = process.threadCpuUsage()
    work()
    const { user, system } = process.threadCpuUsage(since)
    return (user + system) / 1000
  })
  return median(taken)
}

/** The marks go into the file directly: a hundred thousand saves would take a minute. */
async function fill(file: string) {
  const database = openDatabase({
    file,
    key: testKey,
    tables: syncedTables,
    migrationsFolder,
    now: () => '2026-11-23T08:30:00.000Z',
    newId,
    onSaved: () => {},
  })
  const wish = { country: 'nl', pupils: pupilCount, today: monday } as const
  await openPractice({ database, ...wish, onProgress: () => {} })
  database.close()
  const sqlite = connect({ file, key: testKey })
  const ids = sqlite.prepare('SELECT DISTINCT pupilId FROM memberships').pluck().all().map(String)
  const insert = sqlite.prepare(
    `INSERT OR IGNORE INTO absenceMarks (id, pupilId, day, part, observation, "_h") VALUES (?, ?, ?, ?, ?, '')`,
  )
  const random = createRandom(5)
  sqlite.exec('BEGIN')
  for (let n = 0; n < entryCount; n++) {
    const pupilId = ids[n % ids.length] ?? ''
    const day = addDays(monday, -random.below(fiveYears))
    const part = random.pick(['morning', 'afternoon'] as const)
    const isLate = random.chance(0.2)
    const spells = [
      { kind: 'late', minutes: random.between(3, 30), from: null, until: null, code: null },
    ]
    const seen = isLate
      ? { kind: 'present', code: null, spells }
      : { kind: 'absent', code: random.pick(['ill', 'ill', 'ill', 'unauthorised']), spells: [] }
    const observation = JSON.stringify({ ...seen, by: 'x', at: `${day}T08:00:00.000Z` })
    insert.run(newId(), pupilId, day, part, observation)
  }
  sqlite.exec('COMMIT')
  sqlite.close()
  return ids.map((id) => PupilId.parse(id))
}
