import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Client, Contract } from '#shared/platform/contract.ts'
import { Day } from '#shared/platform/day.ts'
import type { Country } from '#shared/platform/language.ts'
import type { StaffRole } from '#shared/platform/role.ts'
import { SchoolId, timeZoneOfCountry } from '#shared/school/school.ts'
import { StaffId } from '#shared/staff/staff.ts'
import { openDatabase } from '../../src-main/platform/open-database.ts'
import { createRouter } from '../../src-main/platform/router.ts'
import { schools } from '../../src-main/school/school-table.ts'
import { serveSchool } from '../../src-main/serve-school.ts'
import { staff } from '../../src-main/staff/staff-table.ts'
import { syncedTables } from '../../src-main/synced-tables.ts'
import { clientsOf } from './clients.ts'
import { migrationsFolder, testKey } from './test-file.ts'

export const day = (text: string) => Day.parse(text)
export const monday = day('2026-11-23')
export const tuesday = day('2026-11-24')
export const friday = day('2026-11-27')

/** Ids a test can name: `numbered(7)`. */
export const numbered = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
export const heidi = StaffId.parse(numbered(1))
export const theSchool = SchoolId.parse(numbered(0))

export { migrationsFolder, testKey }

type Wanted = {
  readonly as?: StaffRole
  readonly country?: Country
  readonly seesMedical?: boolean
  readonly staffId?: StaffId
  readonly file?: string
}

/**
 * A whole school behind its real router and a real encrypted file; only Electron is absent.
 * Heidi of the office works there on Monday 23 November 2026. `school.as('teacher')` gives the
 * clients of somebody else at the same desk.
 */
export function aSchool({
  as = 'office',
  country = 'nl',
  seesMedical = true,
  staffId = heidi,
  file,
}: Wanted = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'balie-'))
  const announced: string[][] = []
  let ids = 1000
  let millis = Date.parse('2026-11-23T08:30:00.000Z')
  const clock = {
    now: () => new Date(millis).toISOString(),
    advance: (by: number) => (millis += by),
  }
  const newId = () => numbered(ids++)
  const search: { changed?: (rows: ReadonlyMap<string, ReadonlySet<string>>) => void } = {}

  const database = openDatabase({
    file: file ?? join(folder, 'school.db'),
    key: testKey,
    tables: syncedTables,
    migrationsFolder,
    now: clock.now,
    newId,
    onSaved: (changed) => {
      announced.push([...changed.keys()])
      search.changed?.(changed)
    },
  })
  const caller = { staffId, staffName: 'Heidi Smit', role: as, seesMedical, country }
  const router = createRouter({
    database: () => database,
    caller: () => caller,
    time: () => ({ now: clock.now(), today: monday }),
    newId,
    onProgress: () => {},
  })
  Object.assign(
    search,
    serveSchool({
      router,
      database: () => database,
      isPractice: () => true,
      onSession: () => {},
      when: () => ({ today: monday, country }),
    }),
  )
  if (!file) furnish(database, country)
  announced.length = 0

  const school = {
    announced,
    database,
    router,
    clock,
    folder,
    /** Calls any method by its path, as a window would; for hostile input. */
    call: (path: string, input: unknown) => router.call(path, input),
    ...clientsOf((contract) => connectTo(router, contract)),
    /** The same desk with somebody else behind it. */
    become(role: StaffRole, wanted: { staffId?: StaffId; seesMedical?: boolean } = {}) {
      Object.assign(caller, { role, ...wanted })
      return school
    },
    [Symbol.dispose]() {
      database.close()
      rmSync(folder, { recursive: true })
    },
  }
  return school
}

function furnish(database: ReturnType<typeof openDatabase>, country: Country) {
  database.write({ staffId: heidi, path: 'desk.setUp' }, (db) => {
    db.save(schools, {
      id: theSchool,
      name: 'OBS De Mijlpaal',
      country,
      language: 'nl',
      timeZone: timeZoneOfCountry[country],
      idleLockMinutes: 5,
      keepsNationalNumber: true,
    })
    db.save(staff, {
      id: heidi,
      firstName: 'Heidi',
      lastName: 'Smit',
      userName: 'heidi',
      role: 'office',
      seesMedical: true,
      isActive: true,
    })
  })
}

function connectTo<C extends Contract>(router: ReturnType<typeof createRouter>, contract: C) {
  const methods = Object.keys(contract.methods).map((name) => [
    name,
    (input: unknown) => router.call(`${contract.feature}.${name}`, input),
  ])
  return Object.fromEntries(methods) as Client<C>
}
