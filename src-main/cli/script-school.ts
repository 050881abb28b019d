import { eq } from 'drizzle-orm'
import { exportsContract } from '#shared/exports/exports-contract.ts'
import { groupsContract } from '#shared/groups/groups-contract.ts'
import { importsContract } from '#shared/imports/imports-contract.ts'
import type { Client, Contract } from '#shared/platform/contract.ts'
import { dayAt } from '#shared/platform/day.ts'
import { type Country, type Language, languageOfCountry } from '#shared/platform/language.ts'
import { type School, SchoolId, timeZoneOfCountry } from '#shared/school/school.ts'
import { StaffId } from '#shared/staff/staff.ts'
import type { SyncedTable } from '../platform/database.ts'
import { linkId, newId } from '../platform/ids.ts'
import { openDatabase, type SchoolDatabase } from '../platform/open-database.ts'
import { createRouter, type Router } from '../platform/router.ts'
import { schools } from '../school/school-table.ts'
import { staff } from '../staff/staff-table.ts'

/** What only the root of main knows: every table, every service, and where the migrations lie. */
export type House = {
  readonly tables: readonly SyncedTable[]
  readonly migrationsFolder: string
  readonly serve: (parts: {
    readonly router: Router
    readonly database: () => SchoolDatabase
    readonly isPractice: () => boolean
    readonly onSession: () => void
    readonly when: () => { readonly today: ReturnType<typeof dayAt>; readonly country: Country }
  }) => { readonly changed: (rows: ReadonlyMap<string, ReadonlySet<string>>) => void }
}

export type ScriptSchool = ReturnType<typeof openScriptSchool>

const scriptId = StaffId.parse(linkId('staff', 'script'))

/** A school behind the same router and services as the window's, with a script at the desk. */
export function openScriptSchool(house: House, file: string, key: Uint8Array) {
  const served: Partial<ReturnType<House['serve']>> = {}
  const database = openDatabase({
    file,
    key,
    tables: house.tables,
    migrationsFolder: house.migrationsFolder,
    now,
    newId,
    onSaved: (rows) => served.changed?.(rows),
  })
  const school = () => {
    const found = database.read.select().from(schools).get()
    if (!found) throw new Error('The file holds no school')
    return found
  }
  const router = serve(house, database, school, served)
  return {
    imports: clientOf(importsContract, router),
    exports: clientOf(exportsContract, router),
    groups: clientOf(groupsContract, router),
    school,
    /** A file that was just made becomes a school. */
    found: (country: Country, name: string) => foundSchool(database, country, name),
    /** Only now, since whoever is refused must leave nothing behind. */
    signIn: (schoolName: string | null) => signIn(database, schoolName),
    /** Everything into the one file, so that it can be renamed without its log. */
    settle: () => void database.sqlite.pragma('wal_checkpoint(TRUNCATE)'),
    close: database.close,
  }
}

const now = () => new Date().toISOString()

function serve(
  house: House,
  database: SchoolDatabase,
  school: () => Pick<School, 'country' | 'timeZone'>,
  served: Partial<ReturnType<House['serve']>>,
): Router {
  const today = () => dayAt(now(), school().timeZone)
  const router = createRouter({
    database: () => database,
    caller: () => ({
      staffId: scriptId,
      staffName: 'Script',
      role: 'office',
      seesMedical: false,
      country: school().country,
    }),
    time: () => ({ now: now(), today: today() }),
    newId,
    onProgress: () => {},
  })
  const parts = house.serve({
    router,
    database: () => database,
    isPractice: () => false,
    onSession: () => {},
    when: () => ({ today: today(), country: school().country }),
  })
  Object.assign(served, parts)
  return router
}

function foundSchool(database: SchoolDatabase, country: Country, name: string) {
  const language: Language = languageOfCountry[country]
  database.write({ staffId: scriptId, path: 'desk.setUp' }, (db) => {
    db.save(schools, {
      id: SchoolId.parse(newId()),
      name,
      country,
      language,
      timeZone: timeZoneOfCountry[country],
      idleLockMinutes: 5,
      keepsNationalNumber: true,
    })
    db.describe(name)
  })
}

/**
 * The history names who did what, so the script has a row among the staff. It is not active: nobody
 * can sign in by it.
 */
function signIn(database: SchoolDatabase, schoolName: string | null) {
  const known = database.read.select().from(staff).where(eq(staff.id, scriptId)).get()
  const school = database.read.select().from(schools).get()
  database.write({ staffId: scriptId, path: 'desk.setUp' }, (db) => {
    if (school && schoolName) db.save(schools, { ...school, name: schoolName })
    if (!known) {
      db.save(staff, {
        id: scriptId,
        firstName: 'Script',
        lastName: '',
        userName: 'script',
        role: 'office',
        seesMedical: false,
        isActive: false,
      })
    }
  })
}

function clientOf<C extends Contract>({ feature, methods }: C, router: Router): Client<C> {
  const calls = Object.keys(methods).map((name) => [
    name,
    (input: unknown) => router.call(`${feature}.${name}`, input),
  ])
  // Each name of the contract answers what the contract says: the router has been given its service.
  return Object.fromEntries(calls) as Client<C>
}
