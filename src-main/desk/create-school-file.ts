import { existsSync, renameSync, rmSync } from 'node:fs'
import { SchoolId, timeZoneOfCountry } from '#shared/school/school.ts'
import { StaffId } from '#shared/staff/staff.ts'
import type { SchoolDatabase } from '../platform/open-database.ts'
import type { NewSchool } from '../platform/thread-messages.ts'
import { schools } from '../school/school-table.ts'
import { keepPassword } from '../staff/credentials-table.ts'
import { staff } from '../staff/staff-table.ts'

type Parts = {
  readonly file: string
  readonly key: Uint8Array
  readonly school: NewSchool
  readonly open: (file: string, key: Uint8Array) => void
  readonly close: () => void
  readonly database: () => SchoolDatabase
  readonly newId: () => string
}

/**
 * Makes the school's file with its first member of staff. Made under another name and renamed when
 * it is whole, so that a crash halfway leaves no school that is no school.
 */
export async function createSchoolFile({ file, key, school, open, close, database, newId }: Parts) {
  if (existsSync(file)) throw new Error('There is a school already')
  const unfinished = `${file}.unfinished`
  // Left by a set-up that was cut off: it never was a school, and its key is gone.
  for (const rest of ['', '-wal', '-shm']) rmSync(`${unfinished}${rest}`, { force: true })
  open(unfinished, key)
  await furnish(database(), school, newId)
  // Everything into the one file, so that it can be renamed without its log.
  database().sqlite.pragma('wal_checkpoint(TRUNCATE)')
  close()
  renameSync(unfinished, file)
  open(file, key)
  return { schoolName: school.schoolName, country: school.country }
}

async function furnish(database: SchoolDatabase, school: NewSchool, newId: () => string) {
  const { schoolName, place, country, language, role, password } = school
  const staffId = StaffId.parse(newId())
  database.write({ staffId, path: 'desk.setUp' }, (db) => {
    db.save(schools, {
      id: SchoolId.parse(newId()),
      name: schoolName,
      place: place || null,
      country,
      language,
      timeZone: timeZoneOfCountry[country],
      idleLockMinutes: 5,
      keepsNationalNumber: true,
    })
    db.save(staff, {
      id: staffId,
      ...school.staff,
      role,
      seesMedical: true,
      isActive: true,
    })
    db.describe(schoolName)
  })
  await keepPassword(database.sqlite, staffId, password)
}
