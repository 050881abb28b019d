import { eq } from 'drizzle-orm'
import type { Progress } from '#shared/platform/contract.ts'
import type { Day } from '#shared/platform/day.ts'
import type { Country } from '#shared/platform/language.ts'
import type { StaffId } from '#shared/staff/staff.ts'
import type { SchoolDatabase } from '../platform/open-database.ts'
import { schools } from '../school/school-table.ts'
import { staff } from '../staff/staff-table.ts'
import { makePracticeSchool } from './practice-school.ts'
import { savePracticeSchool } from './save-practice-school.ts'

type Wanted = {
  readonly database: SchoolDatabase
  readonly country: Country
  /** Null for the usual size of the country's practice school. */
  readonly pupils: number | null
  readonly today: Day
  readonly onProgress: (progress: Progress) => void
}

/** Always the same children, so that a picture in a manual stays true. */
const seed = 1

/** Fills a new practice file, and answers who sits at the office's desk there. */
export async function openPractice(wanted: Wanted): Promise<StaffId> {
  const { database } = wanted
  if (!database.read.select().from(schools).get()) await fill(wanted)
  const person = database.read.select().from(staff).where(eq(staff.role, 'office')).get()
  if (!person) throw new Error('The practice school has no office')
  return person.id
}

async function fill({ database, country, pupils, today, onProgress }: Wanted) {
  const rows = makePracticeSchool({ country, pupils, seed, today })
  const transaction = database.begin({ staffId: 'practice', path: 'practice.make' })
  try {
    for (const progress of savePracticeSchool(transaction.db, rows)) {
      onProgress(progress)
      await new Promise((resolve) => setImmediate(resolve))
    }
    transaction.commit()
  } catch (error) {
    transaction.rollback()
    throw error
  }
}
