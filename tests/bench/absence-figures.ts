import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { AbsenceReportId } from '#shared/absences/absence-report.ts'
import { addDays } from '#shared/platform/day.ts'
import { absenceReports } from '../../src-main/absences/absences-table.ts'
import { newId } from '../../src-main/platform/ids.ts'
import { openDatabase } from '../../src-main/platform/open-database.ts'
import { openPractice } from '../../src-main/practice/open-practice.ts'
import { pupils } from '../../src-main/pupils/pupils-table.ts'
import { syncedTables } from '../../src-main/synced-tables.ts'
import { aSchool, monday } from '../builders/school.ts'
import { migrationsFolder, testKey } from '../builders/test-file.ts'
import { type Figure, median, within } from './figure.ts'

const pupilCount = 1000
/** About as many as five years of a school of a thousand bring. */
const oldReports = 20_000
const runs = 9

/** CPU milliseconds of the data thread: a register, a tap in it, and the list of nine o'clock. */
export async function absenceFigures(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'balie-bench-'))
  try {
    const file = join(folder, 'school.db')
    await fill(file)
    using school = aSchool({ file })
    const { rows } = await school.absences.listRegisters({ day: monday })
    const group = rows.toSorted((a, b) => b.pupilCount - a.pupilCount)[0]
    if (!group) throw new Error('no group')
    const place = { groupId: group.groupId, day: monday, part: 'morning' as const }
    const register = await school.absences.openRegister(place)
    const pupilIds = register.ok ? register.value.pupils.map(({ pupilId }) => pupilId) : []
    await school.absences.reopen(place)
    const open = await cpuOf(() => school.absences.openRegister(place))
    let at = 0
    const save = await cpuOf(() => {
      const pupilId = pupilIds[at++ % pupilIds.length]
      if (!pupilId) throw new Error('nobody in the group')
      const seen = { kind: 'absent' as const, code: null, spells: [] }
      return school.absences.mark({ ...place, pupilId, seen })
    })
    const nine = await cpuOf(() => school.absences.followUp({ day: monday }))
    return [
      within(`register of ${pupilIds.length} pupils opens`, 'ms', open, 50),
      within('a tap in a register is saved', 'ms', save, 10),
      within(`nine o’clock for ${pupilCount} pupils`, 'ms', nine, 50),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

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
  await openPractice({
    database,
    country: 'nl',
    pupils: pupilCount,
    today: monday,
    onProgress: () => {},
  })
  const ids = database.read.select({ id: pupils.id }).from(pupils).all()
  database.write({ staffId: 'bench', path: 'practice.make' }, (db) => {
    for (let n = 0; n < oldReports; n++) {
      const pupilId = ids[n % ids.length]?.id
      if (!pupilId) continue
      const from = addDays(monday, -10 - Math.floor((n * 1800) / oldReports))
      db.save(absenceReports, {
        id: AbsenceReportId.parse(newId()),
        pupilId,
        source: 'guardian',
        from,
        until: addDays(from, n % 4),
        part: 'day',
        weekdays: [],
        everyWeeks: 1,
        code: 'ill',
        reportedBy: 'bench',
        reportedAt: `${from}T06:50:00.000Z`,
      })
    }
  })
  database.close()
}

async function cpuOf(work: () => Promise<unknown>) {
  await work()
  const times: number[] = []
  for (let run = 0; run < runs; run++) {
    const before = threadCpu()
    await work()
    times.push(threadCpu() - before)
  }
  return median(times)
}

function threadCpu() {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}
