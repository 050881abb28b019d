import { PupilId } from '#shared/pupils/pupil.ts'
import { SchoolId } from '#shared/school/school.ts'
import { StaffId } from '#shared/staff/staff.ts'
import type { WriteDb } from '../../src-main/platform/database.ts'
import { pupils } from '../../src-main/pupils/pupils-table.ts'
import { schools } from '../../src-main/school/school-table.ts'
import { staff } from '../../src-main/staff/staff-table.ts'
import { aSyncedDesk } from './test-desk.ts'
import { type aHub, heidi, schoolId } from './test-hub.ts'

const noorId = PupilId.parse('0197c000-0000-7000-8000-0000000000a1')

/** A child with nothing but a name. */
export const noor = {
  id: noorId,
  firstName: 'Noor',
  officialNames: null,
  initials: null,
  prefix: 'de',
  lastName: 'Boer',
  sex: 'female',
  birthDate: null,
  birthPlace: null,
  nationalNumber: null as string | null,
  nationalNumberKind: null as 'bsn' | null,
  pupilNumber: null,
  homeLanguages: ['nl'] as string[],
  nationality: null,
  email: null as string | null,
  yearGrade: '3',
  note: null as string | null,
  protectionLevel: 0,
  alias: null,
  protectionAgreement: null,
  mergedInto: null,
} as const

/** A school of one child and its secretary. */
export function aSchoolWithNoor(db: WriteDb) {
  db.save(schools, {
    id: SchoolId.parse(schoolId),
    name: 'De Linde',
    country: 'nl',
    language: 'nl',
    timeZone: 'Europe/Amsterdam',
    idleLockMinutes: 5,
    keepsNationalNumber: true,
  })
  db.save(staff, {
    id: StaffId.parse(heidi),
    firstName: 'Heidi',
    lastName: 'Smit',
    userName: 'heidi',
    role: 'office',
    seesMedical: true,
    isActive: true,
  })
  db.save(pupils, noor)
}

type Hub = Awaited<ReturnType<typeof aHub>>

/** The desk that founds the school, with what it has sent already. */
export async function aFirstDesk(hub: Hub, before: (db: WriteDb) => void = aSchoolWithNoor) {
  const desk = await aSyncedDesk({
    hub,
    joins: null,
    before: (database) => database.write({ staffId: heidi, path: 'test' }, before),
  })
  await desk.sync()
  return desk
}
